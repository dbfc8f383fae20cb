// What can be done to an object, as entries of a menu and as buttons.

import { cordon, deleteObject, editObject, scaleObject } from './dialogs.js';
import { go } from './route.js';

export function actionsOf(kind) {
  const entries = [];
  if (kind.hasLogs) {
    entries.push(['Logs', item => go(['log', item.metadata.namespace, item.metadata.name, item.spec.containers[0].name])]);
    entries.push(['Why is it there?', item => go(['why', item.metadata.namespace, item.metadata.name])]);
  }
  if (kind.canScale) entries.push(['Scale', item => scaleObject(kind, item)]);
  if (kind.page === 'node') entries.push(['Cordon or uncordon', item => cordon(kind, item)]);
  entries.push(['Edit', item => editObject(kind, item)], ['Delete', item => deleteObject(kind, item)]);
  return entries;
}
