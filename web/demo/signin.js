// @ts-check
import { $ } from './dom.js';

/** The form that lets people in: shown while nobody is signed in. */
export class SignIn {
  #view = /** @type {HTMLElement} */ ($('#sign-in'));
  #form = /** @type {HTMLFormElement} */ ($('form', this.#view));
  #client;

  /** @param {import('../client/client.js').ParlanceClient} client */
  constructor(client) {
    this.#client = client;
    this.#form.addEventListener('submit', (event) => this.#submit(event));
  }

  show() {
    this.#view.hidden = false;
    /** @type {HTMLInputElement} */ ($('input', this.#form)).focus();
  }

  hide() {
    this.#view.hidden = true;
    this.#form.reset();
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const fields = new FormData(this.#form);
    const login = String(fields.get('login'));
    const password = String(fields.get('password'));
    const isNew = /** @type {HTMLButtonElement} */ (event.submitter)?.value === 'up';
    try {
      this.#complain('');
      await (isNew
        ? this.#client.signUp({ login, password })
        : this.#client.signIn({ login, password }));
    } catch (failure) {
      this.#complain(/** @type {Error} */ (failure).message);
    }
  }

  /** @param {string} text */
  #complain(text) {
    $('.error', this.#form).textContent = text;
  }
}
