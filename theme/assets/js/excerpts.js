// Finds the terms of a search in a text and shows where they stand. Texts of the site are put
// into the page as text only, never as markup.

import { foldedWithPlaces } from './tokens.js';

const BEFORE = 30;
const AFTER = 90;

/** Places of all terms in a text, as [start, end] in the text as written, in order, not touching. */
export function hits(written, terms) {
  const { text, starts, ends } = foldedWithPlaces(written);
  const found = [];
  for (const term of terms) {
    let at = text.indexOf(term.text);
    while (at >= 0) {
      found.push([starts[at], ends[at + term.text.length - 1]]);
      at = text.indexOf(term.text, at + term.text.length);
    }
  }
  return joined(found.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
}

function joined(places) {
  const whole = [];
  for (const [start, end] of places) {
    const last = whole[whole.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
}

/** Append a text to an element, with its hits in <mark>. */
export function appendMarked(element, written, places) {
  let done = 0;
  for (const [start, end] of places) {
    const mark = document.createElement('mark');
    mark.textContent = written.slice(start, end);
    element.append(written.slice(done, start), mark);
    done = end;
  }
  element.append(written.slice(done));
}

/** The part of a text around its first hit, marked; the beginning when there is no hit in it. */
export function appendExcerpt(element, written, terms) {
  const places = hits(written, terms);
  const first = places[0] ?? [0, 0];
  const start = first[0] <= BEFORE ? 0 : whole(written, first[0] - BEFORE);
  const end = whole(written, Math.min(written.length, first[1] + AFTER));
  const inside = places
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]) => [from - start, to - start]);
  if (start > 0) element.append('…');
  appendMarked(element, written.slice(start, end), inside);
  if (end < written.length) element.append('…');
}

/** A place at which no character is cut in two. */
function whole(text, place) {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place;
}
