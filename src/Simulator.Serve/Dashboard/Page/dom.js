// Makes elements. Texts become text nodes, never markup: a name of an object cannot be a script.

/** An element. `given`: class, text, on (events), and attributes; false, null and undefined leave an attribute out. */
export function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(given)) {
    if (key === 'class') made.className = value;
    else if (key === 'text') made.textContent = value;
    else if (key === 'on') for (const [name, act] of Object.entries(value)) made.addEventListener(name, act);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return made;
}

/** An element of a picture. */
export function svg(tag, given = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function button(text, act, given = {}) {
  return el('button', { type: 'button', text, on: { click: act }, ...given });
}

/** A field with its label. */
export function field(label, control, hint) {
  const id = control.id || `f${++fields}`;
  control.id = id;
  if (hint) control.setAttribute('aria-describedby', `${id}h`);
  return el('div', { class: 'field' },
    el('label', { for: id, text: label }), control, hint ? el('small', { id: `${id}h`, text: hint }) : null);
}
let fields = 0;

/** A select of [value, text] pairs, or of values. */
export function select(options, chosen, given = {}) {
  const made = el('select', given, options.map(option => {
    const [value, text] = Array.isArray(option) ? option : [option, option];
    return el('option', { value, text, selected: value === chosen });
  }));
  return made;
}

/** Words and a mark for how something is: ok, wait, bad, off. Never colour alone. */
export function state(kind, text) {
  const mark = { ok: '✔', wait: '◔', bad: '✖', off: '–' }[kind];
  return el('span', { class: `state ${kind}` }, el('span', { 'aria-hidden': 'true', text: mark }), ` ${text}`);
}

/** Tells those who cannot see, and shows for a moment. */
export function say(text, kind = '') {
  const said = document.getElementById('said');
  const line = el('p', { class: kind, text });
  said.append(line);
  setTimeout(() => line.remove(), kind === 'bad' ? 12000 : 5000);
}
