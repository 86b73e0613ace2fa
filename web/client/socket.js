// @ts-check
import { BackOff } from './backoff.js';
import { Emitter } from './emitter.js';
import { Failure } from './failure.js';

const ANSWER_WITHIN = 12_000;

/**
 * @typedef {object} SocketEvents
 * @property {void} open the socket is up, and nobody is signed in on it
 * @property {void} close it is down; the next attempt is due
 * @property {any} packet whatever is not the answer to a request
 */

/**
 * A WebSocket that comes back: after a pause that grows with each failure, or the one that the
 * server asked for when it closed (code 1012, reason `retry_after=<ms>`).
 * @extends {Emitter<SocketEvents>}
 */
export class ReliableSocket extends Emitter {
  #url;
  #backOff = new BackOff();
  /** @type {WebSocket | undefined} */
  #socket;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  #wanted = false;
  #nextId = 1;
  /** @type {Map<string, {resolve: (body: any) => void, reject: (why: Error) => void}>} */
  #pending = new Map();

  /** @param {string} url */
  constructor(url) {
    super();
    this.#url = url;
  }

  start() {
    this.#wanted = true;
    this.#dial();
  }

  stop() {
    this.#wanted = false;
    clearTimeout(this.#retry);
    this.#socket?.close(1000);
  }

  /** Tries again now rather than when the pause is over: the network is back. */
  hurry() {
    if (this.#wanted && !this.#socket) {
      clearTimeout(this.#retry);
      this.#dial();
    }
  }

  /** Gives this connection up for another one, after the pause that is due. */
  redial() {
    this.#socket?.close(1000);
  }

  /** What works once need not wait long the next time. */
  settled() {
    this.#backOff.reset();
  }

  /** @param {object} packet */
  send(packet) {
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(JSON.stringify(packet));
    return true;
  }

  /**
   * @param {string} name the request's, such as `message_list`
   * @param {object} body
   * @returns {Promise<any>} what stands in `response`; rejected with a {@link Failure}
   */
  request(name, body) {
    const id = `r${this.#nextId++}`;
    return new Promise((resolve, reject) => {
      if (!this.send({ request: { [name]: body, id } })) {
        reject(Failure.disconnected());
        return;
      }
      const timer = setTimeout(() => settle(() => reject(Failure.timeout())), ANSWER_WITHIN);
      const settle = (/** @type {() => void} */ done) => {
        clearTimeout(timer);
        this.#pending.delete(id);
        done();
      };
      this.#pending.set(id, {
        resolve: (answer) => settle(() => resolve(answer)),
        reject: (why) => settle(() => reject(why)),
      });
    });
  }

  #dial() {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => this.emit('open', undefined);
    socket.onmessage = ({ data }) => this.#read(JSON.parse(data));
    socket.onclose = ({ reason }) => this.#lost(reason);
  }

  /** @param {any} packet */
  #read(packet) {
    const waiting = this.#pending.get(packet.response?.id);
    if (!waiting) {
      this.emit('packet', packet);
    } else if (packet.response.error) {
      waiting.reject(new Failure(packet.response.error));
    } else {
      waiting.resolve(packet.response);
    }
  }

  /** @param {string} reason */
  #lost(reason) {
    this.#socket = undefined;
    this.#pending.forEach(({ reject }) => reject(Failure.disconnected()));
    this.emit('close', undefined);
    if (this.#wanted) {
      const hint = Number(/retry_after=(\d+)/.exec(reason)?.[1] ?? 0);
      this.#retry = setTimeout(() => this.#dial(), this.#backOff.next(hint));
    }
  }
}
