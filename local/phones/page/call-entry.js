import { make, timeOf } from './dom.js';

/** A call in the thread of its phone: what was spoken, and how the call ended. `show` takes its latest state. */
export function callEntry({ region, at }) {
  const lines = make('div', { className: 'spoken' });
  const note = make('small', {});
  const element = make('div', { className: 'message in call' }, lines, note);
  let count = 0;
  let wasAnswered = false;

  function show({ status, spoken }) {
    wasAnswered ||= status === 'answered' || spoken.length > 0;
    lines.append(...spoken.slice(count).map((text) => make('p', {}, text)));
    count = spoken.length;
    lines.hidden = count === 0;
    const ending = wasAnswered ? 'call, ended' : 'call, not answered';
    const now = { ringing: 'rings', answered: 'on the line', ended: ending }[status];
    const text = `${timeOf(at)} · through ${region} · ${now}`;
    if (note.textContent !== text) note.textContent = text;
  }
  return { element, show };
}
