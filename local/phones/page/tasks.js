import { ring } from './bell.js';
import { byId, make } from './dom.js';
import { taskEntry } from './task-entry.js';
import { countWaiting } from './title.js';

const entries = new Map();
let isFirst = true;

/** The name of the person who works as an operator on this page. The browser keeps it. */
export function startTasks() {
  const input = byId('operator');
  input.value = localStorage.getItem('operator') ?? '';
  input.addEventListener('input', () => localStorage.setItem('operator', input.value));
}

function operator() {
  return byId('operator').value.trim() || undefined;
}

/**
 * Shows the tasks of the contact centers: the open ones in the order in which they came, the ended ones below. The
 * element of a task stays the same, so that nobody loses the focus or the text they read.
 */
export function showTasks(tasks) {
  const added = tasks.filter(({ id }) => !entries.has(id));
  for (const task of added) entries.set(task.id, taskEntry(task, operator));
  for (const task of tasks) {
    const { element, show } = entries.get(task.id);
    show(task);
    const list = byId(task.status === 'ended' ? 'ended-tasks' : 'open-tasks');
    if (element.parentElement !== list) list.append(element);
  }
  if (!isFirst && added.some(({ status }) => status === 'queued')) ring();
  isFirst = false;
  showCounts(tasks);
}

function showCounts(tasks) {
  const withStatus = (status) => tasks.filter((task) => task.status === status).length;
  const [queued, accepted, ended] = ['queued', 'accepted', 'ended'].map(withStatus);
  const accepts = accepted === 0 ? 'none open' : `${accepted} accepted`;
  setText('task-count', queued === 0 ? accepts : `${queued} waiting`);
  setText('ended-count', String(ended));
  byId('task-count').classList.toggle('waiting', queued > 0);
  byId('ended-panel').hidden = ended === 0;
  byId('no-tasks').hidden = queued + accepted > 0;
  showWaiting(queued);
  countWaiting('tasks', queued);
}

/** The bar shows how many tasks wait, as a link. */
function showWaiting(count) {
  const place = byId('waiting-tasks');
  const text = count === 1 ? '1 task waits' : `${count} tasks wait`;
  if (place.textContent === (count === 0 ? '' : text)) return;
  place.replaceChildren(...(count === 0 ? [] : [make('a', { href: '#task-panel' }, text)]));
}

/** Writes the text only when it differs, so that a screen reader does not repeat it. */
function setText(id, text) {
  if (byId(id).textContent !== text) byId(id).textContent = text;
}
