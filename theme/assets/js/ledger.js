// The ledger page. Mount point: `<div id="ledger" data-base="…" data-index="…">`, where `base` leads
// to the root of the site and `index` to the ledger's index; what is inside with `data-static`
// is for readers without scripts, and stays when the data cannot be had. `data-default` is what an
// address without a query asks for.

import { Browse } from './browse.js';
import { openLedger } from './ledger-files.js';

async function start(root) {
  const ledger = await openLedger(new URL(root.dataset.index, document.baseURI));
  return new Browse(root, ledger).readOr(root.dataset.default);
}

start(document.getElementById('ledger'));
