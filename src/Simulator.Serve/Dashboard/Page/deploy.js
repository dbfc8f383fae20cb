// Deploy an application from a form, or from a file.

import { get, page, post, send } from './api.js';
import { button, el, field, say, select } from './dom.js';
import { kindNamed, listPath } from './kinds.js';
import { go, hashOf } from './route.js';

export function deployPage({ parts, home, signal }) {
  const isFile = parts[0] === 'file';
  const tabs = el('div', { class: 'row choice', role: 'group', 'aria-label': 'How' }, [['app', 'From a form'], ['file', 'From a file']].map(([name, text]) =>
    el('a', { class: 'button', href: hashOf(['deploy', name]), text, 'aria-current': parts[0] === name ? 'page' : null })));
  return { title: isFile ? 'Upload YAML' : 'Deploy app', content: [tabs, isFile ? fileForm(home) : appForm(home, signal)] };
}

/** A form that says what went wrong, and goes to the workloads once all is done. */
function deployForm(label, content, act, home) {
  const problem = el('pre', { class: 'problem', role: 'alert', hidden: true });
  const doing = el('button', { type: 'submit', class: 'primary', text: 'Deploy' });
  const form = el('form', { class: 'card stack form', 'aria-label': label }, content, problem, el('div', { class: 'row end' }, doing));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    [doing.disabled, problem.hidden] = [true, true];
    try {
      const where = await act();
      go(['workload'], where ?? home);
    } catch (broken) {
      [problem.textContent, problem.hidden] = [broken.message, false];
    }
    doing.disabled = false;
  });
  return form;
}

const lines = () => el('textarea', { rows: '3', spellcheck: 'false' });
const words = text => text.split(/[\s,]+/).filter(Boolean);

