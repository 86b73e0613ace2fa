// @ts-check
import { Emitter } from '/client/emitter.js';

const PAGE = 50;
const TYPING_FADES = 6_000;

/**
 * @typedef {import('../client/types').Message} Message
 * @typedef {import('../client/types').Conversation} Conversation
 * @typedef {import('../client/types').User} User
 *
 * @typedef {object} StoreEvents
 * @property {void} chats the list, its order, names or unread counts
 * @property {string} messages those of this conversation
 * @property {void} presence who types, who is online
 */

/**
 * What this page knows, kept current by events; lists are fetched only when events were missed.
 * @extends {Emitter<StoreEvents>}
 */
export class Store extends Emitter {
  /** @type {Map<string, Conversation>} */
  chats = new Map();
  /** @type {Map<string, User>} */
  people = new Map();
  /**
   * Ids of a conversation's people.
   * @type {Map<string, string[]>}
   */
  participants = new Map();
  /**
   * Oldest first.
   * @type {Map<string, Message[]>}
   */
  messages = new Map();
  /** @type {Map<string, import('../client/types').Activity>} */
  activity = new Map();
  /**
   * Who types where, with the timer that ends it.
   * @type {Map<string, Map<string, any>>}
   */
  typing = new Map();
  /**
   * The conversation on the screen.
   * @type {string | undefined}
   */
  open;

  #client;

  /** @param {import('../client/client.js').ParlanceClient} client */
  constructor(client) {
    super();
    this.#client = client;
    client.on('gap', () => this.refresh());
    client.on('message', (message) => this.#arrived(message));
    client.on('sent', ({ message, ack }) =>
      this.#add({
        ...message,
        _id: ack.server_mid,
        t: ack.t,
        from: this.me,
        status: 'sent',
        created_at: '',
        updated_at: '',
      }),
    );
    client.on('refused', ({ message }) => this.emit('messages', message.cid));
    client.on('message_read', ({ cid, ids }) => this.#each(cid, ids, (m) => (m.status = 'read')));
    client.on('message_edit', ({ cid, id, body }) => this.#each(cid, [id], (m) => (m.body = body)));
    client.on('message_delete', ({ cid, ids }) => this.#removed(cid, ids));
    client.on('system_message', ({ x }) => this.#changed(x));
    client.on('typing', ({ cid, from, status }) => this.#typed(cid, from, status));
    client.on('last_activity', (activity) => this.#seen(activity));
  }

  get me() {
    return this.#client.user?._id ?? '';
  }

  /** Fetches what is on the screen: events were missed, or there is nothing yet. */
  async refresh() {
    const { conversations } = await this.#client.request('conversation_list', { limit: 100 });
    this.chats = new Map(conversations.map((/** @type {Conversation} */ c) => [c._id, c]));
    this.messages.clear();
    await this.#learnPeople([...this.chats.keys()]);
    this.emit('chats', undefined);
    if (this.open) {
      await this.show(this.open);
    }
  }

  /** @param {string} cid */
  async show(cid) {
    this.open = cid;
    if (!this.messages.has(cid)) {
      const { messages } = await this.#client.request('message_list', { cid, limit: PAGE });
      this.messages.set(cid, messages.reverse());
    }
    this.emit('messages', cid);
    this.#watchOpponent(cid);
    this.readOpen();
  }

  leave() {
    this.open = undefined;
  }

  /** Tells the authors of what is on the screen that it was read. */
  readOpen() {
    const chat = this.chats.get(this.open ?? '');
    if (chat?.unread_messages_count && document.visibilityState === 'visible') {
      chat.unread_messages_count = 0;
      this.emit('chats', undefined);
      this.#client.request('message_read', { cid: chat._id }).catch(() => {});
    }
  }

  /** The chats, the one with the newest message first. */
  sortedChats() {
    const newest = (/** @type {Conversation} */ c) =>
      c.last_message?.t ?? Date.parse(c.created_at) / 1000;
    return [...this.chats.values()].sort((one, other) => newest(other) - newest(one));
  }

  /** @param {Conversation} chat */
  nameOf(chat) {
    return chat.type === 'u' ? this.personName(this.opponentOf(chat)) : (chat.name ?? '');
  }

  /** @param {Conversation} chat */
  opponentOf(chat) {
    return chat.owner_id === this.me ? (chat.opponent_id ?? '') : chat.owner_id;
  }

  /** @param {string} id */
  personName(id) {
    const person = this.people.get(id);
    const full = [person?.first_name, person?.last_name].filter(Boolean).join(' ');
    return full || person?.login || 'Deleted account';
  }

  /** @param {Message} message */
  #arrived(message) {
    this.#typed(message.cid, message.from, 'stop');
    const chat = this.chats.get(message.cid);
    if (chat && message.from !== this.me) {
      chat.unread_messages_count = (chat.unread_messages_count ?? 0) + 1;
    }
    this.#add(message);
    if (message.cid === this.open) {
      this.readOpen();
    }
  }

  /** @param {Message} message */
  #add(message) {
    const known = this.messages.get(message.cid);
    if (known && !known.some(({ _id }) => _id === message._id)) {
      known.push(message);
    }
    const chat = this.chats.get(message.cid);
    if (chat) {
      chat.last_message = message;
    }
    this.emit('chats', undefined);
    this.emit('messages', message.cid);
  }

  /**
   * @param {string} cid
   * @param {string[]} ids
   * @param {(message: Message) => void} change
   */
  #each(cid, ids, change) {
    this.messages
      .get(cid)
      ?.filter(({ _id }) => ids.includes(_id))
      .forEach(change);
    this.emit('messages', cid);
  }

  /**
   * @param {string} cid
   * @param {string[]} ids
   */
  #removed(cid, ids) {
    const left = this.messages.get(cid)?.filter(({ _id }) => !ids.includes(_id));
    if (left) {
      this.messages.set(cid, left);
    }
    this.emit('messages', cid);
  }

  /** @param {import('../client/types').SystemEvent} event */
  async #changed(event) {
    const kicked = event.conversation_kicked;
    const changed = event.conversation_created ?? event.conversation_updated;
    if (kicked) {
      this.chats.delete(kicked._id);
    } else if (changed) {
      this.chats.set(changed._id, { ...this.chats.get(changed._id), ...changed });
      await this.#learnPeople([changed._id]);
    }
    this.emit('chats', undefined);
  }

