// Text search over the shards of the ledger, by the Pagefind engine that the index names. A term
// is a quoted phrase of characters; several terms are searched one by one, and rows that hold
// all of them remain. Which rows a facet lets through is none of its business.

import { Unreachable, fetchIndex, fetchVersion, remembered } from './files.js';

const PATIENCE = 30000;

/** The index on the server is younger than the ledger this page has loaded, or older. */
export class Outdated extends Error {}

export class TextSearch {
  /** `address` is the index's URL; `ledgerKeys` maps a shard to the key of its rows. */
  constructor(address, ledgerKeys) {
    this.address = address;
    this.folder = new URL('.', address);
    this.ledgerKeys = ledgerKeys;
    this.open = remembered(() => this.start());
    this.shard = remembered((name) => this.addShard(name));
    this.texts = remembered((file, version) => fetchVersion(this.folder, file, version));
  }

  /** Fetch all that a search in these shards needs before it knows what is searched. */
  prepare(names) {
    return Promise.all(names.map((name) => this.shard(name)));
  }

  async start() {
    const index = await fetchIndex(this.address);
    const base = new URL(`${index.engine}/`, this.folder);
    try {
      const pagefind = await import(new URL('pagefind.js', base).href);
      const engine = pagefind.createInstance({ basePath: base.href, metaCacheTag: index.engine });
      await engine.init();
      return { engine, entries: new Map(index.shards.map((entry) => [entry.name, entry])) };
    } catch (error) {
      throw new Unreachable(base.href, { cause: error });
    }
  }

  async addShard(name) {
    const { engine, entries } = await this.open('engine');
    const entry = entries.get(name);
    if (!entry || entry.key !== this.ledgerKeys.get(name)) throw new Outdated(name);
    const language = `x-${name}`;
    const bundle = new URL(`${name}/`, this.folder).href;
    const [fragments] = await Promise.all([
      fetchVersion(this.folder, `${name}/fragments.json`, entry.version),
      inTime(engine.mergeIndex(bundle, { language, metaCacheTag: entry.version }), bundle),
    ]);
    const rows = new Map(fragments.map((fragment, row) => [`${language}_${fragment}`, row]));
    return { name, entry, rows };
  }

  /** The rows that hold all terms: shard → the set of row numbers in it. */
  async search(terms, names) {
    const { engine } = await this.open('engine');
    const shards = await this.prepare(names);
    const found = await Promise.all(
      terms.map(async ({ phrase }) => {
        const answer = await engine.search(`"${phrase}"`);
        return new Set(answer.results.map((result) => result.id));
      })
    );
    const [fewest, ...others] = found.sort((a, b) => a.size - b.size);
    const ids = Array.from(fewest).filter((id) => others.every((set) => set.has(id)));
    return new Map(shards.map(({ name, rows }) => [name, rowsOf(ids, rows)]));
  }

  /** The text of a row from which excerpts are cut. */
  async text(name, number) {
    const { entry } = await this.shard(name);
    const { starts, version } = entry.texts;
    const file = lastNotAbove(starts, number);
    const texts = await this.texts(`${name}/text-${file}.json`, version);
    return texts[number - starts[file]];
  }
}

/** The engine waits for ever for parts of it that the network does not give. */
function inTime(promise, address) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Unreachable(address)), PATIENCE);
  });
  return Promise.race([promise, late]);
}

function rowsOf(ids, rows) {
  return new Set(ids.map((id) => rows.get(id)).filter((row) => row !== undefined));
}

function lastNotAbove(starts, number) {
  let place = starts.length - 1;
  while (starts[place] > number) place -= 1;
  return place;
}
