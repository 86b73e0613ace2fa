// @ts-check

/** @typedef {import('./types').OutgoingMessage} OutgoingMessage */

/**
 * Messages that the server has not acknowledged, in the order in which they were written. They
 * outlive a reload where there is a storage to keep them in. The server knows a message by its id
 * for a day, so that sending one twice is harmless.
 */
export class Outbox {
  #storage;
  #key;
  /** @type {OutgoingMessage[]} */
  #messages = [];

  /**
   * @param {string} userId whose messages these are
   * @param {Pick<Storage, 'getItem' | 'setItem'>} [storage]
   */
  constructor(userId, storage) {
    this.#storage = storage;
    this.#key = `parlance.outbox.${userId}`;
    this.#messages = JSON.parse(storage?.getItem(this.#key) ?? '[]');
  }

  /** @returns {readonly OutgoingMessage[]} */
  get messages() {
    return this.#messages;
  }

  /** @param {OutgoingMessage} message */
  add(message) {
    this.#messages.push(message);
    this.#save();
  }

  /**
   * @param {string} id
   * @returns {OutgoingMessage | undefined} what was waiting under this id
   */
  remove(id) {
    const found = this.#messages.find((message) => message.id === id);
    if (found) {
      this.#messages = this.#messages.filter((message) => message !== found);
      this.#save();
    }
    return found;
  }

  #save() {
    this.#storage?.setItem(this.#key, JSON.stringify(this.#messages));
  }
}
