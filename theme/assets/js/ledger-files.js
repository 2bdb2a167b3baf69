// The ledger as it lies on the server: an index, and shards of which only those are loaded that
// the chosen regions and years need.

import { fetchIndex, fetchVersion, remembered } from './files.js';
import { Regions } from './regions.js';
import { Table } from './table.js';

/** Open the ledger whose index lies at a URL. */
export async function openLedger(address) {
  return new Ledger(new URL('.', address), await fetchIndex(address));
}

class Ledger {
  constructor(folder, index) {
    this.folder = folder;
    this.index = index;
    this.regions = new Regions(index.regions);
    this.table = new Table(index, this.regions);
    this.entries = index.shards.map((entry) => ({
      ...entry,
      within: new Set(entry.regions.flatMap((region) => this.regions.upwards(region))),
      years: new Set(entry.years),
    }));
    this.columns = remembered((name, version) =>
      fetchVersion(folder, `${name}/columns.json`, version)
    );
    this.cards = remembered((file, version) => fetchVersion(folder, file, version));
  }

  /** Kinds that only stand behind a number: listed when that number or the kind is asked for. */
  aside(filters) {
    const asked = filters.has('kind') || filters.has('metric');
    return new Set(asked ? [] : this.index.aside);
  }

  /** The shards in which a row may lie that these filters let through. */
  needed(filters) {
    const regions = filters.get('region');
    const years = filters.get('year');
    return this.entries.filter(
      (entry) => meets(entry.within, regions) && meets(entry.years, years)
    );
  }

  /** Have these shards in the table. */
  async load(entries) {
    const missing = entries.filter(({ name }) => !this.table.has(name));
    const loaded = await Promise.all(
      missing.map(async (entry) => [entry, await this.columns(entry.name, entry.version)])
    );
    if (loaded.length) this.table.add(loaded);
  }

  /** Whether a value's count is whole: nothing that it would count is still on the server. */
  isWhole(filters, key, value) {
    const asked = new Map(filters).set(key, new Set([value]));
    return this.needed(asked).every(({ name }) => this.table.has(name));
  }

  /** The values of a facet that any row of the site may have. */
  known(key) {
    if (key === 'region') return this.index.regions.map(([region]) => region);
    if (key === 'year') return this.index.shards.flatMap(({ years }) => years);
    return Object.keys(this.index.labels[key] ?? {});
  }

  /** What a shown row says: `{ title, address, context }` for each row. */
  loadCards(rows) {
    return Promise.all(
      Array.from(rows, async (row) => {
        const { shard, number } = this.table.place(row);
        const file = `${shard.name}/cards-${Math.floor(number / this.index.cards)}.json`;
        const cards = await this.cards(file, shard.version);
        const [title, address, context] = cards[number % this.index.cards];
        return { row, title, address, context };
      })
    );
  }
}

function meets(values, wanted) {
  if (!wanted) return true;
  for (const value of wanted) if (values.has(value)) return true;
  return false;
}
