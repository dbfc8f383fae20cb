// Cards with values: names and values side by side, and small tables.

import { el } from './dom.js';

/** A card of [name, value] pairs; what has no value is left out. */
export function facts(title, entries) {
    const rows = entries
        .filter(([, value]) => value !== undefined && value !== null && value !== '' && value.length !== 0)
        .map(([name, value]) => [
            el('dt', { text: name }),
            el(
                'dd',
                {},
                Array.isArray(value)
                    ? el(
                          'span',
                          { class: 'chips' },
                          value.map(text => el('span', { class: 'chip', text })),
                      )
                    : value instanceof Node
                      ? value
                      : String(value),
            ),
        ]);
    return el('section', { class: 'card', 'aria-label': title }, el('h2', { text: title }), el('dl', {}, rows));
}

/** A card with a table; it takes the whole width, for its texts are long. */
export function rows(title, heads, lines) {
    return el(
        'section',
        { class: 'card whole', 'aria-label': title },
        el('h2', { text: title }),
        el(
            'div',
            { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': `${title}, which may be scrolled` },
            el(
                'table',
                { 'aria-label': title, class: 'rows' },
                el(
                    'thead',
                    {},
                    el(
                        'tr',
                        {},
                        heads.map(text => el('th', { scope: 'col', text })),
                    ),
                ),
                el(
                    'tbody',
                    {},
                    lines.map(line =>
                        el(
                            'tr',
                            {},
                            line.map((cell, at) => el('td', { 'data-label': heads[at] }, cell)),
                        ),
                    ),
                ),
            ),
        ),
    );
}
