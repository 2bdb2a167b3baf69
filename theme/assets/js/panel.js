// The panel of facets: for each one its values as check boxes with counts. Elements are kept and
// brought up to date, so that a keyboard or a screen reader does not lose its place.

import { arrange, element, marked } from './dom.js';
import { optionsOf } from './options.js';
import { say } from './words.js';

const SHOWN = 8;
const OPEN = ['region', 'result', 'stage', 'overdue'];

export class Panel {
  /** `choose(facet, value, chosen)` and `chooseOwn(only)` are called when the reader decides. */
  constructor({ choose, chooseOwn }) {
    this.choose = choose;
    this.groups = new Map();
    this.ownBox = element('input', { type: 'checkbox' });
    this.ownBox.addEventListener('change', () => chooseOwn(this.ownBox.checked));
    this.own = element('label', { class: 'check facets__own' }, this.ownBox, say('只看本级，不含下级'));
    this.root = element('div', { class: 'facets' });
  }

  update(ledger, state, counts) {
    const groups = ledger.index.facets
      .filter((facet) => facet.shape !== 'hidden')
      .map((facet) => this.updateGroup(ledger, facet, state, counts.get(facet.key)))
      .filter((group) => group !== null);
    arrange(this.root, groups);
  }

  updateGroup(ledger, facet, state, counts) {
    const options = optionsOf(ledger, facet.key, state, counts);
    if (!options.length) return null;
    const group = this.group(facet);
    group.options = options;
    this.draw(group);
    if (facet.shape === 'tree') this.updateOwn(ledger, state, group);
    return group.root;
  }

  group(facet) {
    if (!this.groups.has(facet.key)) this.groups.set(facet.key, this.makeGroup(facet));
    return this.groups.get(facet.key);
  }

  makeGroup(facet) {
    const list = element('ul', { 'data-shape': facet.shape });
    const more = element('button', { type: 'button', class: 'button button--quiet facets__more' });
    const inside = element('div', { role: 'group', 'aria-label': say(facet.label) }, list, more);
    const root = element(
      'details',
      { class: 'facets__group', 'data-facet': facet.key, open: OPEN.includes(facet.key) },
      element('summary', {}, say(facet.label)),
      inside
    );
    const group = { facet, root, list, more, items: new Map(), options: [], all: false };
    more.addEventListener('click', () => {
      group.all = !group.all;
      this.draw(group);
    });
    return group;
  }

  draw(group) {
    const { options, facet, more } = group;
    const long = facet.shape !== 'tree' && options.length > SHOWN;
    const all = group.all || !long;
    const shown = options.filter(({ chosen }, place) => all || chosen || place < SHOWN);
    arrange(group.list, shown.map((option) => this.item(group, option)));
    if (options.some(({ chosen }) => chosen)) group.root.open = true;
    more.hidden = !long;
    more.setAttribute('aria-expanded', String(group.all));
    more.textContent = group.all ? say('收起') : say('全部 {n} 项', { n: options.length });
  }

  item(group, option) {
    const { items, facet } = group;
    if (!items.has(option.value)) items.set(option.value, this.makeItem(facet.key, option.value));
    const item = items.get(option.value);
    item.box.checked = option.chosen;
    item.label.replaceChildren(marked(option.label));
    item.count.textContent = option.count === null ? '' : String(option.count);
    item.root.dataset.depth = String(option.depth);
    return item.root;
  }

  makeItem(key, value) {
    const box = element('input', { type: 'checkbox', name: key, value });
    box.addEventListener('change', () => this.choose(key, value, box.checked));
    const label = element('span', { class: 'facets__label' });
    const count = element('span', { class: 'facets__count' });
    const root = element('li', {}, element('label', { class: 'check' }, box, label, ' ', count));
    return { root, box, label, count };
  }

  /** Only where a chosen region has regions below it does the question arise. */
  updateOwn(ledger, state, group) {
    const chosen = Array.from(state.filters.get('region') ?? []);
    const wide = chosen.some((region) => ledger.regions.below(region).length > 0);
    this.ownBox.checked = state.own;
    if (wide) group.list.after(this.own);
    else this.own.remove();
  }
}
