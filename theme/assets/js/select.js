// What the facets mean: the values chosen in one facet are alternatives, different facets must
// all hold; a region stands for itself and all below it, unless only its own rows are asked for.
// Each facet is counted with all other facets applied, row by row, so that no count is a guess.

/**
 * `filters` maps a facet to the chosen values, `mask` (or null) marks the rows that a text search
 * found. Gives the number of rows, a mark for each row, and for each facet a count by value.
 */
export function select(table, filters, { own = false, mask = null } = {}) {
  const columns = Array.from(table.columns.values());
  const keys = Array.from(table.columns.keys());
  const active = Array.from(filters, ([key, values]) => ({
    number: keys.indexOf(key),
    allowed: allowedSets(table.columns.get(key), values, own && key === 'region'),
  }));
  const perSet = columns.map((column) => new Uint32Array(column.sets.length));
  const matches = new Uint8Array(table.count);
  let count = 0;
  for (let row = 0; row < table.count; row += 1) {
    if (mask && !mask[row]) continue;
    const refused = soleRefusal(active, columns, row);
    if (refused === NONE) {
      matches[row] = 1;
      count += 1;
      for (let c = 0; c < columns.length; c += 1) perSet[c][columns[c].rows[row]] += 1;
    } else if (refused !== SEVERAL) {
      // Only this facet keeps the row out: it counts among the facet's other values.
      perSet[refused][columns[refused].rows[row]] += 1;
    }
  }
  const counts = new Map(
    keys.map((key, c) => [key, perValue(columns[c], perSet[c], own && key === 'region')])
  );
  return { count, matches, counts };
}

const NONE = -1;
const SEVERAL = -2;

/** The number of the one facet that refuses a row. */
function soleRefusal(active, columns, row) {
  let refused = NONE;
  for (let a = 0; a < active.length; a += 1) {
    const { number, allowed } = active[a];
    if (allowed[columns[number].rows[row]]) continue;
    if (refused !== NONE) return SEVERAL;
    refused = number;
  }
  return refused;
}

function allowedSets(column, values, own) {
  const wanted = new Set(Array.from(values, (value) => column.places.get(value)));
  const sets = own ? column.sets : column.reach;
  return Uint8Array.from(sets, (set) => (set.some((value) => wanted.has(value)) ? 1 : 0));
}

/** Each row counts once for a value, however many of its regions lie below it. */
function perValue(column, perSet, own) {
  const counts = new Map();
  const sets = own ? column.sets : column.reach;
  for (let set = 0; set < sets.length; set += 1) {
    if (!perSet[set]) continue;
    for (const value of sets[set]) {
      const key = column.values[value];
      counts.set(key, (counts.get(key) ?? 0) + perSet[set]);
    }
  }
  return counts;
}
