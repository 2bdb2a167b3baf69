// The search page. Mount point: `<div id="search" data-base="…" data-index="…" data-search="…">`
// with a form whose field is named `q`; `index` leads to the ledger's index, whose shards and
// facets the results share, `search` to the index of the text search.

import { Browse } from './browse.js';
import { element } from './dom.js';
import { openLedger } from './ledger-files.js';
import { changed } from './state.js';
import { TextSearch } from './text-search.js';

async function start(root) {
  const ledger = await openLedger(new URL(root.dataset.index, document.baseURI));
  const keys = new Map(ledger.index.shards.map(({ name, key }) => [name, key]));
  const search = new TextSearch(new URL(root.dataset.search, document.baseURI), keys);
  const form = root.querySelector('form');
  const field = form.elements.namedItem('q');
  const browse = new Browse(root, ledger, {
    search,
    heard: (state) => {
      field.value = state.q;
    },
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    browse.go(changed(browse.state, { q: field.value.trim() }), { jump: true });
  });
  field.addEventListener('focus', () => browse.prepare());
  // Whoever was faster than the script finds the box as it was left.
  const typed = field.value;
  const shown = browse.read();
  if (document.activeElement === field) {
    field.value = typed;
    browse.prepare();
  }
  return shown;
}

start(document.getElementById('search')).catch((error) => {
  document.getElementById('search').append(
    element('p', { role: 'alert' }, '没有读到检索数据，请检查网络后刷新页面。')
  );
  throw error;
});
