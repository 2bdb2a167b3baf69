// A row as an element of the list, with the classes of theme/components/row. What a tag looks like
// comes from the page's own templates, so that lists made here and lists made at build time agree.

import { element } from './dom.js';
import { appendExcerpt, appendMarked, hits } from './excerpts.js';

export class RowItems {
  /** `root` is the mount point; it holds a `<template data-tag="…">` for each tone. */
  constructor(root) {
    this.base = new URL(root.dataset.base, document.baseURI);
    this.tags = new Map(
      Array.from(root.querySelectorAll('template[data-tag]'), (template) => [
        template.dataset.tag,
        template.content.firstElementChild,
      ])
    );
  }

  /** The element of a row; `card` says what it is about, `table` where it stands. */
  item(table, card, terms) {
    const { row } = card;
    const [kind] = table.values(row, 'kind');
    return element(
      'li',
      { class: 'row', 'data-kind': kind },
      element('h3', { class: 'row__title' }, this.titleLink(card, terms)),
      element('p', { class: 'row__tags' }, ...this.tagsOf(table, row)),
      card.context && element('p', { class: 'row__context' }, card.context),
      card.text && excerpt(card.text, terms),
      facts(table, row)
    );
  }

  titleLink(card, terms) {
    const link = element('a', { href: new URL(card.address, this.base).href });
    appendMarked(link, card.title, hits(card.title, terms));
    return link;
  }

  /** What became of it and what is wrong with it; of what has no progress, what it is. */
  tagsOf(table, row) {
    const found = [this.standing(table, row)];
    for (const key of ['overdue', 'promise_due']) {
      for (const value of table.values(row, key)) {
        found.push(this.tag(key, table.index.tones[key], table.label(key, value)));
      }
    }
    return found;
  }

  standing(table, row) {
    const [key, value] = ['result', 'stage', 'kind']
      .map((facet) => [facet, table.values(row, facet)[0]])
      .find(([, found]) => found);
    const label = table.label(key, value);
    if (key === 'kind') return element('span', { class: 'row__kind' }, label);
    // What only a report said was never checked, so it gets no colour that vouches for it.
    const compiled = table.values(row, 'compiled').length > 0;
    const tone = table.index.tones[compiled ? 'compiled' : value];
    return this.tag(value, tone, key === 'result' ? label + promise(table, row) : label);
  }

  tag(status, tone, label) {
    const made = this.tags.get(tone).cloneNode(true);
    made.dataset.status = status;
    made.lastElementChild.textContent = label;
    return made;
  }
}

/** A promised day is said with the result, `，2024-10 前`; any other promise has its own words. */
function promise(table, row) {
  const [value] = table.values(row, 'promise');
  if (!value) return '';
  const label = table.label('promise', value);
  return /^\d/.test(label) ? `，${label} 前` : `，${label}`;
}

function excerpt(text, terms) {
  const shown = element('p', { class: 'row__excerpt' });
  appendExcerpt(shown, text, terms);
  return shown;
}

function facts(table, row) {
  const labels = (key) => table.values(row, key).map((value) => table.label(key, value));
  const date = table.date(row);
  const found = [labels('region').join('、'), labels('unit').join('、')]
    .concat(labels('due').map((day) => `期限 ${day}`), labels('compiled'))
    .filter(Boolean)
    .map((text) => element('span', {}, text));
  if (date) found.push(element('time', { datetime: date }, date));
  return element('p', { class: 'row__facts' }, ...found.flatMap((fact) => [fact, ' ']));
}
