import { send } from './cloud.js';
import { byId, timeOf } from './dom.js';

let known = { now: Date.now(), speed: 0, at: performance.now() };

/** The cloud's time, its skips and its speed. `onTrouble` gets the sentence when the cloud refuses one of them. */
export function startClock(onTrouble) {
  for (const button of document.querySelectorAll('[data-skip]')) {
    button.addEventListener('click', () => skip(Number(button.dataset.skip), onTrouble));
  }
  byId('speed').addEventListener('change', async ({ target }) => {
    const outcome = await send('POST', '/local/clock', { speed: Number(target.value) });
    onTrouble(outcome.reason ?? '');
  });
  setInterval(showTime, 200);
}

export function showClock({ now, speed }) {
  known = { now, speed, at: performance.now() };
  showTime();
  const select = byId('speed');
  if (document.activeElement === select) return;
  if (![...select.options].some(({ value }) => Number(value) === speed)) {
    select.add(new Option(`runs at ${speed}`, String(speed)));
  }
  select.value = String(speed);
}

async function skip(advanceSeconds, onTrouble) {
  const buttons = [...document.querySelectorAll('[data-skip]')];
  for (const button of buttons) button.disabled = true;
  const outcome = await send('POST', '/local/clock', { advanceSeconds });
  for (const button of buttons) button.disabled = false;
  onTrouble(outcome.reason ?? '');
}

/** Between two answers of the cloud the page lets the time run at the speed that the cloud gave last. */
function showTime() {
  const now = known.now + (performance.now() - known.at) * known.speed;
  byId('now').textContent = timeOf(now);
  byId('now').dateTime = new Date(now).toISOString();
  byId('day').textContent = new Date(now).toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZoneName: 'short',
  });
}
