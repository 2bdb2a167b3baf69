// The order of what was found, and the rows of one page of it.

import { PER_PAGE } from './state.js';
import { folded } from './tokens.js';

/** The rows of the state's page, in the state's order. */
export async function sortedPage(ledger, { matches, count }, state, terms) {
  const first = (state.page - 1) * PER_PAGE;
  const { table } = ledger;
  const order = state.sort === 'due' ? table.byDue() : table.byDate(state.sort !== 'oldest');
  if (state.sort === 'title' || (state.sort === 'hits' && terms.length)) {
    const cards = await ledger.loadCards(matching(order, matches, 0, count));
    const sorted = state.sort === 'title' ? byTitle(cards) : titleHitsFirst(cards, terms);
    return sorted.slice(first, first + PER_PAGE).map(({ row }) => row);
  }
  return matching(order, matches, first, PER_PAGE);
}

/** So many of the marked rows, in this order, after leaving out the first of them. */
function matching(order, matches, skipped, wanted) {
  const rows = [];
  let seen = 0;
  for (let place = 0; place < order.length && rows.length < wanted; place += 1) {
    if (!matches[order[place]]) continue;
    if (seen >= skipped) rows.push(order[place]);
    seen += 1;
  }
  return rows;
}

function byTitle(cards) {
  const { compare } = new Intl.Collator('zh');
  return cards.sort((a, b) => compare(a.title, b.title));
}

/** Those with all terms in the title first; otherwise the order stays. */
function titleHitsFirst(cards, terms) {
  const inTitle = ({ title }) => {
    const text = folded(title).join('');
    return terms.every((term) => text.includes(term.text));
  };
  const [yes, no] = [[], []];
  for (const card of cards) (inTitle(card) ? yes : no).push(card);
  return yes.concat(no);
}
