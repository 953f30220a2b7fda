import { startBell } from './bell.js';
import { showPhones } from './cards.js';
import { showClock, startClock } from './clock.js';
import { watch } from './cloud.js';
import { byId, make } from './dom.js';
import { showExecutions } from './executions.js';
import { showFaults, startFaults } from './faults.js';

/** What the cloud knows from the start and puts into the page: its regions, a sample, links. */
const { regions = [], sample, links = [] } = JSON.parse(byId('facts').textContent);

function trouble(sentence) {
  byId('trouble').textContent = sentence;
  byId('trouble').hidden = sentence === '';
}

/** Regions that nobody has named show themselves by what happens in them. */
function regionsOf({ phones, executions }) {
  if (regions.length > 0) return regions;
  const seen = [...phones.flatMap(({ messages }) => messages), ...executions].map(({ region }) => region);
  return [...new Set(seen)].sort();
}

function startSample() {
  byId('try').hidden = sample === undefined;
  byId('sample').textContent = sample ?? '';
  byId('copy').addEventListener('click', async ({ target }) => {
    await navigator.clipboard.writeText(sample);
    target.textContent = 'Copied';
    setTimeout(() => {
      target.textContent = 'Copy';
    }, 1500);
  });
}

function showLinks() {
  byId('link-panel').hidden = links.length === 0;
  byId('links').replaceChildren(
    ...links.map(({ title, href }) => make('li', {}, make('a', { href }, title))),
  );
}

startSample();
showLinks();
startBell();
startClock(trouble);
startFaults(trouble);

let isSilent = false;
watch(
  (state) => {
    if (isSilent) trouble('');
    isSilent = false;
    showClock(state);
    showPhones(state.phones);
    showExecutions(state.executions ?? []);
    showFaults(state.faults ?? [], regionsOf(state));
  },
  () => {
    isSilent = true;
    trouble('The cloud does not answer. Is it still running?');
  },
);