  /** @param {string[]} cids */
  async #learnPeople(cids) {
    const answer = await this.#client.request('get_participants_by_cids', { cids });
    answer.users.forEach((/** @type {User} */ user) => this.people.set(user._id, user));
    for (const [cid, ids] of Object.entries(answer.conversations)) {
      this.participants.set(cid, ids);
    }
  }

  /** @param {string} cid */
  #watchOpponent(cid) {
    const chat = this.chats.get(cid);
    if (chat?.type === 'u') {
      this.#client
        .request('user_last_activity_subscribe', { id: this.opponentOf(chat) })
        .then(({ last_activity }) => this.#seen(last_activity))
        .catch(() => {});
    }
  }

  /** @param {Record<string, import('../client/types').Activity>} activity */
  #seen(activity) {
    Object.entries(activity).forEach(([id, value]) => this.activity.set(id, value));
    this.emit('presence', undefined);
  }

  /**
   * @param {string} cid
   * @param {string} from
   * @param {'start' | 'stop'} [status]
   */
  #typed(cid, from, status = 'start') {
    const typists = this.typing.get(cid) ?? new Map();
    clearTimeout(typists.get(from));
    typists.delete(from);
    if (status === 'start') {
      typists.set(from, setTimeout(() => this.#typed(cid, from, 'stop'), TYPING_FADES));
    }
    this.typing.set(cid, typists);
    this.emit('presence', undefined);
  }
}
