// Fetches the files of ledger and search. An index is asked for anew each time; everything else is
// asked for with the version that the index names, so that a cache never mixes two builds.

export class Unreachable extends Error {}

/** The JSON at an address; raises Unreachable when it cannot be had. */
export async function fetchJson(address, options = {}) {
  try {
    const answer = await fetch(address, options);
    if (answer.ok) return await answer.json();
  } catch (error) {
    throw new Unreachable(address, { cause: error });
  }
  throw new Unreachable(address);
}

export function fetchIndex(address) {
  return fetchJson(address, { cache: 'no-cache' });
}

export function fetchVersion(folder, name, version) {
  return fetchJson(new URL(`${name}?v=${version}`, folder));
}

/**
 * A function that works a key out once. A failure is not kept, so that a reader can try again;
 * `forget` drops a key whose promise is still this one.
 */
export function remembered(work) {
  const known = new Map();
  const recall = (key, ...more) => {
    if (!known.has(key)) {
      const promise = work(key, ...more);
      known.set(key, promise);
      promise.catch(() => recall.forget(key, promise));
    }
    return known.get(key);
  };
  recall.forget = (key, promise) => {
    if (known.get(key) === promise) known.delete(key);
  };
  return recall;
}
