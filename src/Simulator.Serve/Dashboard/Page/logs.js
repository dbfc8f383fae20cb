// What a container has said.

import { get, text } from './api.js';
import { button, el, field, select } from './dom.js';
import { kindOf, objectPath } from './kinds.js';
import { hashOf } from './route.js';

export function logPage({ parts, signal }) {
  const [home, name, chosen] = parts;
  const lines = el('pre', { class: 'log', tabindex: '0', 'aria-label': 'Log' });
  const container = el('select', { on: { change: read } });
  const size = select([['small', 'Small'], ['medium', 'Medium'], ['large', 'Large']], 'small', { on: { change: () => { lines.dataset.size = size.value; } } });
  const colour = select([['page', 'As the page'], ['inverse', 'Inverse']], 'page', { on: { change: () => { lines.dataset.colour = colour.value; } } });

  async function begin() {
    const pod = await get(objectPath(kindOf('pod'), home, name), signal);
    for (const one of pod.spec.containers) container.append(el('option', { value: one.name, text: one.name, selected: one.name === chosen }));
    await read();
  }
  async function read() {
    const path = `${objectPath(kindOf('pod'), home, name)}/log?container=${encodeURIComponent(container.value)}`;
    lines.textContent = (await text(path, undefined, signal)) || 'The container has said nothing: simulated containers are silent.';
  }
  const tried = act => act().catch(broken => {
    if (broken.name !== 'AbortError') lines.textContent = broken.message;
  });
  tried(begin);
  return {
    title: `Log of ${name}`,
    buttons: [button('Read again', () => tried(read))],
    content: [
      el('p', { class: 'crumbs' }, el('a', { href: hashOf(['pod', home, name]), text: `Pod ${home}/${name}` })),
      el('section', { class: 'card stack', 'aria-label': 'Log' },
        el('div', { class: 'row fields' }, field('Container', container), field('Font', size), field('Colours', colour)), lines),
    ],
  };
}
