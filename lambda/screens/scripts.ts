/** Seconds after which a board refreshes itself. */
export const refreshSeconds = 10;

/**
 * A browser that follows a link from elsewhere, such as from Amazon Connect, sends no cookie, since the cookie is for this
 * site's own requests alone. The script reads the name from it all the same.
 */
export const rememberName = `
const field = document.querySelector('input[name=by]');
const kept = /(?:^|; )operator=([^;]*)/.exec(document.cookie);
if (field && kept && !field.value) field.value = decodeURIComponent(kept[1]);
`;

/**
 * Refreshes the rows of the board alone, so that a half typed name stays. It waits while the pointer moves: otherwise another
 * row could come under a finger that presses. A board that cannot be refreshed says so: an old one looks like a quiet night.
 */
export const refreshBoard = `
let moved = 0;
let due = Date.now() + ${refreshSeconds * 1000};
addEventListener('pointermove', () => { moved = Date.now(); });
history.replaceState(null, '', location.pathname);
async function refresh() {
  const answer = await fetch(location.pathname, { cache: 'no-store', signal: AbortSignal.timeout(8000) });
  if (answer.status === 403 || answer.status === 410) return location.reload();
  if (!answer.ok) throw new Error(answer.status);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focused = document.activeElement?.value;
  document.getElementById('fresh').replaceWith(fresh.getElementById('fresh'));
  if (focused) [...document.querySelectorAll('#fresh button')].find(({ value }) => value === focused)?.focus();
}
setInterval(() => {
  if (Date.now() < due || Date.now() - moved < 1500) return;
  due = Date.now() + ${refreshSeconds * 1000};
  refresh().catch(() => { document.getElementById('stale').hidden = false; });
}, 1000);
`;
