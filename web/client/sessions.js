// @ts-check
import { Failure } from './failure.js';

/** A token that ends this soon is renewed before it is used. */
const MARGIN = 60_000;

/**
 * @typedef {object} Session
 * @property {import('./types').User} user
 * @property {string} token
 * @property {number} expiresAt unix milliseconds
 */

/** Signing in and out over HTTP; the refresh token is a cookie that scripts never see. */
export class Sessions {
  #url;
  #deviceId;

  /**
   * @param {string} url
   * @param {string} deviceId
   */
  constructor(url, deviceId) {
    this.#url = url;
    this.#deviceId = deviceId;
  }

  /**
   * @param {{login?: string, password?: string}} [credentials] none: by the cookie
   * @returns {Promise<Session>}
   */
  async begin(credentials = {}) {
    const answer = await this.#post('/login', { ...credentials, device_id: this.#deviceId });
    return { user: answer.user, token: answer.access_token, expiresAt: answer.expired_at };
  }

  /** @param {Session} session */
  async end(session) {
    await this.#post('/logout', {}, { Authorization: `Bearer ${session.token}` });
  }

  /** @param {Session} session */
  static isFresh(session) {
    return session.expiresAt - MARGIN > Date.now();
  }

  /**
   * @param {string} path
   * @param {object} body
   * @param {Record<string, string>} [headers]
   */
  async #post(path, body, headers = {}) {
    const answer = await fetch(this.#url + path, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }).catch(() => {
      throw Failure.disconnected();
    });
    if (!answer.ok) {
      throw new Failure({ status: answer.status, message: await answer.text() });
    }
    return answer.json();
  }
}
