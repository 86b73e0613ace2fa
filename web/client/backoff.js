// @ts-check

const FIRST = 500;
const LONGEST = 30_000;

/** How long to wait before the next attempt: twice as long each time, and never all at once. */
export class BackOff {
  #attempts = 0;

  /**
   * @param {number} [hint] milliseconds that the server asked for
   * @returns {number} milliseconds
   */
  next(hint = 0) {
    const ceiling = Math.min(LONGEST, FIRST * 2 ** this.#attempts++);
    return hint + Math.random() * ceiling;
  }

  reset() {
    this.#attempts = 0;
  }
}
