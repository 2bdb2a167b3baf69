// Links from one state of the list to another: chips that take a choice back, and further pages.
// They are links and not buttons, so that each can be opened elsewhere or sent on.

import { element } from './dom.js';
import { periodText } from './period.js';
import { changed, withValue, writeState } from './state.js';
import { say } from './words.js';

const YES = 'yes';

/** Each chosen value with a link that takes it back, and one that takes back all. */
export function chips(table, state) {
  const found = [];
  for (const [key, values] of state.filters) {
    for (const value of values) {
      found.push(chip(nameOf(table, key, value), withValue(state, key, value, false)));
    }
  }
  if (state.own) found.push(chip(say('只看本级'), changed(state, { own: false })));
  const period = periodText(state);
  const always = { since: '', until: '' };
  if (period) found.push(chip(say('时间：{period}', { period }), changed(state, always)));
  if (found.length > 1) {
    found.push(chip(say('全部'), changed(state, { filters: new Map(), own: false, ...always })));
  }
  return found;
}

/** What is chosen, in words; of a question with one answer the answer says it all. */
function nameOf(table, key, value) {
  const label = table.label(key, value);
  return value === YES ? label : say('{label}：{text}', { label: say(table.facets.get(key).label), text: label });
}

function chip(name, state) {
  const cross = element('span', { 'aria-hidden': 'true' }, '×');
  return element('li', {}, link(state, { class: 'pill', 'aria-label': say('去掉 {name}', { name }) }, name, cross));
}

/** Where the reader is among the pages, with links to the one before and the one after. */
export function pageLinks(state, last) {
  const { page } = state;
  const button = 'button button--quiet';
  const before = link({ ...state, page: page - 1 }, { class: button, rel: 'prev' }, say('上一页'));
  const after = link({ ...state, page: page + 1 }, { class: button, rel: 'next' }, say('下一页'));
  const here = element('p', {}, say('第 {number} 页，共 {last} 页', { number: page, last }));
  return [page > 1 ? before : null, here, page < last ? after : null].filter(Boolean);
}

function link(state, attributes, ...children) {
  return element('a', { ...attributes, href: writeState(state), 'data-state': true }, ...children);
}
