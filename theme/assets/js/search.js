// The search page. Mount point: `<div id="search" data-base="…" data-index="…" data-search="…">`
// with a form whose field is named `q`; `index` leads to the ledger's index, whose shards and
// facets the results share, `search` to the index of the text search.

import { Browse } from './browse.js';
import { openLedger } from './ledger-files.js';
import { mount } from './mount.js';
import { changed } from './state.js';
import { TextSearch } from './text-search.js';

mount('search', async (root) => {
  const form = root.querySelector('form');
  const field = form.elements.namedItem('q');
  const ledger = await openLedger(new URL(root.dataset.index, document.baseURI));
  const keys = new Map(ledger.index.shards.map(({ name, key }) => [name, key]));
  const search = new TextSearch(new URL(root.dataset.search, document.baseURI), keys);
  // Whoever is faster than the script keeps what is typed already.
  let shown = null;
  const heard = ({ q }) => {
    if (shown !== null || !field.value) field.value = q;
    shown = q;
  };
  const browse = new Browse(root, ledger, { search, heard });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    browse.go(changed(browse.state, { q: field.value.trim() }), { jump: true });
  });
  field.addEventListener('focus', () => browse.prepare());
  const found = browse.read();
  if (document.activeElement === field) browse.prepare();
  await found;
});
