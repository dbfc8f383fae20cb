// Words for values.

import { clock } from './pulse.js';

/** The cluster's present, in milliseconds: not the browser's. */
export function now() {
  return clock ? Date.parse(clock.time) : Date.now();
}

/** As kubectl says it: 3s, 5m, 2h, 4d. */
export function age(timestamp) {
  if (!timestamp) return '–';
  return span(Math.max(0, (now() - Date.parse(timestamp)) / 1000));
}

export function span(seconds) {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 129600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86400)} d`;
}

/** Seconds of the run as h:mm:ss. */
export function moment(seconds) {
  const whole = Math.floor(seconds);
  const two = number => String(number).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

export function time(timestamp) {
  return timestamp ? timestamp.replace('T', ' ').replace('Z', '') : '–';
}

export function count(number, one, many) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many ?? `${one}s`}`;
}

const SUFFIXES = { '': 1, m: 1e-3, k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 1024, Mi: 1048576, Gi: 1073741824, Ti: 1099511627776 };

/** The number behind a quantity such as 100m or 64Mi; 0 for none. */
export function quantity(text) {
  const [, number, suffix] = /^([0-9.eE+-]+?)([a-zA-Z]*)$/.exec(String(text ?? '0')) ?? [null, '0', ''];
  return Number(number) * (SUFFIXES[suffix] ?? 1);
}

export function bytes(number) {
  if (number >= 1073741824) return `${(number / 1073741824).toFixed(1)} GiB`;
  if (number >= 1048576) return `${Math.round(number / 1048576)} MiB`;
  return `${Math.round(number / 1024)} KiB`;
}

export function cores(number) {
  return number.toLocaleString('en', { maximumFractionDigits: 2 });
}

export function percent(part, whole) {
  return whole > 0 ? `${Math.round(100 * part / whole)} %` : '–';
}

/** name=value pairs of a map. */
export function pairs(map) {
  return Object.entries(map ?? {}).map(([key, value]) => `${key}=${value}`);
}

/** A selector as the API's labelSelector wants it. */
export function selectorText(selector) {
  if (!selector) return '';
  if (!selector.matchLabels && !selector.matchExpressions) return pairs(selector).join(',');
  const terms = pairs(selector.matchLabels);
  for (const { key, operator, values } of selector.matchExpressions ?? []) {
    if (operator === 'In') terms.push(`${key} in (${values.join(',')})`);
    else if (operator === 'NotIn') terms.push(`${key} notin (${values.join(',')})`);
    else terms.push(operator === 'Exists' ? key : `!${key}`);
  }
  return terms.join(',');
}
