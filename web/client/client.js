// @ts-check
import { Emitter } from './emitter.js';
import { Failure } from './failure.js';
import { Outbox } from './outbox.js';
import { Sessions } from './sessions.js';
import { ReliableSocket } from './socket.js';

/** A message without an ack is sent again after this long; the server knows it by its id. */
const ACK_WITHIN = 10_000;

/** @typedef {import('./types').OutgoingMessage} OutgoingMessage */

/**
 * One signed-in device of one user. It keeps a connection up, signs in again when it breaks, picks
 * up where it was, and sends what was written meanwhile.
 *
 * @extends {Emitter<import('./types').ClientEvents>}
 */
export class ParlanceClient extends Emitter {
  #socket;
  #sessions;
  #deviceId;
  #storage;
  /** @type {import('./types').State} */
  #state = 'signed_out';
  /** @type {import('./sessions.js').Session | undefined} */
  #session;
  /** @type {Outbox | undefined} */
  #outbox;
  /** Where the stream of packets was when the connection broke. */
  #cursor = '';
  #open = false;
  /** @type {Map<string, number>} */
  #sentAt = new Map();

  /**
   * @param {object} options
   * @param {string} options.url the front door, such as `https://chat.example`
   * @param {string} options.deviceId the same each time this installation runs
   * @param {Pick<Storage, 'getItem' | 'setItem'>} [options.storage] for what is unsent
   */
  constructor({ url, deviceId, storage }) {
    super();
    this.#deviceId = deviceId;
    this.#storage = storage;
    this.#sessions = new Sessions(url, deviceId);
    this.#socket = new ReliableSocket(url.replace(/^http/, 'ws'));
    this.#socket.on('open', () => this.#opened());
    this.#socket.on('close', () => this.#closed());
    this.#socket.on('packet', (packet) => this.#receive(packet));
    setInterval(() => this.#resend(Date.now() - ACK_WITHIN), ACK_WITHIN / 2);
    globalThis.addEventListener?.('online', () => this.#socket.hurry());
  }

  get state() {
    return this.#state;
  }

  /** Who is signed in. */
  get user() {
    return this.#session?.user;
  }

  /** Messages without an ack. */
  get unsent() {
    return this.#outbox?.messages ?? [];
  }

  /**
   * Makes an account and signs in.
   * @param {{login: string, password: string, first_name?: string, last_name?: string}} account
   */
  async signUp(account) {
    await this.#reach();
    await this.#socket.request('user_create', account);
    await this.signIn(account);
  }

  /** @param {{login: string, password: string}} credentials */
  async signIn({ login, password }) {
    await this.#begin(await this.#sessions.begin({ login, password }));
  }

  /**
   * Signs in by what the browser still knows of the last time.
   * @returns {Promise<boolean>} whether it did
   */
  async comeBack() {
    try {
      await this.#begin(await this.#sessions.begin());
      return true;
    } catch (failure) {
      if (failure instanceof Failure && !failure.isPassing) {
        return false;
      }
      throw failure;
    }
  }

  async signOut() {
    const session = this.#session;
    this.#forget();
    this.#socket.stop();
    if (session) {
      await this.#sessions.end(session);
    }
  }

  /**
   * Asks once there is a connection.
   * @param {string} name such as `conversation_list`
   * @param {object} [body]
   * @returns {Promise<any>} what stands in `response`; rejected with a {@link Failure}
   */
  async request(name, body = {}) {
    await this.#online();
    try {
      return await this.#socket.request(name, body);
    } catch (failure) {
      if (failure instanceof Failure && failure.status === 401) {
        await this.#connect();
      }
      throw failure;
    }
  }

  /**
   * Sends a message, now or when there is a connection; `sent` or `refused` tells what became of it.
   * @param {Omit<OutgoingMessage, 'id'>} message
   * @returns {OutgoingMessage} with the id that it is known by meanwhile
   */
  send(message) {
    const outgoing = { ...message, id: `${this.#deviceId}-${crypto.randomUUID()}` };
    this.#outbox?.add(outgoing);
    this.#transmit(outgoing);
    return outgoing;
  }

  /**
   * @param {string} cid
   * @param {'start' | 'stop'} [status]
   */
  typing(cid, status = 'start') {
    if (this.#state === 'online') {
      this.#socket.send({ typing: { cid, status } });
    }
  }

  /** @param {import('./sessions.js').Session} session */
  async #begin(session) {
    this.#session = session;
    this.#outbox = new Outbox(session.user._id, this.#storage);
    this.#cursor = '';
    if (this.#open) {
      await this.#connect();
    } else {
      this.#enter('connecting');
      this.#socket.start();
      await this.#online();
    }
  }

  /** @returns {Promise<void>} once the socket is up */
  #reach() {
    if (this.#open) {
      return Promise.resolve();
    }
    this.#socket.start();
    return new Promise((resolve) => {
      const stop = this.#socket.on('open', () => {
        stop();
        resolve();
      });
    });
  }

  #opened() {
    this.#open = true;
    if (this.#session) {
      this.#connect();
    }
  }

  #closed() {
    this.#open = false;
    if (this.#session) {
      this.#enter('offline');
    }
  }

  /** Signs the socket in, with a new token where the old one will not do. */
  async #connect() {
    this.#enter('connecting');
    try {
      const answer = await this.#present(await this.#freshSession());
      this.#socket.settled();
      this.#cursor = answer.cursor ?? '';
      this.#enter('online');
      if (!answer.resumed) {
        this.emit('gap', undefined);
      }
      this.#resend(Infinity);
    } catch (failure) {
      if (failure instanceof Failure && !failure.isPassing) {
        this.#forget();
      } else {
        this.#socket.redial();
      }
    }
  }

  /** @param {import('./sessions.js').Session} session */
  async #present(session) {
    const credentials = { device_id: this.#deviceId, resume: this.#cursor };
    try {
      return await this.#socket.request('connect', { ...credentials, token: session.token });
    } catch (failure) {
      if (!(failure instanceof Failure) || failure.status !== 422) {
        throw failure;
      }
      this.#session = await this.#sessions.begin();
      const { token } = this.#session;
      return this.#socket.request('connect', { ...credentials, token });
    }
  }

  async #freshSession() {
    if (!this.#session || !Sessions.isFresh(this.#session)) {
      this.#session = await this.#sessions.begin();
    }
    return this.#session;
  }

  /** @returns {Promise<void>} rejected when there is nobody to connect as */
  #online() {
    if (this.#state === 'online') {
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const stop = this.on('state', (state) => {
        if (state === 'online') {
          stop();
          resolve();
        } else if (state === 'signed_out') {
          stop();
          reject(new Failure({ status: 401, message: 'Unauthorized.' }));
        }
      });
    });
  }

  #forget() {
    this.#session = undefined;
    this.#outbox = undefined;
    this.#cursor = '';
    this.#enter('signed_out');
  }

  /** @param {import('./types').State} state */
  #enter(state) {
    this.#state = state;
    this.emit('state', state);
  }

  /** @param {any} packet */
  #receive(packet) {
    this.#cursor = packet.cursor ?? this.#cursor;
    const { ack, message } = packet;
    if (ack) {
      this.#settle(ack.mid, (sent) => this.emit('sent', { message: sent, ack }));
    } else if (message?.error) {
      this.#refused(message.id, new Failure(message.error));
    } else {
      const name = Object.keys(packet).find((key) => key !== 'cursor') ?? '';
      if (!packet[name].error) {
        this.emit(/** @type {any} */ (name), packet[name]);
      }
    }
  }

  /**
   * @param {string} id
   * @param {Failure} failure
   */
  #refused(id, failure) {
    if (failure.isPassing) {
      this.#sentAt.set(id, Date.now() + 1000 * (failure.retryAfter ?? 0) - ACK_WITHIN);
    } else if (failure.status !== 401) {
      this.#settle(id, (message) => this.emit('refused', { message, failure }));
    }
  }

  /**
   * @param {string} id
   * @param {(message: OutgoingMessage) => void} done
   */
  #settle(id, done) {
    this.#sentAt.delete(id);
    const message = this.#outbox?.remove(id);
    if (message) {
      done(message);
    }
  }

  /** @param {number} before sends again what was last sent before this */
  #resend(before) {
    this.unsent
      .filter(({ id }) => (this.#sentAt.get(id) ?? 0) < before)
      .forEach((message) => this.#transmit(message));
  }

  /** @param {OutgoingMessage} message */
  #transmit(message) {
    if (this.#state === 'online' && this.#socket.send({ message })) {
      this.#sentAt.set(message.id, Date.now());
    }
  }
}
