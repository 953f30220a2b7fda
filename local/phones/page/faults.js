import { send } from './cloud.js';
import { byId, make } from './dom.js';

const services = [
  'sms',
  'table',
  'witness',
  'workflow',
  'functions',
  'api',
  'schedules',
  'objects',
  'secrets',
  'parameters',
  'voice',
  'tasks',
  '*',
];
const modes = ['refuse', 'throttle', 'hang', 'drop'];
const titles = { '*': 'everything' };

let switches = [];
let drawnFor = '';

/** The switches: a table of regions and services. Faults that do not fit into the table are listed below it. */
export function startFaults(onTrouble) {
  const replace = async (faults) => {
    const outcome = await send('PUT', '/local/faults', faults);
    onTrouble(outcome.reason ?? '');
  };
  byId('mend').addEventListener('click', () => replace([]));
  byId('faults').addEventListener('change', ({ target }) => {
    const { region, service } = target.dataset;
    const others = switches.filter((one) => !(one.region === region && one.service === service));
    replace(target.value === '' ? others : [...others, { region, service, mode: target.value }]);
  });
}

export function showFaults(faults, regions) {
  switches = faults;
  if (drawnFor !== regions.join()) draw(regions);
  const isInTable = ({ region, service }) => [...regions, '*'].includes(region) && services.includes(service);
  for (const select of byId('faults').querySelectorAll('select')) {
    const { region, service } = select.dataset;
    const mode = faults.find((one) => one.region === region && one.service === service)?.mode ?? '';
    select.classList.toggle('on', mode !== '');
    if (document.activeElement !== select || mode !== '') select.value = mode;
  }
  const count = byId('fault-count');
  count.textContent = faults.length === 0 ? 'none' : `${faults.length} switched`;
  count.classList.toggle('on', faults.length > 0);
  byId('mend').disabled = faults.length === 0;
  byId('other-faults').replaceChildren(
    ...faults.filter((one) => !isInTable(one)).map((one) => make('li', {}, sentence(one))),
  );
}

function sentence({ kill, afterCall, region, service, mode }) {
  if (kill !== undefined) return `${kill} is killed after its call ${afterCall}`;
  return `${service} from ${region.from} to ${region.to}: ${mode}`;
}

function draw(regions) {
  drawnFor = regions.join();
  const columns = [...regions, '*'];
  const head = columns.map((region) => make('th', { scope: 'col' }, region === '*' ? 'all regions' : region));
  byId('faults').replaceChildren(
    make('thead', {}, make('tr', {}, make('td'), ...head)),
    make('tbody', {}, ...services.map((service) => row(service, columns))),
  );
}

function row(service, columns) {
  const title = titles[service] ?? service;
  const cells = columns.map((region) => make('td', {}, choice(service, region, title)));
  return make('tr', {}, make('th', { scope: 'row' }, title), ...cells);
}

function choice(service, region, title) {
  const where = region === '*' ? 'all regions' : region;
  const select = make('select', { 'aria-label': `${title} in ${where}` }, new Option('works', ''));
  select.dataset.service = service;
  select.dataset.region = region;
  for (const mode of service === 'table' ? [...modes, 'conflict'] : modes) select.add(new Option(mode, mode));
  return select;
}
