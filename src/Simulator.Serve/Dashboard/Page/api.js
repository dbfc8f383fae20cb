// Asks the server. Every request goes through the doors that kubectl's go through; whoever may not is told so.

const PAGE = 'application/vnd.simulator.page+json';
const WHY = 'application/vnd.simulator.why+json';

/** A refusal: its status, and its sentence. */
export class Problem extends Error {
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

let unauthorized = () => {};

/** What is to be done when the server does not know who asks. */
export function onUnauthorized(act) {
    unauthorized = act;
}

/** Kept for this tab only, and never in a cookie: another site cannot use it. */
export function signIn(authorization) {
    if (authorization) sessionStorage.setItem('authorization', authorization);
    else sessionStorage.removeItem('authorization');
}

export function isSignedIn() {
    return sessionStorage.getItem('authorization') !== null;
}

/** A response that is no refusal. */
export async function send(method, path, { body, type, accept, signal } = {}) {
    const headers = { Accept: accept ?? 'application/json' };
    const authorization = sessionStorage.getItem('authorization');
    if (authorization) headers.Authorization = authorization;
    if (body !== undefined) headers['Content-Type'] = type ?? 'application/json';
    let answer;
    try {
        answer = await fetch(path, { method, headers, body, signal, cache: 'no-store' });
    } catch (broken) {
        if (broken.name === 'AbortError') throw broken;
        throw new Problem(0, 'The simulator does not answer. Is it still running?');
    }
    if (answer.ok) return answer;
    if (answer.status === 401) unauthorized();
    throw new Problem(answer.status, await sentence(answer));
}

async function sentence(answer) {
    const text = await answer.text();
    try {
        return JSON.parse(text).message || text;
    } catch {
        return text.trim() || `The server answered ${answer.status}.`;
    }
}

export async function get(path, signal) {
    return (await send('GET', path, { signal })).json();
}

/** The one of that name in a list, or nothing; asked so because a browser writes every 404 into its console. */
export async function find(list, name, signal) {
    const found = await get(`${list}?fieldSelector=${encodeURIComponent(`metadata.name=${name}`)}`, signal);
    return found.items[0];
}

export async function post(path, value) {
    return (await send('POST', path, { body: typeof value === 'string' ? value : JSON.stringify(value) })).json();
}

export async function put(path, value) {
    return (await send('PUT', path, { body: typeof value === 'string' ? value : JSON.stringify(value) })).json();
}

export async function remove(path) {
    return (await send('DELETE', path)).json();
}

/** One page of a list: its items, how many there are, and how the pods of each are. */
export async function page(path, question, signal) {
    const query = new URLSearchParams(Object.entries(question).filter(([, value]) => value !== '' && value !== undefined));
    return (await send('GET', `${path}?${query}`, { accept: PAGE, signal })).json();
}

/** Why a pod is where it is. */
export async function why(path, signal) {
    return (await send('GET', path, { accept: WHY, signal })).json();
}

export async function text(path, accept, signal) {
    return (await send('GET', path, { accept: accept ?? 'text/plain, */*', signal })).text();
}

/** Lines of JSON for as long as the stream lasts. */
export async function follow(path, told, signal) {
    const reader = (await send('GET', path, { signal })).body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        const lines = (rest + value).split('\n');
        rest = lines.pop();
        for (const line of lines) if (line) told(JSON.parse(line));
    }
}
