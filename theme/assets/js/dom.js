// Builds elements. Texts become text nodes, so nothing that a record says is ever markup.

import { foreign } from './words.js';

/** An element with attributes and children; an empty child, a `null` or `false` is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter(Boolean).map(marked));
  return made;
}

/** What is shown for a child: a text in another language than the page's says which. */
export function marked(child) {
  const lang = typeof child === 'string' ? foreign(child) : '';
  return lang ? element('span', { lang }, document.createTextNode(child)) : child;
}

/** Give a list these children; untouched when it has them, and the focus stays where it is. */
export function arrange(list, children) {
  const same =
    list.children.length === children.length &&
    children.every((child, place) => list.children[place] === child);
  if (same) return;
  const focused = document.activeElement;
  list.replaceChildren(...children);
  if (focused !== document.activeElement && list.contains(focused)) {
    focused.focus({ preventScroll: true });
  }
}
