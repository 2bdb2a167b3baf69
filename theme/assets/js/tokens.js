// Text → tokens, exactly as site_gen/search/tokens.py makes them for the index: what changes here
// must change there. A test compares both over all of Unicode.

// White space, and the marks that only tell where a line may break.
const DROPPED =
  /[\t-\r\x1c-\x20\x85\xa0\xad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;
const ITSELF = /[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]/;
// A character with the marks that stand on it, the smallest piece that NFKC treats as one.
const PIECE = /\P{M}\p{M}*|\p{M}+/gsu;

/** One character of NFKC text, folded; several characters or none are possible. */
function foldOne(character) {
  const folded = character.toUpperCase().toLowerCase().normalize('NFKC');
  return Array.from(folded).filter((one) => !DROPPED.test(one));
}

/** The characters of a text as search compares them. */
export function folded(text) {
  return Array.from(text.normalize('NFKC'), foldOne).flat();
}

/** The tokens of a text, separated by spaces. */
export function tokens(text) {
  return folded(text)
    .map((one) => (ITSELF.test(one) ? one : `u${one.codePointAt(0).toString(16)}`))
    .join(' ');
}

/** What a reader typed, as terms that must all be found; each term once, white space between. */
export function terms(query) {
  const words = query.normalize('NFKC').split(/\s+/);
  const found = new Map(words.map((word) => [tokens(word), folded(word).join('')]));
  found.delete('');
  return Array.from(found, ([phrase, text]) => ({ phrase, text }));
}

/**
 * A text as search compares it, with the way back: `starts[i]` and `ends[i]` say which part of
 * the text as written the i-th code unit of `text` comes from.
 */
export function foldedWithPlaces(written) {
  let text = '';
  const starts = [];
  const ends = [];
  for (const match of written.matchAll(PIECE)) {
    const piece = folded(match[0]).join('');
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
    text += piece;
  }
  return { text, starts, ends };
}
