// The parts of the ledger and search pages that stay while their contents change: filters,
// count, chips, order, list, pages, and the messages for waiting, nothing found and failure.

import { arrange, element } from './dom.js';
import { say } from './words.js';

const SORTS = [
  ['newest', say('按日期，新的在前')],
  ['oldest', say('按日期，旧的在前')],
  ['due', say('按期限，先到的在前')],
  ['title', say('按标题')],
  ['hits', say('标题里有的在前')],
];
// A wait shorter than this is not worth a message that flashes up.
const PATIENCE = 150;

export class Layout {
  /** Stands in for the plain lists of the page, its `data-static`; `panel` is the element of the facets. */
  constructor(root, panel, { go, sort, retry }) {
    this.retry = retry;
    this.tips = root.querySelector('template[data-tips]');
    this.count = element('p', { class: 'browse__count', role: 'status', tabindex: '-1' });
    this.chips = element('ul', { class: 'pills', 'aria-label': say('已选条件') });
    this.named = element('ul', { class: 'browse__named', 'aria-label': say('叫这个名字的') });
    this.sort = element('select', { class: 'field' });
    this.sort.addEventListener('change', () => sort(this.sort.value));
    this.order = element('label', { class: 'browse__order' }, say('排列'), ' ', this.sort);
    this.note = element('div', { class: 'browse__note' });
    this.list = element('ol', { class: 'rows' });
    this.pages = element('nav', { class: 'pagination', 'aria-label': say('翻页') });
    for (const part of [this.chips, this.named, this.order, this.pages]) part.hidden = true;
    const heading = element('h2', { class: 'sr-only' }, say('结果'));
    const above = [heading, this.count, this.order, this.chips, this.named, this.note];
    this.results = element('div', { class: 'browse__results' }, ...above, this.list, this.pages);
    this.results.addEventListener('click', (event) => followState(event, go));
    this.all = element('div', { class: 'browse__parts' }, filters(panel), this.results);
    this.root = root;
    this.plain = root.querySelector('[data-static]');
    this.plain.after(this.all);
    this.idle();
  }

  /** Nothing has been asked for: the plain lists are a way in. */
  idle() {
    clearTimeout(this.waiting);
    this.root.classList.add('browse--idle');
    this.all.hidden = true;
    this.plain.hidden = false;
  }

  /** Say that something is coming, if it takes long. */
  wait(message) {
    this.root.classList.remove('browse--idle');
    this.all.hidden = false;
    this.plain.hidden = true;
    this.results.setAttribute('aria-busy', 'true');
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.count.textContent = message;
    }, PATIENCE);
  }

  draw({ count, searched, sort, chips, named, rows, pages, jump }) {
    this.finish(say('共 {n} 条', { n: count }));
    this.note.replaceChildren(...(count ? [] : this.nothing(searched)));
    arrange(this.chips, chips);
    arrange(this.named, named);
    arrange(this.list, rows);
    arrange(this.pages, pages);
    this.drawSort(sort, searched);
    this.chips.hidden = chips.length === 0;
    this.named.hidden = named.length === 0;
    this.pages.hidden = pages.length === 0;
    this.order.hidden = count < 2;
    if (jump) this.count.focus();
  }

  finish(message) {
    clearTimeout(this.waiting);
    this.results.removeAttribute('aria-busy');
    this.count.textContent = message;
  }

  drawSort(sort, searched) {
    const offered = SORTS.filter(([key]) => searched || key !== 'hits');
    const options = offered.map(([value, label]) => element('option', { value }, label));
    this.sort.replaceChildren(...options);
    this.sort.value = offered.some(([key]) => key === sort) ? sort : 'newest';
  }

  nothing(searched) {
    const message = searched ? say('没有找到同时符合的内容。') : say('没有符合这些条件的内容。');
    const tips = searched && this.tips ? [this.tips.content.cloneNode(true)] : [];
    return [element('p', {}, message), ...tips];
  }

  failUnreachable() {
    this.fail(say('没有读到数据，请检查网络后再试。'), say('再试一次'), this.retry);
  }

  failOutdated() {
    this.fail(say('网站内容刚刚更新过，请刷新页面。'), say('刷新'), () => window.location.reload());
  }

  fail(message, action, act) {
    this.finish(message);
    const button = element('button', { type: 'button', class: 'button' }, action);
    button.addEventListener('click', act);
    this.note.replaceChildren(button);
    for (const part of [this.named, this.list, this.pages]) part.replaceChildren();
  }
}

/** On a wide page the filters stand beside the list, on a narrow one they wait until asked for. */
function filters(panel) {
  const open = window.matchMedia('(min-width: 60rem)').matches;
  const summary = element('summary', { class: 'button button--quiet' }, say('筛选'));
  return element('details', { class: 'browse__filters', open }, summary, panel);
}

/** A plain click on a link to another state stays on the page; all other clicks are the browser's. */
function followState(event, go) {
  const link = event.target.closest('a[data-state]');
  const special = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || special) return;
  event.preventDefault();
  go(new URL(link.href).search);
}