/** NAME=VALUE a line. */
function pairsOf(area, what) {
  return area.value.split('\n').map(line => line.trim()).filter(Boolean).map(line => {
    const at = line.indexOf('=');
    if (at <= 0) throw new Error(`${what}: found “${line}”; allowed is NAME=VALUE`);
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
}

function appForm(home, signal) {
  const name = el('input', { type: 'text', required: true, maxlength: '24', pattern: '[a-z]([-a-z0-9]*[a-z0-9])?', autocomplete: 'off' });
  const image = el('input', { type: 'text', required: true, autocomplete: 'off' });
  const number = el('input', { type: 'number', min: '1', max: '100000', value: '1', required: true });
  const service = select([['none', 'None'], ['internal', 'Internal'], ['external', 'External (load balancer)']], 'none', { on: { change: () => { ports.hidden = service.value === 'none'; } } });
  const port = el('textarea', { rows: '2', spellcheck: 'false', placeholder: '80 8080 TCP' });
  const ports = field('Port mappings', port, 'Port, target port and TCP or UDP, a line each');
  ports.hidden = true;
  const space = el('input', { type: 'text', value: home || 'default', required: true, pattern: '[a-z0-9]([-a-z0-9]*[a-z0-9])?', list: 'namespaces-known' });
  const known = el('datalist', { id: 'namespaces-known' });
  page('/api/v1/namespaces', { limit: 500 }, signal).then(list => known.append(...list.items.map(item => el('option', { value: item.metadata.name })))).catch(() => {});
  const more = {
    description: el('input', { type: 'text' }), labels: lines(), secret: el('input', { type: 'text' }), cpu: el('input', { type: 'number', min: '0', step: 'any' }),
    memory: el('input', { type: 'number', min: '0', step: 'any' }), command: el('input', { type: 'text' }), args: el('input', { type: 'text' }),
    privileged: el('input', { type: 'checkbox' }), environment: lines(),
  };
  const taken = el('p', { class: 'problem', role: 'alert', hidden: true });
  name.addEventListener('change', async () => {
    const isTaken = await Promise.all(['replicationcontrollers', 'services'].map(resource => get(`/api/v1/namespaces/${encodeURIComponent(space.value)}/${resource}/${encodeURIComponent(name.value)}`, signal).then(() => true, () => false)));
    taken.hidden = !name.value || !isTaken.some(Boolean);
    taken.textContent = `There is a ${isTaken[0] ? 'replication controller' : 'service'} ${name.value} in ${space.value} already.`;
  });
  const content = [
    field('App name', name, 'Small letters, digits and hyphens, at most 24'), taken, field('Container image', image, 'Such as nginx:1.11'), field('Number of pods', number),
    field('Service', service), ports, field('Namespace', space, 'It is made if it is not there'), known,
    el('details', {}, el('summary', { text: 'Advanced' }), el('div', { class: 'stack' },
      field('Description', more.description), field('Labels', more.labels, 'NAME=VALUE a line; app and version are there already'), field('Image pull secret', more.secret),
      field('CPU (cores)', more.cpu), field('Memory (MiB)', more.memory), field('Command', more.command), field('Arguments', more.args),
      field('Environment variables', more.environment, 'NAME=VALUE a line'), field('Run as privileged', more.privileged))),
  ];
  return deployForm('Deploy app', content, async () => {
    const wanted = { name: name.value, image: image.value.trim(), replicas: Number(number.value), home: space.value, service: service.value, ports: portsOf(port.value, service.value) };
    const [controller, front] = objectsOf(wanted, more);
    await makeNamespace(wanted.home);
    await post(listPath(kindNamed('ReplicationController'), wanted.home), controller);
    if (front) await post(listPath(kindNamed('Service'), wanted.home), front);
    say(`${wanted.name} is deployed.`);
    return home ? wanted.home : '';
  }, home);
}

function portsOf(text, service) {
  if (service === 'none') return [];
  const found = text.split('\n').map(words).filter(line => line.length > 0).map(([port, target, protocol]) => {
    if (!/^\d+$/.test(port) || !/^\d*$/.test(target ?? '')) throw new Error(`Port mappings: found “${[port, target].join(' ')}”; allowed are numbers, such as 80 8080 TCP`);
    return { port: Number(port), targetPort: Number(target || port), protocol: (protocol ?? 'TCP').toUpperCase() };
  });
  if (found.length === 0) throw new Error('Port mappings: a service needs at least one, such as 80 8080 TCP');
  return found.map((one, at) => ({ name: `p${at + 1}-${one.protocol.toLowerCase()}-${one.port}`.slice(0, 24), ...one }));
}

async function makeNamespace(home) {
  try {
    await get(`/api/v1/namespaces/${encodeURIComponent(home)}`);
  } catch (missing) {
    if (missing.status !== 404) throw missing;
    await post('/api/v1/namespaces', { kind: 'Namespace', apiVersion: 'v1', metadata: { name: home } });
  }
}

/** As the dashboard of 2016 makes them: a replication controller and, with ports, a service. */
function objectsOf({ name, image, replicas, ports, service }, more) {
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  const labels = { app: name, ...(tag ? { version: tag } : {}), ...Object.fromEntries(pairsOf(more.labels, 'Labels')) };
  const requests = { ...(more.cpu.value ? { cpu: more.cpu.value } : {}), ...(more.memory.value ? { memory: `${more.memory.value}Mi` } : {}) };
  const container = {
    name, image, resources: Object.keys(requests).length > 0 ? { requests } : {},
    env: pairsOf(more.environment, 'Environment variables').map(([key, value]) => ({ name: key, value })),
    ...(more.command.value ? { command: words(more.command.value) } : {}), ...(more.args.value ? { args: words(more.args.value) } : {}),
    ...(more.privileged.checked ? { securityContext: { privileged: true } } : {}),
  };
  const annotations = more.description.value ? { description: more.description.value } : undefined;
  const metadata = { name, labels, annotations };
  const spec = { containers: [container], ...(more.secret.value ? { imagePullSecrets: [{ name: more.secret.value }] } : {}) };
  const controller = { kind: 'ReplicationController', apiVersion: 'v1', metadata, spec: { replicas, selector: labels, template: { metadata: { labels, annotations }, spec } } };
  if (ports.length === 0) return [controller, null];
  return [controller, { kind: 'Service', apiVersion: 'v1', metadata, spec: { selector: labels, ports, type: service === 'external' ? 'LoadBalancer' : 'ClusterIP' } }];
}

function fileForm(home) {
  const area = el('textarea', { class: 'code', rows: '20', spellcheck: 'false', required: true });
  const file = el('input', { type: 'file', accept: '.yaml,.yml,.json', on: { change: async () => { area.value = await file.files[0]?.text() ?? ''; } } });
  return deployForm('Upload YAML', [field('File', file), field('Or written here', area, 'YAML or JSON; several objects with --- between them'), button('An example', () => { area.value = EXAMPLE; })],
    () => createAll(area.value, home), home);
}

const EXAMPLE = `apiVersion: extensions/v1beta1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
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
      throw new Error(`${name}: ${broken.message}${made > 0 ? `\n${made} of ${objects.length} objects were created before it.` : ''}`);
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
  return found.namespaced ? `${root}/namespaces/${encodeURIComponent(object.metadata?.namespace || home || 'default')}/${found.name}` : `${root}/${found.name}`;
}
