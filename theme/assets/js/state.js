// The state of the ledger and the search lives in the address and nowhere else, so that every
// list can be bookmarked, sent on, and left again with the back button.

import { readPeriod } from './period.js';

/** Rows on a page of the list. */
export const PER_PAGE = 20;

export const SORTS = ['newest', 'oldest', 'due', 'title', 'hits'];

/** What an address asks for. `filters` maps a facet to the chosen values; unknown keys are left. */
export function readState(query, facetKeys) {
  const given = new URLSearchParams(query);
  const filters = new Map();
  for (const key of facetKeys) {
    const values = given.getAll(key).filter(Boolean);
    if (values.length) filters.set(key, new Set(values));
  }
  const sort = given.get('sort');
  const page = Number.parseInt(given.get('page') ?? '1', 10);
  return {
    q: (given.get('q') ?? '').trim(),
    filters,
    own: given.get('own') === '1' && filters.has('region'),
    ...readPeriod(given),
    sort: SORTS.includes(sort) ? sort : 'newest',
    page: page > 1 ? page : 1,
  };
}

/** The query of a state, `?…`; what is as by default is left out. `?` alone is the default. */
export function writeState(state) {
  const query = new URLSearchParams();
  if (state.q) query.append('q', state.q);
  for (const [key, values] of state.filters) {
    for (const value of values) query.append(key, value);
  }
  if (state.own) query.append('own', '1');
  if (state.since) query.append('since', state.since);
  if (state.until) query.append('until', state.until);
  if (state.sort !== 'newest') query.append('sort', state.sort);
  if (state.page > 1) query.append('page', String(state.page));
  return `?${query}`;
}

/** The state with other values; any change but turning the page leads back to the first page. */
export function changed(state, change) {
  return { ...state, page: 1, ...change };
}

/** The state with one value of a facet chosen or not. */
export function withValue(state, key, value, chosen) {
  const filters = new Map(state.filters);
  const values = new Set(filters.get(key));
  if (chosen) values.add(value);
  else values.delete(value);
  if (values.size) filters.set(key, values);
  else filters.delete(key);
  // Without a region there is no level to stay on.
  return changed(state, { filters, own: state.own && filters.has('region') });
}
