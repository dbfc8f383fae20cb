// Who is it? A token, or a name with a password; kept for this tab only.

import { signIn } from './api.js';
import { el, field } from './dom.js';

let isAsking = false;

export function askWhoItIs() {
  if (isAsking) return;
  isAsking = true;
  const token = el('input', { type: 'password', autocomplete: 'off' });
  const user = el('input', { type: 'text', autocomplete: 'username' });
  const password = el('input', { type: 'password', autocomplete: 'current-password' });
  const wrong = sessionStorage.getItem('authorization') !== null;
  signIn(null);
  const form = el('form', { class: 'card stack login', method: 'dialog' },
    el('h1', { text: 'Who are you?' }),
    wrong ? el('p', { class: 'problem', role: 'alert', text: 'Nobody is known by that. Please try again.' }) : null,
    field('Token', token, 'As it stands in the file of tokens. With a certificate in the browser nothing is asked.'),
    el('p', { class: 'note', text: 'or' }), field('Name', user), field('Password', password),
    el('div', { class: 'row end' }, el('button', { type: 'submit', class: 'primary', text: 'Sign in' })));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const given = new TextEncoder().encode(`${user.value}:${password.value}`);
    signIn(token.value ? `Bearer ${token.value.trim()}` : `Basic ${btoa(String.fromCharCode(...given))}`);
    location.reload();
  });
  document.getElementById('top').replaceChildren(el('span', { class: 'logo' }, el('span', { 'aria-hidden': 'true', class: 'mark' }), el('b', { text: 'Simulator' })));
  document.getElementById('side').replaceChildren();
  document.getElementById('main').replaceChildren(form);
  token.focus();
}
