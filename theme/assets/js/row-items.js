// A row as an element of the list, with the classes of theme/components/row. What a tag looks like
// comes from the page's own templates, so that lists made here and lists made at build time agree.

import { element, marked } from './dom.js';
import { appendExcerpt, appendMarked, hits } from './excerpts.js';
import { foreign, joined, say } from './words.js';

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
    const lang = foreign(card.title) || null;
    const link = element('a', { href: new URL(card.address, this.base).href, lang });
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
    if (table.values(row, 'compiled').length) return this.reported(table, key, value);
    const detail = key === 'result' ? promise(table, row, value) : '';
    return this.tag(value, table.index.tones[value], label, detail);
  }

  /** What only a report said was never checked: no stage, and no colour that vouches for it. */
  reported(table, key, value) {
    const said = key === 'result' ? say('报道说：{word}', { word: table.label(key, value) }) : say('只有报道');
    return this.tag(value, table.index.tones.compiled, said);
  }

  tag(status, tone, label, detail = '') {
    const made = this.tags.get(tone).cloneNode(true);
    made.dataset.status = status;
    made.lastElementChild.replaceChildren(marked(label));
    if (detail) {
      made.lastElementChild.append(say('，'), element('span', { class: 'tag__detail' }, detail));
    }
    return made;
  }
}

/** What is promised by when, in the words of the item's own page: `2024年10月前`, `2024年内`. */
function promise(table, row, result) {
  const [value] = table.values(row, 'promise');
  if (!value) return '';
  const [year, month, day] = value.split('-').map(Number);
  if (!year) return say('时间未定');
  const when = dayWords(year, month && say(`${month}月`), day);
  const words = month ? say('{day}前', { day: when }) : say('{day}内', { day: when });
  return result === 'in_progress' ? say('答应{promise}', { promise: words }) : words;
}

function dayWords(year, month, day) {
  if (!month) return say('{year}年', { year });
  return day ? say('{year}年{month}{day}日', { year, month, day }) : say('{year}年{month}', { year, month });
}

function excerpt(text, terms) {
  const shown = element('p', { class: 'row__excerpt', lang: foreign(text) || null });
  appendExcerpt(shown, text, terms);
  return shown;
}

function facts(table, row) {
  const labels = (key) => table.values(row, key).map((value) => table.label(key, value));
  const date = table.date(row);
  const found = [joined('、', labels('region')), joined('、', labels('unit'))]
    .concat(labels('due').map((day) => say('期限 {day}', { day })), labels('compiled'))
    .filter(Boolean)
    .map((text) => element('span', {}, text));
  if (date) found.push(element('time', { datetime: date }, date));
  return element('p', { class: 'row__facts' }, ...found.flatMap((fact) => [fact, ' ']));
}
