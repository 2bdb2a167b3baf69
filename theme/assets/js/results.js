// Draws what was found: chips of the chosen values, the rows, and the links to further pages.

import { appendExcerpt, appendMarked, hits } from './excerpts.js';
import { element } from './dom.js';
import { changed, withValue, writeState } from './state.js';

/** A row of the list. `card` says what it is about, `table` where it stands; `terms` are marked. */
export function rowItem(table, card, terms, base) {
  const { row } = card;
  return element(
    'li',
    { class: 'row', 'data-kind': table.values(row, 'kind')[0] ?? null },
    element('h3', { class: 'row-title' }, titleLink(card, terms, base)),
    tags(table, row),
    card.context && element('p', { class: 'row-context' }, card.context),
    card.text ? excerpt(card.text, terms) : null,
    facts(table, row)
  );
}

function titleLink(card, terms, base) {
  const link = element('a', { href: new URL(card.address, base).href });
  appendMarked(link, card.title, hits(card.title, terms));
  return link;
}

function excerpt(text, terms) {
  const shown = element('p', { class: 'row-excerpt' });
  appendExcerpt(shown, text, terms);
  return shown;
}

/** What became of it, then what is wrong with it; of other kinds, what it is. */
function tags(table, row) {
  const found = [status(table, row)];
  for (const key of ['overdue', 'promise_due']) {
    for (const value of table.values(row, key)) found.push(tag(key, table.label(key, value)));
  }
  return element('p', { class: 'row-tags' }, ...found);
}

function status(table, row) {
  const [result] = table.values(row, 'result');
  if (result) return tag(result, table.label('result', result) + promise(table, row));
  const [stage] = table.values(row, 'stage');
  if (stage) return tag(stage, table.label('stage', stage));
  const [kind] = table.values(row, 'kind');
  return element('span', { class: 'row-kind' }, table.label('kind', kind));
}

/** A promised day is said with the result, `2024-10 前`; any other promise has words of its own. */
function promise(table, row) {
  const [value] = table.values(row, 'promise');
  if (!value) return '';
  const label = table.label('promise', value);
  return /^\d/.test(label) ? `，${label} 前` : `，${label}`;
}

function tag(key, label) {
  return element('span', { class: 'tag', 'data-status': key }, label);
}

function facts(table, row) {
  const labels = (key) => table.values(row, key).map((value) => table.label(key, value));
  const date = table.date(row);
  const found = [labels('region').join('、'), labels('unit').join('、')]
    .concat(labels('due').map((day) => `期限 ${day}`))
    .filter(Boolean)
    .map((text) => element('span', {}, text));
  if (date) found.push(element('time', { datetime: date }, date));
  return element('p', { class: 'row-facts' }, ...found.flatMap((fact) => [fact, ' ']));
}

/** Each chosen value with a link that takes it back, and one that takes back all. */
export function chips(table, state) {
  const found = [];
  for (const [key, values] of state.filters) {
    for (const value of values) {
      const name = `${table.facets.get(key).label}：${table.label(key, value)}`;
      found.push(chip(name, withValue(state, key, value, false)));
    }
  }
  if (state.own) {
    found.push(chip('只看本级', changed(state, { own: false })));
  }
  if (found.length > 1) {
    found.push(chip('全部条件', changed(state, { filters: new Map(), own: false })));
  }
  return found;
}

function chip(name, state) {
  const cross = element('span', { 'aria-hidden': 'true' }, ' ×');
  const link = { class: 'chip', href: writeState(state), 'data-state': true };
  const said = { ...link, 'aria-label': `去掉 ${name}` };
  return element('li', {}, element('a', said, name, cross));
}

/** Links to the first, the last and the neighbouring pages; nothing when there is one page. */
export function pager(state, pages) {
  if (pages < 2) return [];
  const near = [1, state.page - 1, state.page, state.page + 1, pages];
  const numbers = Array.from(new Set(near)).filter((page) => page >= 1 && page <= pages);
  const links = numbers.sort((a, b) => a - b).map((page) => pageLink(state, page, String(page)));
  const before = state.page > 1 ? pageLink(state, state.page - 1, '上一页') : null;
  const after = state.page < pages ? pageLink(state, state.page + 1, '下一页') : null;
  return [before, ...links, after].filter(Boolean).map((link) => element('li', {}, link));
}

function pageLink(state, page, text) {
  const number = text === String(page);
  return element(
    'a',
    {
      href: writeState({ ...state, page }),
      'data-state': true,
      'aria-label': number ? `第 ${page} 页` : null,
      'aria-current': number && page === state.page ? 'page' : null,
    },
    text
  );
}
