// A table of one kind of object, a page at a time, that follows what changes. Rows keep their elements, so that the keyboard's place
// and an open menu are not lost under somebody's hands.

import { page } from './api.js';
import { button, el, select } from './dom.js';
import { count } from './format.js';
import { listPath } from './kinds.js';
import { menuButton } from './menu.js';
import { live } from './pulse.js';

const SIZES = ['10', '25', '50', '100'];

/** `given`: kind, home ("" for all), columns, question (more of the query), actions (of a row), hideEmpty, label, size. */
export function objectTable(given, signal) {
  const { kind, home, actions } = given;
  const columns = (given.columns ?? kind.columns).filter(column => !(column.isHome && home));
  const state = { offset: 0, limit: Number(given.size ?? 10), search: '' };
  const rows = new Map();
  const body = el('tbody');
  const note = el('p', { class: 'note', hidden: true });
  const total = el('span', { class: 'total' });
  const title = given.label ?? kind.title;
  const search = el('input', { type: 'search', placeholder: 'Search by name', 'aria-label': `Search ${title} by name` });
  const pager = makePager(state, title, () => refresh());
  const table = el('table', { 'aria-label': title },
    el('thead', {}, el('tr', {}, columns.map(column => el('th', { scope: 'col', text: column.title })),
      actions ? el('th', { scope: 'col' }, el('span', { class: 'hidden', text: 'Actions' })) : null)), body);
  const section = el('section', { class: 'card', 'aria-label': title },
    el('div', { class: 'row head' }, el('h2', { text: title }), total, el('span', { class: 'grow' }), given.noSearch ? null : search),
    el('div', { class: 'scroll' }, table), note, pager.element);
  if (given.hideEmpty) section.hidden = true;

  async function ask() {
    let answer;
    try {
      answer = await page(listPath(kind, home), { ...given.question, ...state }, signal);
    } catch (broken) {
      if (broken.name === 'AbortError') return;
      note.textContent = broken.message;
      [note.hidden, section.hidden] = [false, false];
      given.onTold?.(0);
      return;
    }
    note.hidden = answer.matched > 0;
    note.textContent = state.search ? `Nothing here has “${state.search}” in its name.` : given.nothing ?? 'There is nothing here.';
    total.textContent = count(answer.matched, 'object');
    section.hidden = Boolean(given.hideEmpty && answer.matched === 0 && !state.search);
    fill(answer);
    pager.tell(answer);
    given.onTold?.(answer.matched);
  }

  function fill(answer) {
    const keep = new Set();
    answer.items.forEach((item, index) => {
      const key = item.metadata.uid ?? `${item.metadata.namespace}/${item.metadata.name}`;
      keep.add(key);
      let row = rows.get(key);
      if (!row) rows.set(key, row = makeRow());
      row.item = item;
      row.show(item, answer.pods?.[index]);
      if (body.children[index] !== row.element) body.insertBefore(row.element, body.children[index] ?? null);
    });
    for (const [key, row] of rows) {
      if (keep.has(key)) continue;
      row.element.remove();
      rows.delete(key);
    }
  }

  function makeRow() {
    const cells = columns.map(column => el('td', { 'data-label': column.title }));
    const row = { shown: columns.map(() => null) };
    row.element = el('tr', {}, cells,
      actions ? el('td', { class: 'actions' }, menuButton('Actions', actions.map(([text, act]) => [text, () => act(row.item)]))) : null);
    row.show = (item, pods) => {
      columns.forEach((column, at) => {
        const cell = column.cell(item, kind, pods);
        const key = typeof cell === 'object' ? cell.key : cell;
        if (row.shown[at] === key) return;
        row.shown[at] = key;
        cells[at].replaceChildren(typeof cell === 'object' ? cell.node() : cell);
      });
      if (actions) row.element.querySelector('.dots').setAttribute('aria-label', `Actions of ${item.metadata.name}`);
      warn(row, pods?.warnings ?? []);
    };
    return row;
  }

  /** What events say of the pods, under the name. */
  function warn(row, warnings) {
    const told = warnings.join('\n');
    if (row.warned === told) return;
    row.warned = told;
    row.element.querySelector('.warnings')?.remove();
    if (told) row.element.firstChild.append(el('ul', { class: 'warnings' }, warnings.map(text => el('li', { text }))));
  }

  const refresh = live(kind.follows ?? [kind.resource], ask, signal);
  search.addEventListener('input', () => {
    [state.search, state.offset] = [search.value.trim(), 0];
    refresh();
  });
  return section;
}

function makePager(state, title, turn) {
  const where = el('span', { class: 'note' });
  const back = button('‹', () => to(state.offset - state.limit), { 'aria-label': `${title}: previous page` });
  const on = button('›', () => to(state.offset + state.limit), { 'aria-label': `${title}: next page` });
  const size = select(SIZES, String(state.limit), {
    'aria-label': `${title}: rows on a page`,
    on: {
      change: () => {
        state.limit = Number(size.value);
        to(0);
      },
    },
  });
  const element = el('div', { class: 'row end pager' }, where, size, back, on);
  function to(offset) {
    state.offset = Math.max(0, offset);
    turn();
  }
  function tell({ matched, offset, items }) {
    if (offset >= matched && offset > 0) {
      to(Math.floor((matched - 1) / state.limit) * state.limit);
      return;
    }
    where.textContent = matched === 0 ? '' : `${offset + 1}–${offset + items.length} of ${matched.toLocaleString('en')}`;
    [back.disabled, on.disabled] = [offset === 0, offset + items.length >= matched];
    element.hidden = matched <= Number(SIZES[0]);
  }
  return { element, tell };
}
