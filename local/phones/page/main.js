import { startBell } from './bell.js';
import { showPhones } from './cards.js';
import { showClock, startClock } from './clock.js';
import { watch } from './cloud.js';
import { byId, make } from './dom.js';
import { showExecutions } from './executions.js';
import { showFaults, startFaults } from './faults.js';
import { startSamples } from './samples.js';
import { showTasks, startTasks } from './tasks.js';

/** What the cloud wrote into the page: its regions, samples and links. */
const {
  regions = [],
  notice = '',
  command,
  samples = [],
  links = [],
} = JSON.parse(byId('facts').textContent);

function trouble(sentence) {
  byId('trouble').textContent = sentence;
  byId('trouble').hidden = sentence === '';
}

/** Without a list of regions, the page shows the regions in which something happens. */
function regionsOf({ phones, executions }) {
  if (regions.length > 0) return regions;
  const seen = [...phones.flatMap(({ messages }) => messages), ...executions].map(({ region }) => region);
  return [...new Set(seen)].sort();
}

/** A link opens beside this page, so that the phones continue to ring. */
function showLinks() {
  byId('link-panel').hidden = links.length === 0;
  byId('links').replaceChildren(
    ...links.map(({ title, href }) =>
      make('li', {}, make('a', { href, target: '_blank', rel: 'noopener' }, title)),
    ),
  );
}

byId('notice').textContent = notice;
byId('notice').hidden = notice === '';
startSamples(samples, command);
showLinks();
startBell();
startTasks();
startClock(trouble);
startFaults(trouble);

let isSilent = false;
watch(
  (state) => {
    if (isSilent) trouble('');
    isSilent = false;
    showClock(state);
    showPhones(state.phones);
    showTasks(state.tasks ?? []);
    showExecutions(state.executions ?? []);
    showFaults(state.faults ?? [], regionsOf(state));
  },
  () => {
    isSilent = true;
    trouble('The cloud does not answer. Is it still running?');
  },
);
