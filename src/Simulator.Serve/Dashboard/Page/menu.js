// A menu behind a button: arrow keys, Home, End, Escape, as menus are used.

import { el } from './dom.js';

/** A button that opens a menu of [text, act] entries. */
export function menuButton(label, entries) {
  const opener = el('button', {
    type: 'button', class: 'dots', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': label, title: label,
  }, el('span', { 'aria-hidden': 'true', text: '⋮' }));
  opener.addEventListener('click', () => open(opener, entries));
  opener.addEventListener('keydown', event => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    open(opener, entries);
  });
  return opener;
}

function open(opener, entries) {
  const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': opener.getAttribute('aria-label') },
    entries.map(([text, act]) => el('button', {
      type: 'button', role: 'menuitem', tabindex: '-1', text,
      on: {
        click: () => {
          close();
          act();
        },
      },
    })));
  const items = [...menu.children];
  function close() {
    opener.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', leave, true);
    menu.remove();
    opener.focus();
  }
  function leave(event) {
    if (!menu.contains(event.target)) close();
  }
  menu.addEventListener('keydown', event => {
    const at = items.indexOf(document.activeElement);
    const to = {
      ArrowDown: (at + 1) % items.length, ArrowUp: (at + items.length - 1) % items.length, Home: 0, End: items.length - 1,
    }[event.key];
    if (to !== undefined) items[to].focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
  });
  opener.setAttribute('aria-expanded', 'true');
  document.body.append(menu);
  place(menu, opener.getBoundingClientRect());
  document.addEventListener('pointerdown', leave, true);
  items[0].focus();
}

/** Beside the button, within the window. */
function place(menu, box) {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(box.right - width, innerWidth - width - 4))}px`;
  menu.style.top = `${box.bottom + height + 4 > innerHeight ? Math.max(4, box.top - height) : box.bottom}px`;
}
