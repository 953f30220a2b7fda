import { send } from './cloud.js';
import { byId, make } from './dom.js';

/** What people can send: a button for each sample, and a command for the terminal. */
export function startSamples(samples, command) {
  byId('try').hidden = samples.length === 0 && command === undefined;
  byId('samples').replaceChildren(...samples.map(entry));
  byId('terminal').hidden = command === undefined;
  byId('command').textContent = command ?? '';
  byId('copy').addEventListener('click', async ({ target }) => {
    await navigator.clipboard.writeText(command);
    target.textContent = 'Copied';
    setTimeout(() => {
      target.textContent = 'Copy';
    }, 1500);
  });
}

function entry({ id, title, hint }) {
  const hintId = `sample-${id}`;
  const button = make('button', { type: 'button', 'aria-describedby': hintId }, title);
  const outcome = make('p', { className: 'outcome', role: 'status' });
  button.addEventListener('click', () => press(button, outcome, id));
  return make('li', {}, button, outcome, make('p', { className: 'what', id: hintId }, hint));
}

/** During sending the button ignores presses. `disabled` would take away the focus of keyboard users. */
async function press(button, outcome, id) {
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  show(outcome, 'Sending …', 'under-way');
  const sent = await send('POST', `/local/samples/${encodeURIComponent(id)}`, {});
  if (sent.kind === 'refused') show(outcome, sent.reason, 'bad');
  else show(outcome, sent.body.outcome, sent.body.answers.every(isTaken) ? 'good' : 'bad');
  button.ariaDisabled = null;
}

function isTaken({ status = 0 }) {
  return status >= 200 && status < 300;
}

function show(outcome, sentence, kind) {
  outcome.className = `outcome ${kind}`;
  outcome.textContent = sentence;
}
