// @ts-check
import { $, h } from './dom.js';

/** The list of conversations. */
export class Chats {
  #list = $('#chats');
  #store;
  #choose;

  /**
   * @param {import('./store.js').Store} store
   * @param {(cid: string) => void} choose
   */
  constructor(store, choose) {
    this.#store = store;
    this.#choose = choose;
    store.on('chats', () => this.render());
  }

  render() {
    const chats = this.#store.sortedChats();
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.cid;
    this.#list.replaceChildren(...chats.map((chat) => this.#row(chat)));
    /** @type {HTMLElement} */ ($('#no-chats')).hidden = chats.length > 0;
    if (focused) {
      /** @type {HTMLElement | null} */ (
        this.#list.querySelector(`[data-cid="${focused}"]`)
      )?.focus();
    }
  }

  /** @param {import('../client/types').Conversation} chat */
  #row(chat) {
    const unread = chat.unread_messages_count ?? 0;
    const button = h(
      'button',
      {
        onclick: () => this.#choose(chat._id),
        'aria-current': String(chat._id === this.#store.open),
        'data-cid': chat._id,
      },
      h('span', { className: 'name' }, this.#store.nameOf(chat)),
      unread
        ? h('span', { className: 'badge', 'aria-label': `${unread} unread` }, String(unread))
        : h('span'),
      h('span', { className: 'last quiet' }, preview(chat.last_message)),
    );
    return h('li', {}, button);
  }
}

/** @param {import('../client/types').LastMessage} [message] */
function preview(message) {
  if (!message) {
    return '';
  }
  return message.body || (message.attachments ? 'Attachment' : '');
}
