// The rows that have been loaded, as typed columns. A facet's column holds for each row the
// number of its set of values; there are few different sets, so filters and counts look at sets
// and only then at rows. No row is ever an object.

import { say } from './words.js';

const EMPTY_SET = 0;
/** The facets whose labels are words of the interface; those of all others are content. */
const CLOSED = ['kind', 'result', 'stage', 'overdue', 'promise_due', 'compiled', 'metric'];

export class Table {
  /** `index` is the ledger's index, `regions` its tree. */
  constructor(index, regions) {
    this.index = index;
    this.regions = regions;
    this.facets = new Map(index.facets.map((facet) => [facet.key, facet]));
    this.shards = [];
    this.orders = new Map();
    this.add([]);
  }

  has(name) {
    return this.shards.some((shard) => shard.name === name);
  }

  /** Add the columns of shards, `[entry of the index, columns]` each, and join them to the rest. */
  add(loaded) {
    for (const [entry, columns] of loaded) {
      if (!this.has(entry.name)) this.shards.push({ ...entry, columns, first: 0 });
    }
    // Rows of one day stand in the order of shards, whichever was loaded first.
    this.shards.sort((a, b) => (a.name < b.name ? -1 : 1));
    this.count = 0;
    for (const shard of this.shards) {
      shard.first = this.count;
      this.count += shard.rows;
    }
    this.orders.clear();
    this.columns = new Map(this.index.facets.map(({ key }) => [key, this.joinFacet(key)]));
    this.joinDates();
  }

  joinFacet(key) {
    const column = {
      values: [],
      places: new Map(),
      labels: new Map(),
      sets: [[]],
      rows: new Uint32Array(this.count),
    };
    for (const shard of this.shards) {
      const part = shard.columns.facets[key];
      if (part) appendFacet(column, part, shard);
    }
    column.reach = this.facets.get(key).shape === 'tree' ? this.withAbove(column) : column.sets;
    return column;
  }

  /** The sets of a tree's facet with all that their values lie in: what a region's filter meets. */
  withAbove(column) {
    const upwards = column.values.slice().map((value) => this.regions.upwards(value));
    return column.sets.map((set) => {
      const keys = new Set(set.flatMap((value) => upwards[value]));
      return Array.from(keys, (key) => placeOf(column, key));
    });
  }

  joinDates() {
    this.dateTexts = [];
    this.dates = new Uint32Array(this.count);
    for (const shard of this.shards) {
      const { values, rows } = shard.columns.dates;
      const offset = this.dateTexts.length;
      this.dateTexts.push(...values);
      for (let row = 0; row < rows.length; row += 1) {
        this.dates[shard.first + row] = offset + rows[row];
      }
    }
  }

  date(row) {
    return this.dateTexts[this.dates[row]];
  }

  /** The values of a facet that a row has. */
  values(row, key) {
    const column = this.columns.get(key);
    return column.sets[column.rows[row]].map((value) => column.values[value]);
  }

  /** What a value is called; a value without a label shows its key. */
  label(key, value) {
    if (key === 'year') return say('{year}年', { year: value });
    if (CLOSED.includes(key)) return say(this.index.labels[key]?.[value] ?? value);
    const shared = key === 'region' ? this.regions.labels.get(value) : this.index.labels[key]?.[value];
    return shared ?? this.columns.get(key)?.labels.get(value) ?? value;
  }

  /** The shard of a row and the row's number in it. */
  place(row) {
    const shard = this.shards.find(({ first, rows }) => row >= first && row < first + rows);
    return { shard, number: row - shard.first };
  }

  /** All rows by date; those without a date come last whichever way. */
  byDate(newestFirst) {
    if (!this.orders.has(newestFirst)) this.orders.set(newestFirst, this.sortByDate(newestFirst));
    return this.orders.get(newestFirst);
  }

  sortByDate(newestFirst) {
    return ordered(this.dates, rankDates(this.dateTexts, newestFirst));
  }

  /** All rows by the day an answer is due, the first day first; those without one come last. */
  byDue() {
    if (!this.orders.has('due')) {
      const { rows, sets, values } = this.columns.get('due');
      const texts = sets.map(([value]) => values[value] ?? '');
      this.orders.set('due', ordered(rows, rankDates(texts, false)));
    }
    return this.orders.get('due');
  }
}

/** The rows of a column by the ranks of its values; rows of one rank stay as they are. */
function ordered(column, ranks) {
  const order = Uint32Array.from(column, (_, row) => row);
  return order.sort((a, b) => ranks[column[a]] - ranks[column[b]] || a - b);
}

function appendFacet(column, part, shard) {
  const values = part.values.map((value) => placeOf(column, value));
  (part.labels ?? []).forEach((label, number) => column.labels.set(part.values[number], label));
  const sets = part.sets.map((set) => {
    if (!set.length) return EMPTY_SET;
    column.sets.push(set.map((value) => values[value]));
    return column.sets.length - 1;
  });
  for (let row = 0; row < part.rows.length; row += 1) {
    column.rows[shard.first + row] = sets[part.rows[row]];
  }
}

function placeOf(column, value) {
  if (!column.places.has(value)) {
    column.places.set(value, column.values.length);
    column.values.push(value);
  }
  return column.places.get(value);
}

/** The rank of each date text; `2023` and `2023-05` stand before every day they may mean. */
function rankDates(texts, newestFirst) {
  const sorted = Array.from(new Set(texts)).filter(Boolean).sort();
  if (newestFirst) sorted.reverse();
  const ranks = new Map(sorted.map((text, rank) => [text, rank]));
  return texts.map((text) => ranks.get(text) ?? sorted.length);
}
