// Questions before something is done. A refusal is said in the dialog, in the server's words.

import { get, put, remove, send, text } from './api.js';
import { button, el, field, say, select } from './dom.js';
import { objectPath } from './kinds.js';

/** Opens a dialog; `act` does what is asked for and closes it by returning. Resolves to whether it was done. */
export function ask(title, content, actName, act, given = {}) {
  return new Promise(resolve => {
    const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    const doing = el('button', { type: 'submit', class: given.isGrave ? 'grave' : 'primary', text: actName });
    const form = el('form', { method: 'dialog', class: 'stack' },
      el('h2', { id: 'dialog-title', text: title }), content, problem,
      el('div', { class: 'row end' }, button('Cancel', () => dialog.close()), doing));
    const dialog = el('dialog', { 'aria-labelledby': 'dialog-title', class: given.class ?? '' }, form);
    let done = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      doing.disabled = true;
      problem.hidden = true;
      try {
        await act();
        done = true;
        dialog.close();
      } catch (broken) {
        problem.textContent = broken.message;
        problem.hidden = false;
      }
      doing.disabled = false;
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(done);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

const called = (kind, item) => `${kind.one} ${item.metadata.namespace ? `${item.metadata.namespace}/` : ''}${item.metadata.name}`;
const pathOf = (kind, item) => objectPath(kind, item.metadata.namespace, item.metadata.name);

export async function deleteObject(kind, item) {
  const hint = kind.hasPods && kind.page !== 'service' ? ' Its pods stay, and belong to nobody then.' : '';
  const done = await ask(`Delete ${called(kind, item)}?`, el('p', { text: `The object is deleted.${hint}` }), 'Delete',
    () => remove(pathOf(kind, item)), { isGrave: true });
  if (done) say(`${called(kind, item)} is deleted.`);
  return done;
}

export async function scaleObject(kind, item) {
  const number = el('input', { type: 'number', min: '0', max: '1000000', step: '1', required: true, value: item.spec.replicas ?? 1 });
  const done = await ask(`Scale ${called(kind, item)}`, field('Desired number of pods', number), 'Scale', async () => {
    const path = kind.scalesBySpec ? pathOf(kind, item) : `${pathOf(kind, item)}/scale`;
    const scale = await get(path);
    scale.spec.replicas = Number(number.value);
    await put(path, scale);
  });
  if (done) say(`${called(kind, item)}: ${number.value} pods are wanted.`);
}

/** The whole object as YAML or JSON: read, changed, and put back. */
export async function editObject(kind, item) {
  const path = pathOf(kind, item);
  const area = el('textarea', { class: 'code', rows: '22', spellcheck: 'false', autocomplete: 'off' });
  const form = select([['application/yaml', 'YAML'], ['application/json', 'JSON']], 'application/yaml', {
    on: { change: load },
  });
  async function load() {
    const given = await text(path, form.value);
    area.value = form.value === 'application/json' ? JSON.stringify(JSON.parse(given), null, 2) : given;
  }
  try {
    await load();
  } catch (broken) {
    say(broken.message, 'bad');
    return;
  }
  const done = await ask(`Edit ${called(kind, item)}`, el('div', { class: 'stack' }, field('Written as', form), field('Object', area)), 'Save',
    () => send('PUT', path, { body: area.value, type: form.value }), { class: 'wide' });
  if (done) say(`${called(kind, item)} is changed.`);
}

export async function cordon(kind, item) {
  const wanted = !item.spec?.unschedulable;
  try {
    await send('PATCH', pathOf(kind, item), {
      body: JSON.stringify({ spec: { unschedulable: wanted } }), type: 'application/merge-patch+json',
    });
    say(`${item.metadata.name} ${wanted ? 'is cordoned: nothing new comes to it.' : 'takes pods again.'}`);
  } catch (broken) {
    say(broken.message, 'bad');
  }
}
