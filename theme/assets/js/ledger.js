// The ledger page. Mount point: `<div id="ledger" data-base="…" data-index="…">`, where `base` leads
// to the root of the site and `index` to the ledger's index; what is inside with `data-static`
// is for readers without scripts. `data-default` is what an address without a query asks for.

import { Browse } from './browse.js';
import { openLedger } from './ledger-files.js';
import { mount } from './mount.js';

mount('ledger', async (root) => {
  const ledger = await openLedger(new URL(root.dataset.index, document.baseURI));
  await new Browse(root, ledger).readOr(root.dataset.default);
});
