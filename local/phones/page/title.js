const counts = new Map();

/** The title of the page shows how many things wait for a person, all kinds together. */
export function countWaiting(kind, count) {
  counts.set(kind, count);
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
  document.title = all > 0 ? `(${all}) The phones` : 'The phones';
}
