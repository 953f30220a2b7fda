import { byId, make } from './dom.js';

/** How many executions the page shows: first those that run, then those that ended last. */
const mostShown = 8;

let shown = '';

export function showExecutions(executions) {
  const text = JSON.stringify(executions);
  if (text === shown) return;
  shown = text;
  const latestFirst = executions.toReversed();
  const isRunning = ({ status }) => status === 'RUNNING';
  const sorted = [...latestFirst.filter(isRunning), ...latestFirst.filter((one) => !isRunning(one))];
  const rest = sorted.length - mostShown;
  byId('execution-count').textContent =
    executions.length === 0 ? '' : `${executions.filter(isRunning).length} running`;
  byId('executions').replaceChildren(
    ...sorted.slice(0, mostShown).map(entry),
    ...(rest > 0
      ? [make('li', {}, make('span'), make('span', { className: 'where' }, `and ${rest} more`))]
      : []),
    ...(sorted.length === 0 ? [make('li', { className: 'none' }, 'None yet.')] : []),
  );
}

function entry({ region, name, status, state }) {
  const what =
    status === 'RUNNING' ? state : `${status.toLowerCase().replace('_', ' ')}${state ? `: ${state}` : ''}`;
  return make(
    'li',
    {},
    make('span', { className: `dot ${status}`, 'aria-hidden': 'true' }),
    make('span', { className: 'state' }, what ?? status),
    make('span', { className: 'where', title: name }, `${region} · ${short(name)}`),
  );
}

/** The begin of the name tells executions apart. The end may be a count. */
function short(name) {
  return name.length <= 24 ? name : `${name.slice(0, 12)}…${name.slice(-8)}`;
}
