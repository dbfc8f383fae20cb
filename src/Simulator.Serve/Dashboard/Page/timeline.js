// What happened, the newest first.

import { get } from './api.js';
import { el, field } from './dom.js';
import { moment } from './format.js';
import { live } from './pulse.js';
import { BUT_PODS, GROUPS, sentence } from './sentences.js';

const SHOWN = 400;

export function timelinePage({ signal }) {
  const list = el('ol', { class: 'timeline', reversed: true });
  const group = el('select', { on: { change: draw } }, GROUPS.map(([value, text]) => el('option', { value, text })));
  const search = el('input', { type: 'search', on: { input: draw } });
  const note = el('p', { class: 'note', hidden: true, text: 'Nothing of that has happened lately.' });
  let [facts, last] = [[], 0];

  async function ask() {
    const more = await get(`/simulator/timeline?after=${last}&limit=2000`, signal);
    if (more.length === 0) return;
    last = more[more.length - 1].number;
    facts = [...facts, ...more].slice(-10000);
    draw();
  }

  function draw() {
    const part = search.value.trim().toLowerCase();
    const shown = [];
    for (let at = facts.length - 1; at >= 0 && shown.length < SHOWN; at--) {
      const told = sentence(facts[at]);
      if (group.value === BUT_PODS ? told.group === 'pod' : group.value && told.group !== group.value) continue;
      if (part && !told.text.toLowerCase().includes(part)) continue;
      shown.push(el('li', { class: `fact ${told.mark}` }, el('time', { text: moment(facts[at].seconds) }), ' ', el('span', { text: told.text })));
    }
    list.replaceChildren(...shown);
    note.hidden = shown.length > 0;
  }

  live(['facts'], ask, signal);
  return {
    title: 'Timeline',
    content: [el('section', { class: 'card stack', 'aria-label': 'Timeline' },
      el('div', { class: 'row fields' }, field('What', group), field('Search', search)), note, list)],
  };
}
