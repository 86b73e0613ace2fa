// @ts-check

/**
 * @template {Element} T
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {T} what must be there
 */
export function $(selector, within = document) {
  const found = within.querySelector(selector);
  if (!found) {
    throw new Error(`the page has no ${selector}`);
  }
  return /** @type {T} */ (found);
}

/**
 * Makes an element. Text goes in as text, never as HTML.
 * @param {keyof HTMLElementTagNameMap} tag
 * @param {Record<string, any>} [properties]
 * @param {...(Node | string)} children
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || name === 'role') {
      element.setAttribute(name, value);
    } else {
      Object.assign(element, { [name]: value });
    }
  }
  element.append(...children);
  return element;
}
