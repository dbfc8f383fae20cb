// The form of what is to be deployed.

import { el } from './dom.js';
import { go } from './route.js';

/** A form that says what went wrong, and goes to the workloads once all is done. */
export function deployForm(label, content, act, home) {
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
