// Says the words of the interface in the language of the page, and tells which texts are in another.

import { phrases } from './phrases.js';

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
const language = document.documentElement.lang;
const own = phrases[language] ?? {};

/** A Chinese phrase with the values of its holes, `say('共 {n} 条', { n: 3 })`; `n` is counted. */
export function say(phrase, given = {}) {
  return formOf(own[phrase] ?? phrase, given.n).replace(/\{(\w+)\}/g, (_, name) => given[name]);
}

/** Texts joined by a mark, as the language of the page does it. */
export function joined(mark, texts) {
  return texts.join(own[mark] ?? mark);
}

/** The language of a text that is not that of the page; empty where it needs no mark. */
export function foreign(text) {
  return HAN.test(text) && !language.startsWith('zh') ? 'zh-Hans' : '';
}

function formOf(forms, counted) {
  if (typeof forms === 'string') return forms;
  const one = new Intl.PluralRules(language).select(counted) === 'one';
  return one ? forms[0] : forms[forms.length - 1];
}
