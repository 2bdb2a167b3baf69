// Starts a page's script. If the data cannot be had, what the page shows without a script stays.

import { element } from './dom.js';
import { Unreachable } from './files.js';
import { say } from './words.js';

/** Do the work for the element with this id; say so in it if the network fails. */
export async function mount(id, work) {
  const root = document.getElementById(id);
  try {
    await work(root);
  } catch (error) {
    const message = say('没有读到数据，筛选和搜索暂时不能用。请检查网络后刷新页面。');
    root.classList.add('browse--idle');
    root.prepend(element('p', { role: 'alert' }, message));
    if (!(error instanceof Unreachable)) throw error;
  }
}
