// The search engine in a thread of its own, so that the page stays alive while it works. It knows
// shards, phrases and rows; what a term is, and which rows a facet lets through, it does not know.
//
// Pagefind goes on without a part of its index that it could not fetch, and then finds too little
// without a word. So any fetch that fails here ends this worker's usefulness, and whoever asked is
// told; the page then starts another one.

import { fetchVersion, remembered } from './files.js';

const fetchAsBefore = self.fetch;
const lost = new Promise((_, reject) => {
  self.fetch = async (...asked) => {
    try {
      const answer = await fetchAsBefore(...asked);
      if (!answer.ok) reject(new Error(`${answer.status} ${answer.url}`));
      return answer;
    } catch (error) {
      reject(error);
      throw error;
    }
  };
});
lost.catch(() => {});
// Pagefind also starts work that it never waits for; `lost` tells of it already.
self.addEventListener('unhandledrejection', (event) => event.preventDefault());

let folder;
let engine;

const calls = {
  async open(message) {
    folder = message.folder;
    const base = new URL(`${message.engine}/`, folder);
    const pagefind = await import(new URL('pagefind.js', base).href);
    engine = pagefind.createInstance({ basePath: base.href, metaCacheTag: message.engine });
  },

  /** Have a shard's index ready. */
  add: ({ name, version }) => addShard(name, version),

  /** The rows that hold all phrases: for each shard the row numbers in it. */
  async search({ phrases, shards }) {
    const ready = await Promise.all(shards.map(({ name, version }) => addShard(name, version)));
    const found = await Promise.all(phrases.map(search));
    const [fewest, ...others] = found.sort((a, b) => a.size - b.size);
    const ids = Array.from(fewest).filter((id) => others.every((set) => set.has(id)));
    return ready.map((rows) => Uint32Array.from(ids.filter((id) => rows.has(id)), (id) => rows.get(id)));
  },
};

const addShard = remembered(async (name, version) => {
  const language = `x-${name}`;
  const bundle = new URL(`${name}/`, folder).href;
  const [fragments] = await Promise.all([
    fetchVersion(folder, `${name}/fragments.json`, version),
    engine.mergeIndex(bundle, { language, metaCacheTag: version }),
  ]);
  return new Map(fragments.map((fragment, row) => [`${language}_${fragment}`, row]));
});

/** What one phrase finds; quotes keep its tokens together. */
async function search(phrase) {
  const { results } = await engine.search(`"${phrase}"`);
  return new Set(results.map(({ id }) => id));
}

self.onmessage = async ({ data }) => {
  try {
    const result = await Promise.race([calls[data.call](data), lost]);
    self.postMessage({ number: data.number, result });
  } catch (error) {
    self.postMessage({ number: data.number, error: String(error) });
  }
};
