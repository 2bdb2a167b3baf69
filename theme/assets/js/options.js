// Which values of a facet are offered, in which order, how deep, and with which count.

/** `[{ value, label, count, chosen, depth }]`; a count is null while it is not known whole. */
export function optionsOf(ledger, key, state, counts) {
  const facet = ledger.table.facets.get(key);
  const places = facet.shape === 'tree' ? openBranches(ledger.regions, state) : flat(ledger, facet);
  const chosen = state.filters.get(key) ?? new Set();
  return places
    .map(({ value, depth }) => ({
      value,
      depth,
      label: ledger.table.label(key, value),
      chosen: chosen.has(value),
      count: ledger.isWhole(state.filters, key, value) ? counts.get(value) ?? 0 : null,
    }))
    .filter(({ chosen: kept, count }) => kept || count !== 0);
}

function flat(ledger, facet) {
  const { key, order } = facet;
  const column = ledger.table.columns.get(key);
  const aside = key === 'kind' ? ledger.index.aside : [];
  const known = new Set([...ledger.known(key), ...column.values]);
  const values = Array.from(known).filter((value) => !aside.includes(value));
  if (order === 'newest') values.sort().reverse();
  // By how frequent they are among all rows, not among those shown: options must not jump about.
  if (order === 'count') values.sort(byFrequency(ledger.table, key));
  return values.map((value) => ({ value, depth: 0 }));
}

function byFrequency(table, key) {
  const column = table.columns.get(key);
  const frequency = new Map(column.values.map((value) => [value, 0]));
  const perSet = new Uint32Array(column.sets.length);
  for (const set of column.rows) perSet[set] += 1;
  column.sets.forEach((set, number) => {
    for (const place of set) {
      const value = column.values[place];
      frequency.set(value, frequency.get(value) + perSet[number]);
    }
  });
  return (a, b) => (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0) || (a < b ? -1 : 1);
}

/** The topmost regions, and what lies directly below a lone one and below each chosen one. */
function openBranches(regions, state) {
  const chosen = Array.from(state.filters.get('region') ?? []);
  const open = new Set(chosen.flatMap((key) => regions.upwards(key)));
  const top = regions.below(null);
  if (top.length === 1) open.add(top[0]);
  const shown = [];
  const walk = (keys, depth) => {
    for (const value of keys) {
      shown.push({ value, depth });
      if (open.has(value)) walk(regions.below(value), depth + 1);
    }
  };
  walk(top, 0);
  return shown.concat(chosen.filter((key) => !regions.places.has(key)).map(unknownRegion));
}

function unknownRegion(value) {
  return { value, depth: 0 };
}
