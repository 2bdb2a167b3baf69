// The panel of facets: for each one its values as checkboxes with counts. Elements are kept and
// brought up to date, so that a keyboard or a screen reader does not lose its place.

import { arrange, element } from './dom.js';
import { optionsOf } from './options.js';

const SHOWN = 8;

export class Panel {
  /** `choose(facet, value, chosen)` and `chooseOwn(only)` are called when the reader decides. */
  constructor({ choose, chooseOwn }) {
    this.choose = choose;
    this.groups = new Map();
    this.ownBox = element('input', { type: 'checkbox' });
    this.ownBox.addEventListener('change', () => chooseOwn(this.ownBox.checked));
    this.own = element('label', { class: 'facet-own' }, this.ownBox, '只看本级，不含下级');
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
    const list = element('ul', { class: 'facet-list' });
    const more = element('button', { type: 'button', class: 'facet-more' });
    const legend = element('legend', { class: 'facet-name' }, facet.label);
    const attributes = { class: 'facet', 'data-facet': facet.key };
    const root = element('fieldset', attributes, legend, list, more);
    const group = { facet, root, list, more, items: new Map(), options: [], all: false };
    more.addEventListener('click', () => {
      group.all = !group.all;
      this.draw(group);
    });
    return group;
  }

  draw(group) {
    const { options, facet, more } = group;
    const all = group.all || facet.shape === 'tree';
    const shown = options.filter(({ chosen }, place) => all || chosen || place < SHOWN);
    const items = shown.map((option) => this.item(group, option));
    arrange(group.list, items);
    more.hidden = facet.shape === 'tree' || options.length <= SHOWN;
    more.setAttribute('aria-expanded', String(group.all));
    more.textContent = group.all ? '收起' : `全部 ${options.length} 项`;
  }

  item(group, option) {
    const { items, facet } = group;
    if (!items.has(option.value)) items.set(option.value, this.makeItem(facet.key, option.value));
    const item = items.get(option.value);
    item.box.checked = option.chosen;
    item.label.textContent = option.label;
    item.count.textContent = option.count === null ? '' : String(option.count);
    item.root.dataset.depth = String(option.depth);
    return item.root;
  }

  makeItem(key, value) {
    const box = element('input', { type: 'checkbox', name: key, value });
    box.addEventListener('change', () => this.choose(key, value, box.checked));
    const label = element('span', { class: 'facet-label' });
    const count = element('span', { class: 'facet-count' });
    const root = element('li', {}, element('label', {}, box, label, ' ', count));
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
