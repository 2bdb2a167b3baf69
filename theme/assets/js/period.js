// A period in an address, `since=2023-01&until=2023-06`: what the count of a period links to. A row
// lies in it when every day that its date may mean does; a row without a date lies in none.

import { say } from './words.js';

const DATE = /^\d{4}(-\d\d){0,2}$/;

/** The bounds that a query gives, empty where it gives none. */
export function readPeriod(given) {
  const bound = (key) => (DATE.test(given.get(key) ?? '') ? given.get(key) : '');
  return { since: bound('since'), until: bound('until') };
}

/** The period in words, empty for any time. */
export function periodText({ since, until }) {
  if (since && until) return since === until ? since : say('{since} 至 {until}', { since, until });
  if (since) return say('{since} 以来', { since });
  return until && say('截至 {day}', { day: until });
}

/** Whether a date, whole or partial, lies in a period for certain. */
export function holds(date, { since, until }) {
  if (!since && !until) return true;
  if (!date) return false;
  return (!since || first(since) <= first(date)) && (!until || last(date) <= last(until));
}

// Texts that stand in the order of days, whether or not a calendar has such a day.
const first = (date) => `${date}-01-01`.slice(0, 10);
const last = (date) => `${date}-99-99`.slice(0, 10);
