// @ts-check
import { $, h } from './dom.js';

/** How often the others are told that somebody types. */
const TYPING_EVERY = 5_000;

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The conversation that is open: its messages, and where to write one. */
export class ConversationView {
  #view = /** @type {HTMLElement} */ ($('#conversation'));
  #messages = /** @type {HTMLElement} */ ($('#messages'));
  #text = /** @type {HTMLTextAreaElement} */ ($('#text'));
  #file = /** @type {HTMLInputElement} */ ($('#file'));
  #client;
  #store;
  #files;
  #typedAt = 0;
  /**
   * Messages that the server would not take, by their own ids.
   * @type {Map<string, any>}
   */
  #refused = new Map();

  /**
   * @param {import('../client/client.js').ParlanceClient} client
   * @param {import('./store.js').Store} store
   * @param {import('./files.js').Files} files
   */
  constructor(client, store, files) {
    this.#client = client;
    this.#store = store;
    this.#files = files;
    client.on('refused', ({ message, failure }) =>
      this.#refused.set(message.id, { ...message, failure }),
    );
    store.on('messages', (cid) => cid === store.open && this.#renderMessages());
    store.on('chats', () => this.#renderHeading());
    store.on('presence', () => this.#renderPresence());
    $('#composer').addEventListener('submit', (event) => this.#submit(event));
    this.#text.addEventListener('keydown', (event) => this.#key(event));
    this.#text.addEventListener('input', () => this.#typing());
    $('#attach').addEventListener('click', () => this.#file.click());
    this.#file.addEventListener('change', () => this.#attach());
  }

  /** @param {string} cid */
  async open(cid) {
    this.#view.hidden = false;
    this.#messages.replaceChildren();
    this.#store.open = cid;
    this.#store.emit('chats', undefined);
    this.#text.focus();
    await this.#store.show(cid);
    this.#renderPresence();
  }

  close() {
    this.#store.leave();
    this.#view.hidden = true;
  }

  #chat() {
    return this.#store.chats.get(this.#store.open ?? '');
  }

  #renderHeading() {
    const chat = this.#chat();
    if (chat) {
      $('#title').textContent = this.#store.nameOf(chat);
    } else if (this.#store.open) {
      this.close();
    }
  }

  #renderPresence() {
    const chat = this.#chat();
    if (!chat) {
      return;
    }
    const typists = [...(this.#store.typing.get(chat._id)?.keys() ?? [])];
    const names = typists.map((id) => this.#store.personName(id)).join(', ');
    $('#typing').textContent = names && `${names} ${typists.length > 1 ? 'are' : 'is'} typing…`;
    const activity = this.#store.activity.get(this.#store.opponentOf(chat));
    const online = chat.type === 'u' && activity === 'online';
    const subtitle = $('#subtitle');
    subtitle.classList.toggle('online', online);
    subtitle.textContent = online ? 'online' : this.#about(chat, activity);
  }

  /**
   * @param {import('../client/types').Conversation} chat
   * @param {import('../client/types').Activity} [activity]
   */
  #about(chat, activity) {
    if (chat.type === 'u') {
      return activity ? `last seen ${moment.format(1000 * Number(activity))}` : '';
    }
    const people = this.#store.participants.get(chat._id) ?? [];
    return people.map((id) => this.#store.personName(id)).join(', ');
  }

  #renderMessages() {
    const cid = this.#store.open ?? '';
    const stored = (this.#store.messages.get(cid) ?? []).map((message) => this.#message(message));
    const waiting = this.#client.unsent.filter((message) => message.cid === cid);
    const refused = [...this.#refused.values()].filter((message) => message.cid === cid);
    this.#messages.replaceChildren(
      ...stored,
      ...refused.map((message) => this.#own(message, message.failure.message, 'failed')),
      ...waiting.map((message) => this.#own(message, 'waiting', 'waiting')),
    );
    this.#messages.scrollTop = this.#messages.scrollHeight;
  }

  /** @param {import('../client/types').Message} message */
  #message(message) {
    if (message.x?.type) {
      return h('li', { className: 'note quiet' }, message.body ?? '');
    }
    const time = clock.format(1000 * message.t);
    if (message.from === this.#store.me) {
      return this.#own(message, `${time} · ${message.status ?? 'sent'}`, message.status ?? 'sent');
    }
    return h(
      'li',
      { className: 'message', 'data-id': message._id },
      ...(this.#chat()?.type === 'u' ? [] : [this.#author(message.from)]),
      ...this.#content(message),
      h('span', { className: 'foot' }, time),
    );
  }

  /**
   * @param {Pick<import('../client/types').Message, 'body' | 'attachments'>} message
   * @param {string} foot
   * @param {string} status
   */
  #own(message, foot, status) {
    return h(
      'li',
      { className: `message mine ${status}` },
      ...this.#content(message),
      h('span', { className: 'foot' }, foot),
    );
  }

  /** @param {string} id */
  #author(id) {
    return h('span', { className: 'author' }, this.#store.personName(id));
  }

  /** @param {Pick<import('../client/types').Message, 'body' | 'attachments'>} message */
  #content({ body, attachments = [] }) {
    return [...attachments.map((attachment) => this.#files.view(attachment)), body ?? ''];
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      this.#submit(event);
    }
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const body = this.#text.value.trim();
    const cid = this.#store.open;
    if (body && cid) {
      this.#send({ cid, body });
      this.#text.value = '';
    }
  }

  async #attach() {
    const file = this.#file.files?.[0];
    const cid = this.#store.open;
    this.#file.value = '';
    if (file && cid) {
      this.#send({ cid, attachments: [await this.#files.upload(file)] });
    }
  }

  /** @param {Omit<import('../client/types').OutgoingMessage, 'id'>} message */
  #send(message) {
    this.#typedAt = 0;
    this.#client.send(message);
    this.#renderMessages();
  }

  #typing() {
    if (this.#store.open && Date.now() - this.#typedAt > TYPING_EVERY) {
      this.#typedAt = Date.now();
      this.#client.typing(this.#store.open);
    }
  }
}
