// The ledger and the search page: reads the state from the address, has the needed files loaded,
// selects, and draws. Every change goes through the address; only the newest state is drawn.

import { Unreachable } from './files.js';
import { Panel } from './panel.js';
import { Layout } from './layout.js';
import { RowItems } from './row-items.js';
import { chips, pageLinks } from './links.js';
import { named } from './named.js';
import { holds } from './period.js';
import { select } from './select.js';
import { PER_PAGE, changed, readState, withValue, writeState } from './state.js';
import { Outdated } from './text-search.js';
import { terms as termsOf } from './tokens.js';
import { sortedPage } from './sorting.js';
import { say } from './words.js';

export class Browse {
  /**
   * `root` is the mount point, `ledger` the opened ledger. With `search`, texts are searched, and
   * nothing is listed until something is asked for; `heard` is told each state that is shown.
   */
  constructor(root, ledger, { search = null, heard = () => {} } = {}) {
    this.ledger = ledger;
    this.search = search;
    this.heard = heard;
    this.rows = new RowItems(root);
    this.keys = ledger.index.facets.map(({ key }) => key);
    this.run = 0;
    this.panel = new Panel({
      choose: (key, value, chosen) => this.choose(key, value, chosen),
      chooseOwn: (own) => this.go(changed(this.state, { own })),
    });
    this.layout = new Layout(root, this.panel.root, {
      go: (query) => this.go(readState(query, this.keys), { jump: true }),
      sort: (sort) => this.go(changed(this.state, { sort })),
      retry: () => this.show(),
    });
    window.addEventListener('popstate', () => this.read());
  }

  /** Fetch what a search will need; if that fails, the search itself will say so. */
  prepare() {
    const names = this.ledger.needed(this.state.filters).map(({ name }) => name);
    this.search.prepare(names).catch(() => {});
  }

  /** Take the state from the address, and show it. */
  read() {
    this.state = readState(window.location.search, this.keys);
    return this.show();
  }

  /** As `read`, but an address that asks for nothing becomes one that asks for `query`. */
  readOr(query) {
    if (query && !window.location.search) window.history.replaceState(null, '', `?${query}`);
    return this.read();
  }

  /** Put a state into the address, and show it. */
  go(state, { jump = false } = {}) {
    this.state = state;
    window.history.pushState(null, '', writeState(state));
    return this.show({ jump });
  }

  /** A region stands for all below it, so one above or below a newly chosen one goes. */
  choose(key, value, chosen) {
    let state = withValue(this.state, key, value, chosen);
    if (key === 'region' && chosen) {
      const { regions } = this.ledger;
      for (const other of state.filters.get('region')) {
        const related = regions.within(other, value) || regions.within(value, other);
        if (other !== value && related) state = withValue(state, key, other, false);
      }
    }
    this.go(state);
  }

  /** Show the present state, unless another has been asked for meanwhile. */
  async show({ jump = false } = {}) {
    this.run += 1;
    const run = this.run;
    const current = () => run === this.run;
    const { state } = this;
    this.heard(state);
    if (this.search && !state.q && !state.filters.size) return this.layout.idle();
    this.layout.wait(state.q ? say('正在搜索…') : say('正在读取…'));
    try {
      const found = await this.find(state, current);
      if (current()) this.draw(state, found, jump);
    } catch (error) {
      if (current()) this.fail(error);
    }
    return undefined;
  }

  async find(state, current) {
    const terms = this.search ? termsOf(state.q) : [];
    const entries = this.ledger.needed(state.filters);
    const names = entries.map(({ name }) => name);
    const [hits] = await Promise.all([
      terms.length && this.search.search(terms, names),
      this.ledger.load(entries),
    ]);
    if (!current()) return null;
    const mask = this.maskOf(terms.length ? hits : null, state);
    const selected = select(this.ledger.table, state.filters, { own: state.own, mask });
    const pages = Math.max(1, Math.ceil(selected.count / PER_PAGE));
    const page = Math.min(state.page, pages);
    const rows = await sortedPage(this.ledger, selected, { ...state, page }, terms);
    if (!current()) return null;
    const cards = await this.ledger.loadCards(rows);
    if (terms.length && current()) await this.addTexts(cards);
    return { ...selected, terms, pages, page, cards };
  }

  /**
   * A mark for each row that the text search found (null: there was none) and that lies in the
   * period, but for some kinds.
   */
  maskOf(hits, state) {
    const { table } = this.ledger;
    const aside = this.ledger.aside(state.filters);
    const mask = new Uint8Array(table.count).fill(hits ? 0 : 1);
    for (const { name, first } of hits ? table.shards : []) {
      for (const number of hits.get(name) ?? []) mask[first + number] = 1;
    }
    const kinds = table.columns.get('kind');
    const left = kinds.sets.map((set) => set.some((value) => aside.has(kinds.values[value])));
    const dated = table.dateTexts.map((date) => holds(date, state));
    for (let row = 0; row < mask.length; row += 1) {
      if (left[kinds.rows[row]] || !dated[table.dates[row]]) mask[row] = 0;
    }
    return mask;
  }

  async addTexts(cards) {
    const { table } = this.ledger;
    const places = cards.map(({ row }) => table.place(row));
    await Promise.all(
      cards.map(async (card, place) => {
        const { shard, number } = places[place];
        card.text = await this.search.text(shard.name, number);
      })
    );
  }

  draw(state, found, jump) {
    const { table } = this.ledger;
    const shown = { ...state, page: found.page };
    this.panel.update(this.ledger, state, found.counts);
    this.layout.draw({
      count: found.count,
      searched: found.terms.length > 0,
      sort: state.sort,
      chips: chips(table, shown),
      named: found.terms.length ? named(this.ledger, this.rows.base, state) : [],
      rows: found.cards.map((card) => this.rows.item(table, card, found.terms)),
      pages: found.pages > 1 ? pageLinks(shown, found.pages) : [],
      jump,
    });
  }

  fail(error) {
    if (error instanceof Outdated) return this.layout.failOutdated();
    if (error instanceof Unreachable) return this.layout.failUnreachable();
    this.layout.failUnreachable();
    throw error;
  }
}
