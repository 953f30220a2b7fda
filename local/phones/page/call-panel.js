import { send } from './cloud.js';
import { make } from './dom.js';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const names = { '*': 'star', '#': 'hash' };

/**
 * What a person can do with a call that rings or is on the line: buttons, and a keypad that also takes the keys of a
 * keyboard.
 */
export function callPanel({ number, owner }) {
  const state = make('p', { className: 'call-state' });
  const error = make('p', { className: 'error', role: 'alert', hidden: true });
  const act = async (action, digits) => {
    if (action === 'voicemail') voicemail.dataset.call = current.id;
    const path = `/local/phones/${encodeURIComponent(number)}/calls/${encodeURIComponent(current.id)}`;
    const outcome = await send('POST', path, digits === undefined ? { action } : { action, digits });
    error.hidden = outcome.kind === 'done';
    error.textContent = outcome.reason ?? '';
  };
  const button = (className, text, action) =>
    make('button', { type: 'button', className, onclick: () => act(action) }, text);
  const answer = button('take', 'Answer', 'answer');
  const voicemail = button('to-voicemail', 'Voicemail', 'voicemail');
  const hangUp = button('hang-up', 'Hang up', 'hang-up');
  const keypad = make(
    'div',
    { className: 'keypad', role: 'group', 'aria-label': `Keypad of ${owner}` },
    ...keys.map((key) =>
      make(
        'button',
        { type: 'button', 'aria-label': names[key] ?? key, onclick: () => act('press', key) },
        key,
      ),
    ),
  );
  const element = make(
    'section',
    { className: 'call-panel', tabIndex: -1, hidden: true, 'aria-label': `Call for ${owner}` },
    state,
    make('div', { className: 'call-buttons' }, answer, voicemail, hangUp),
    keypad,
    error,
  );
  element.addEventListener('keydown', (event) => {
    const isKey = keys.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isKey || keypad.hidden) return;
    event.preventDefault();
    act('press', event.key);
  });
  let current;

  /** Shows the current call, if there is one. */
  function show(call) {
    const isNew = call?.id !== current?.id || call?.status !== current?.status;
    if (!isNew) return;
    const hadFocus = element.contains(document.activeElement);
    current = call;
    element.hidden = call === undefined;
    const isRinging = call?.status === 'ringing';
    answer.hidden = !isRinging;
    voicemail.hidden = !isRinging;
    const isVoicemail = voicemail.dataset.call === call?.id;
    keypad.hidden = call?.status !== 'answered' || isVoicemail;
    state.textContent = call === undefined ? '' : stateOf(call, isVoicemail);
    error.hidden = true;
    if (hadFocus) (call === undefined ? element.nextElementSibling : element)?.focus({ preventScroll: true });
  }
  return { element, show };
}

function stateOf({ status, region }, isVoicemail) {
  if (status === 'ringing') return `Rings: a call through ${region}`;
  return `${isVoicemail ? 'The voicemail has answered' : 'On the line'}, through ${region}`;
}
