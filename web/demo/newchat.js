// @ts-check
import { $, h } from './dom.js';

/** Chooses people to chat with: one for a one-to-one, more for a group. */
export class NewChat {
  #dialog = /** @type {HTMLDialogElement} */ ($('#new-chat-dialog'));
  #form = /** @type {HTMLFormElement} */ ($('form', this.#dialog));
  #keyword = /** @type {HTMLInputElement} */ ($('[name=keyword]', this.#form));
  #name = /** @type {HTMLInputElement} */ ($('[name=name]', this.#form));
  #client;
  #begun;
  /** @type {import('../client/types').User[]} */
  #chosen = [];

  /**
   * @param {import('../client/client.js').ParlanceClient} client
   * @param {(conversation: import('../client/types').Conversation) => void} begun
   */
  constructor(client, begun) {
    this.#client = client;
    this.#begun = begun;
    this.#keyword.addEventListener('input', () => this.#search());
    this.#form.addEventListener('submit', (event) => this.#begin(event));
    $('.cancel', this.#form).addEventListener('click', () => this.#dialog.close());
  }

  open() {
    this.#form.reset();
    this.#chosen = [];
    this.#render([]);
    this.#dialog.showModal();
  }

  async #search() {
    const keyword = this.#keyword.value.trim();
    if (!keyword) {
      this.#render([]);
      return;
    }
    const ignore_ids = this.#chosen.map(({ _id }) => _id);
    const { users } = await this.#client.request('user_search', { keyword, ignore_ids, limit: 8 });
    if (keyword === this.#keyword.value.trim()) {
      this.#render(users);
    }
  }

  /** @param {import('../client/types').User[]} found */
  #render(found) {
    $('.found', this.#form).replaceChildren(
      ...found.map((user) =>
        h('li', {}, h('button', { type: 'button', onclick: () => this.#choose(user) }, user.login)),
      ),
    );
    const logins = this.#chosen.map(({ login }) => login).join(', ');
    $('.chosen', this.#form).textContent = logins && `With ${logins}`;
    $('.error', this.#form).textContent = '';
    const isGroup = this.#chosen.length > 1;
    /** @type {HTMLElement} */ ($('.group-name', this.#form)).hidden = !isGroup;
    this.#name.required = isGroup;
    /** @type {HTMLButtonElement} */ ($('.begin', this.#form)).disabled = !this.#chosen.length;
  }

  /** @param {import('../client/types').User} user */
  #choose(user) {
    this.#chosen.push(user);
    this.#keyword.value = '';
    this.#render([]);
    this.#keyword.focus();
  }

  /** @param {SubmitEvent} event */
  async #begin(event) {
    event.preventDefault();
    const participants = this.#chosen.map(({ _id }) => _id);
    const request =
      participants.length > 1
        ? { type: 'g', name: this.#name.value, participants }
        : { type: 'u', participants };
    try {
      const { conversation } = await this.#client.request('conversation_create', request);
      this.#dialog.close();
      this.#begun(conversation);
    } catch (failure) {
      $('.error', this.#form).textContent = /** @type {Error} */ (failure).message;
    }
  }
}
