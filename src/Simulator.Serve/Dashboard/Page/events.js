// Events as a list.

import { age } from './format.js';

export const EVENTS = {
  page: 'event', title: 'Events', one: 'Event', path: '/api/v1', resource: 'events', isNamespaced: true,
  columns: [
    { title: 'Message', cell: item => item.message ?? '' },
    { title: 'Reason', cell: item => item.reason ?? '' },
    { title: 'Source', cell: item => [item.source?.component, item.source?.host].filter(Boolean).join(' ') },
    { title: 'Sub-object', cell: item => item.involvedObject?.fieldPath ?? '–' },
    { title: 'Count', cell: item => String(item.count ?? 1) },
    { title: 'First seen', cell: item => `${age(item.firstTimestamp)} ago` },
    { title: 'Last seen', cell: item => `${age(item.lastTimestamp)} ago` },
  ],
};
