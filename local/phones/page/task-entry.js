import { send } from './cloud.js';
import { make, timeOf } from './dom.js';

/** A task of the contact center, and what its operator can do. `show` takes its latest state. */
export function taskEntry({ id, name, description, references, region, at }, operator) {
  const state = make('p', { className: 'task-state' });
  const error = make('p', { className: 'error', role: 'alert', hidden: true });
  const act = async (action) => {
    const who = operator();
    const body = who === undefined ? { action } : { action, operator: who };
    const outcome = await send('POST', `/local/tasks/${encodeURIComponent(id)}`, body);
    error.hidden = outcome.kind === 'done';
    error.textContent = outcome.reason ?? '';
  };
  const button = (className, text, action) =>
    make(
      'button',
      { type: 'button', className, 'aria-label': `${text}: ${name}`, onclick: () => act(action) },
      text,
    );
  const accept = button('take', 'Accept', 'accept');
  const reject = button('reject', 'Reject', 'reject');
  const end = button('end', 'End', 'end');
  const buttons = make('div', { className: 'task-buttons' }, accept, reject, end);
  const title = make('h3', { tabIndex: -1 }, name);
  const element = make(
    'li',
    { className: 'task', 'aria-label': name },
    title,
    state,
    ...(description === '' ? [] : [make('p', { className: 'task-text' }, description)]),
    ...(references.length === 0 ? [] : [referenceList(references)]),
    buttons,
    error,
  );
  let status;

  function show(task) {
    const text = `${timeOf(at)} · ${region} · ${stateOf(task)}`;
    if (state.textContent !== text) state.textContent = text;
    if (task.status === status) return;
    status = task.status;
    const hadFocus = element.contains(document.activeElement);
    element.dataset.status = status;
    accept.hidden = status !== 'queued';
    buttons.hidden = status === 'ended';
    error.hidden = true;
    if (hadFocus) title.focus({ preventScroll: true });
  }
  return { element, show };
}

function stateOf({ status, operator }) {
  if (status === 'queued') return 'waits for an operator';
  const who = operator === undefined ? '' : ` by ${operator}`;
  return status === 'accepted' ? `accepted${who}` : 'ended';
}

/**
 * A link opens beside this page, so that the phones continue to ring. Only the address of a web page becomes a link.
 */
function referenceList(references) {
  return make(
    'ul',
    { className: 'task-references' },
    ...references.map((one) => make('li', {}, ...parts(one))),
  );
}

function parts({ name, type, value }) {
  if (type !== 'URL' || !/^https?:\/\//.test(value)) return [`${name}: ${value}`];
  return [make('a', { href: value, target: '_blank', rel: 'noopener' }, name)];
}
