// Why a pod is where it is, or waits.

import { why } from './api.js';
import { button, el } from './dom.js';
import { facts, rows } from './cards.js';
import { moment, span } from './format.js';
import { kindOf, objectPath } from './kinds.js';
import { live } from './pulse.js';
import { hashOf } from './route.js';

export function whyPage({ parts, signal }) {
  const [home, name] = parts;
  const place = el('div', { class: 'stack' });
  async function ask() {
    try {
      place.replaceChildren(...cards(await why(objectPath(kindOf('pod'), home, name), signal)));
    } catch (broken) {
      if (broken.name === 'AbortError') return;
      place.replaceChildren(el('p', { class: 'problem', role: 'alert', text: broken.status === 404 ? `Nothing is known of a pod ${home}/${name}.` : broken.message }));
    }
  }
  // The scheduler is asked anew each time: only when somebody wants it.
  live([], ask, signal);
  return {
    title: `Why ${name}?`,
    buttons: [button('Ask again', ask)],
    content: [el('p', { class: 'crumbs' }, el('a', { href: hashOf(['pod', home, name]), text: `Pod ${home}/${name}` })), place],
  };
}

function cards(answer) {
  const next = answer.nextTry === null ? '' : `, next try at ${moment(answer.nextTry)} (in ${span(answer.nextTry - answer.at)})`;
  const said = [el('section', { class: 'card lead', 'aria-label': 'Answer' },
    el('p', { class: 'answer', text: `${answer.state}${answer.zone ? ` (${answer.zone})` : ''}${next}.` }),
    answer.waits.map(text => el('p', { text: `It waits for ${text}.` })),
    answer.eviction ? el('p', { text: evicted(answer.eviction) }) : null)];
  if (answer.decision) said.push(...decision(answer));
  else if (!answer.showsDecisions) said.push(el('p', { class: 'note', text: "What this version's scheduler weighed is not told." }));
  said.push(rows('Its life', ['At', 'What'], answer.events.map(event => [moment(event.at), event.text]).reverse()));
  return said;
}

const evicted = story => `Evicted: ${story.node} was marked ${story.status} at ${moment(story.markedAt)}, and its turn came at ${moment(story.evictedAt)}.`;

function decision(answer) {
  const given = answer.decision;
  const lead = answer.node
    ? `If it came now, ${given.fitCount} of ${given.candidateCount} nodes would take it${given.host ? `, and it would go to ${given.host}` : ''}.`
    : `Now ${given.fitCount} of ${given.candidateCount} nodes would take it.`;
  const made = [facts('What the scheduler says now', [['Nodes', given.nodeCount], ['Candidates', given.candidateCount], ['Nodes that fit', given.fitCount], ['Answer', lead],
    ['Error', given.error], ['It would fit if', given.remedies]])];
  const groups = [...given.notCandidates.map(group => ['no candidate', group]), ...given.rejected.map(group => ['refused', group])];
  if (groups.length > 0) {
    made.push(rows('Nodes that do not take it', ['Nodes', 'How', 'Reason', 'Numbers', 'One of them'],
      groups.map(([how, group]) => [String(group.count), how, group.reason, group.detail, group.example])));
  }
  if (given.best.length > 0) {
    made.push(rows('The best of those that fit', ['Node', 'Score', 'Made of'],
      given.best.map(one => [one.node, String(one.total), one.scores.map(score => `${score.priority} ${score.score ?? '–'}`).join(', ')])));
  }
  return made;
}
