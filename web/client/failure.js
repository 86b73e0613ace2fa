// @ts-check

/** What the server answered instead of what was asked for, or that it did not answer. */
export class Failure extends Error {
  /** @param {{status: number, message: string, retry_after?: number}} error */
  constructor({ status, message, retry_after }) {
    super(message);
    this.name = 'Failure';
    /** As in HTTP; 0 when there is no connection. */
    this.status = status;
    /** Seconds to wait, where the server says so (status 429). */
    this.retryAfter = retry_after;
  }

  static disconnected() {
    return new Failure({ status: 0, message: 'There is no connection.' });
  }

  static timeout() {
    return new Failure({ status: 504, message: 'The request timed out.' });
  }

  /** Whether the same may well succeed later. */
  get isPassing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}
