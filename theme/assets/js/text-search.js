// Text search over the shards of the ledger: starts the worker that searches, and another one when
// the network failed it; and reads the texts from which excerpts are cut.

import { Unreachable, fetchIndex, fetchVersion, remembered } from './files.js';

/** The index on the server is younger than the ledger this page has loaded, or older. */
export class Outdated extends Error {}

// A policy may be made once, a worker again after a failure.
let workers = null;

export class TextSearch {
  /** `address` is the index's URL; `ledgerKeys` maps a shard to the key of its rows. */
  constructor(address, ledgerKeys) {
    this.folder = new URL('.', address);
    this.ledgerKeys = ledgerKeys;
    this.index = remembered(() => fetchIndex(address));
    this.worker = remembered((key, index) => this.startWorker(index));
    this.rows = remembered(async (name, version) =>
      rowNumbers(await fetchVersion(this.folder, `${name}/rows.json`, version))
    );
    this.texts = remembered((file, version) => fetchVersion(this.folder, file, version));
  }

  /** Fetch all that a search in these shards needs before it knows what is searched. */
  async prepare(names) {
    const shards = await this.shards(names);
    const added = this.asking((call) =>
      Promise.all(shards.map(({ name, version }) => call('add', { name, version })))
    );
    await Promise.all([added, this.allRows(shards)]);
  }

  /** The rows that hold all terms: shard → row numbers in it. */
  async search(terms, names) {
    const shards = await this.shards(names);
    const phrases = terms.map(({ phrase }) => phrase);
    const asked = shards.map(({ name, version }) => ({ name, version }));
    const [found, rows] = await Promise.all([
      this.asking((call) => call('search', { phrases, shards: asked })),
      this.allRows(shards),
    ]);
    return new Map(
      names.map((name, place) => [name, found[place].map((page) => rows[place][page])])
    );
  }

  /** For each shard, which rows the pages of its index stand for. */
  allRows(shards) {
    return Promise.all(shards.map((entry) => this.rows(entry.name, entry.rows)));
  }

  /** The text of a row from which excerpts are cut. */
  async text(name, number) {
    const [entry] = await this.shards([name]);
    const page = lastNotAbove(await this.rows(name, entry.rows), number);
    const file = lastNotAbove(entry.texts, page);
    const texts = await this.texts(`${name}/text-${file}.json`, entry.version);
    return texts[page - entry.texts[file]];
  }

  /** What the index says of shards; it must speak of the same rows as the ledger. */
  async shards(names) {
    const index = await this.index('index');
    return names.map((name) => {
      const entry = index.shards.find((shard) => shard.name === name);
      if (!entry || entry.key !== this.ledgerKeys.get(name)) throw new Outdated(name);
      return entry;
    });
  }

  /** Ask the worker something; one that has failed is given up, and the next question starts anew. */
  async asking(question) {
    const worker = this.worker('worker', await this.index('index'));
    try {
      return await question((await worker).call);
    } catch (error) {
      this.worker.forget('worker', worker);
      worker.then(({ stop }) => stop(), () => {});
      throw new Unreachable(this.folder.href, { cause: error });
    }
  }

  async startWorker(index) {
    const worker = connect(new Worker(workerAddress(), { type: 'module' }));
    await worker.call('open', { folder: this.folder.href, engine: index.engine });
    return worker;
  }
}

/** The worker's address; where the browser asks for a policy (Trusted Types), one that knows no other. */
function workerAddress() {
  const { href } = new URL('search-worker.js', import.meta.url);
  workers ??= window.trustedTypes?.createPolicy('search-worker', { createScriptURL: () => href });
  return workers?.createScriptURL(href) ?? href;
}

/** Questions to a worker as promises of its answers. */
function connect(worker) {
  const waiting = new Map();
  const answer = (number, settle) => {
    settle(waiting.get(number));
    waiting.delete(number);
  };
  worker.onmessage = ({ data: { number, result, error } }) =>
    answer(number, ({ resolve, reject }) => (error ? reject(new Error(error)) : resolve(result)));
  worker.onerror = (event) => {
    for (const number of waiting.keys()) answer(number, ({ reject }) => reject(event));
  };
  let asked = 0;
  const call = (name, message) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      worker.postMessage({ ...message, call: name, number: asked });
    });
  return { call, stop: () => worker.terminate() };
}

/** The rows that have a page, from a text with `1` for each of them and `0` for each other. */
function rowNumbers(marks) {
  const rows = Array.from(marks, (mark, row) => (mark === '1' ? row : -1));
  return Uint32Array.from(rows.filter((row) => row >= 0));
}

function lastNotAbove(starts, number) {
  let place = starts.length - 1;
  while (starts[place] > number) place -= 1;
  return place;
}
