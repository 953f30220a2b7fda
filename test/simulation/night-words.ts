import type {
  AlarmPlan,
  CallMove,
  CustomerMove,
  MessageMove,
  Move,
  Night,
  Press,
  TaskMove,
} from './night.ts';

/** A drawn night in words: what everybody will do. Nothing has happened yet. */
export function nightInWords(night: Night): readonly string[] {
  const { seed, startAt, lastsSeconds, alarms, troubles, responders, operators, customers } = night;
  return [
    `The night of seed ${seed} begins at ${new Date(startAt).toISOString()}; what is open is ended after ${lastsSeconds} s.`,
    ...alarms.map(alarmInWords),
    ...troubles.map(({ from, until, words }) => `From ${from} s to ${until} s: ${words}.`),
    ...Object.entries(responders).flatMap(([id, { onPage, onNotice, onCall }]) => [
      ...listed(`${id}, of pages`, onPage.map(moveInWords)),
      ...listed(`${id}, of notices`, onNotice.map(moveInWords)),
      ...listed(`${id}, of calls`, onCall.map(callInWords)),
    ]),
    ...listed('Operators, of tasks', operators.onTask.map(taskInWords)),
    ...listed('Operators, of calls', operators.onCall.map(callInWords)),
    ...listed('Customers, of questions', customers.onQuestion.map(customerInWords)),
    ...listed('Customers, of messages', customers.onNews.map(customerInWords)),
  ];
}

function listed(who: string, moves: readonly string[]): readonly string[] {
  return moves.every((move) => move === nothing) ? [] : [`${who}: ${moves.join('; ')}.`];
}

const nothing = 'nothing';

function alarmInWords({ name, service, severity, summary, events }: AlarmPlan): string {
  const sent = events.map(({ after, state, cells, lateBy }) => {
    const late = lateBy === 0 ? '' : `, ${lateBy} s late`;
    return `${state} at ${after} s to ${cells === 'both' ? 'both cells' : `the ${cells} cell`}${late}`;
  });
  return `${name} of ${service}${severity === undefined ? '' : `, ${severity}`}, "${summary}": ${sent.join('; ')}.`;
}

function moveInWords(move: Move): string {
  if (move.kind === 'nothing') return nothing;
  const { after, then, againAfter } = move;
  const again = againAfter === undefined ? '' : `, again ${againAfter} s later`;
  const more = then.length === 0 ? '' : ` (then ${then.map(moveInWords).join(', ')})`;
  return `after ${after} s ${messageInWords(move)}${again}${more}`;
}

function messageInWords({ what }: MessageMove): string {
  if (what.kind === 'sms') return `"${what.text}" (${what.means})`;
  return `API ${what.action} ${JSON.stringify(what.body)}`;
}

function callInWords(move: CallMove): string {
  if (move.kind === 'rings out') return nothing;
  if (move.kind !== 'presses') return `${move.kind} after ${move.after} s`;
  return `answers after ${move.after} s and presses ${move.keys.join(', then ')} ${move.keyAfter} s later`;
}

function taskInWords(move: TaskMove): string {
  if (move.kind === 'nothing') return nothing;
  const { inConnect, presses } = move;
  const parts = [
    ...(inConnect === undefined ? [] : [`${inConnect.action}s it in Connect after ${inConnect.after} s`]),
    ...presses.map(pressInWords),
  ];
  return parts.length === 0 ? nothing : parts.join(', ');
}

function pressInWords({ by, finding, after, twice, atOnce, onBoard }: Press): string {
  const where = onBoard ? ' on the board' : '';
  const others = atOnce === undefined ? '' : ` while ${atOnce.by} presses "${atOnce.finding}"`;
  return `${by} presses "${finding}"${where}${twice ? ' twice' : ''} after ${after} s${others}`;
}

function customerInWords(move: CustomerMove): string {
  return move.kind === 'nothing' ? nothing : `after ${move.after} s "${move.text}" (${move.means})`;
}
