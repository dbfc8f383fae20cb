// Addresses: #/PAGE/PART/PART?namespace=NS, as the dashboard of 2016 has them.

/** The page, its parts, and the chosen namespace ("" for all). */
export function route() {
  const [path, query] = (location.hash || '#/workload').slice(1).split('?');
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  return { page: parts[0] ?? 'workload', parts: parts.slice(1), home: new URLSearchParams(query).get('namespace') ?? '' };
}

/** The address of a page; the chosen namespace stays. */
export function hashOf(parts, home = route().home) {
  const query = home ? `?namespace=${encodeURIComponent(home)}` : '';
  return `#/${parts.map(encodeURIComponent).join('/')}${query}`;
}

export function go(parts, home) {
  location.hash = hashOf(parts, home);
}
