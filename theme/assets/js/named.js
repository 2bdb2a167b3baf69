// What a search names outright: a place, with its page; a unit, with everything that is its task.
// Whoever types a name wants that, and not the first of a hundred rows in which it occurs.

import { element } from './dom.js';
import { changed, withValue, writeState } from './state.js';
import { say } from './words.js';

const MOST = 4;
/** One character is in too many names to mean one of them. */
const SHORTEST = 2;

/** Links, as entries of a list, to the regions and units of which the query is a name. */
export function named(ledger, base, state) {
  const query = state.q.replace(/\s/g, '');
  if (query.length < SHORTEST) return [];
  return [...regions(ledger, base, query), ...units(ledger.table, query, state)];
}

function regions(ledger, base, query) {
  return ledger.index.regions
    .filter(([, label]) => meant(label, query))
    .slice(0, MOST)
    .map(([key, label]) => entry(say('地方'), { href: new URL(`${key}/`, base).href }, label));
}

function units(table, query, state) {
  const { values } = table.columns.get('unit');
  const chosen = state.filters.get('unit') ?? new Set();
  return values
    .filter((value) => !chosen.has(value) && meant(table.label('unit', value), query))
    .slice(0, MOST)
    .map((value) => {
      const asked = withValue(changed(state, { q: '' }), 'unit', value, true);
      const address = { href: writeState(asked), 'data-state': true };
      return entry(say('承办单位'), address, table.label('unit', value));
    });
}

/** `砚篁` means 砚篁县, and so does `砚篁县路灯`; `县` alone means nothing. */
function meant(label, query) {
  return label.includes(query) || query.includes(label);
}

function entry(kind, address, label) {
  const aside = element('span', { class: 'row__kind' }, kind);
  return element('li', {}, element('a', address, label), ' ', aside);
}
