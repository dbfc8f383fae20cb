// Objects from a file, created one by one.

import { get, post, send } from './api.js';
import { button, el, field, say } from './dom.js';
import { deployForm } from './form.js';
import { kindOf } from './kinds.js';

export function fileForm(home) {
    const area = el('textarea', { class: 'code', rows: '20', spellcheck: 'false', required: true });
    const file = el('input', {
        type: 'file',
        accept: '.yaml,.yml,.json',
        on: {
            change: async () => {
                area.value = (await file.files[0]?.text()) ?? '';
            },
        },
    });
    return deployForm(
        'Upload YAML',
        [
            field('File', file),
            field('Or written here', area, 'YAML or JSON; several objects with --- between them'),
            button('An example', () => {
                area.value = example();
            }),
        ],
        () => createAll(area.value, home),
        home,
    );
}

/** In the version in which the server keeps deployments. */
const example = () => `apiVersion: ${kindOf('deployment').path.slice('/apis/'.length)}
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.11
          resources: { requests: { cpu: 100m, memory: 64Mi } }
`;

/** Object by object, each at its own path; those that were made stay if one is refused. */
async function createAll(text, home) {
    const objects = await (await send('POST', '/simulator/manifests', { body: text, type: 'application/yaml' })).json();
    if (objects.length === 0) throw new Error('There is no object in it.');
    let made = 0;
    for (const object of objects) {
        const name = `${object?.kind ?? 'an object without a kind'} ${object?.metadata?.name ?? ''}`.trim();
        try {
            await post(await pathFor(object, home), object);
        } catch (broken) {
            throw new Error(
                `${name}: ${broken.message}${made > 0 ? `\n${made} of ${objects.length} objects were created before it.` : ''}`,
            );
        }
        made++;
    }
    say(`${made} of ${objects.length} objects are created.`);
    return home;
}

/** Where an object of its kind and version is created: the server's own list says so. */
async function pathFor(object, home) {
    if (!object?.kind || !object?.apiVersion) throw new Error('kind or apiVersion is missing');
    const root = object.apiVersion.includes('/') ? `/apis/${object.apiVersion}` : `/api/${object.apiVersion}`;
    const { resources = [] } = await get(root);
    const found = resources.find(one => one.kind === object.kind && !one.name.includes('/'));
    if (!found) throw new Error(`the server knows no ${object.kind} of ${object.apiVersion}`);
    return found.namespaced
        ? `${root}/namespaces/${encodeURIComponent(object.metadata?.namespace || home || 'default')}/${found.name}`
        : `${root}/${found.name}`;
}
