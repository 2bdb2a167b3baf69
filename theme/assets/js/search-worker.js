// The search engine in a thread of its own, so that the page stays alive while it works. It knows
// shards, phrases and the numbers of their pages; what a term is, and which row a page stands for,
// it does not know.
//
// Pagefind goes on without a part of its index that it could not fetch, and then finds too little
// without a word. So any fetch that fails here ends this worker's usefulness, and whoever asked is
// told; the page then starts another one.

import { remembered } from './files.js';

// A shard's folder → what it knows of its pages, heard when the engine fetches it: a result only
// tells a name, and asking for the pages once more would cost as much again.
const metas = new Map();
const fetchAsBefore = self.fetch;
const lost = new Promise((_, reject) => {
  self.fetch = async (...asked) => {
    try {
      const answer = await fetchAsBefore(...asked);
      if (!answer.ok) reject(new Error(`${answer.status} ${answer.url}`));
      if (/\.pf_meta\b/.test(answer.url)) {
        metas.set(new URL('.', answer.url).href, unpacked(answer.clone()));
      }
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

  /** The pages that hold all phrases: for each shard their numbers in it. */
  async search({ phrases, shards }) {
    const ready = await Promise.all(shards.map(({ name, version }) => addShard(name, version)));
    const found = await Promise.all(phrases.map(search));
    const [fewest, ...others] = found.sort((a, b) => a.size - b.size);
    const ids = Array.from(fewest).filter((id) => others.every((set) => set.has(id)));
    return ready.map((pages) =>
      Uint32Array.from(ids.filter((id) => pages.has(id)), (id) => pages.get(id))
    );
  },
};

const addShard = remembered(async (name, version) => {
  const language = `x-${name}`;
  const bundle = new URL(`${name}/`, folder).href;
  await engine.mergeIndex(bundle, { language, metaCacheTag: version });
  return pageNumbers(await metas.get(bundle), language);
});

/** The names of pages in the order of their numbers; names of other things come after them. */
function pageNumbers(meta, language) {
  const names = new Set(meta.match(new RegExp(`${language}_[0-9a-f]+`, 'g')));
  return new Map(Array.from(names, (name, number) => [name, number]));
}

/** A file of the engine's as text, a character for each byte; a server may have unpacked it. */
async function unpacked(answer) {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const plain = bytes[0] === 0x1f ? await gunzipped(bytes) : bytes;
  return new TextDecoder('latin1').decode(plain);
}

function gunzipped(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

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
