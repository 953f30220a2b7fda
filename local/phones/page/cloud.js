/** How often the page asks the cloud for its state. */
const pollMs = 500;

/** Sends JSON to the cloud. Returns its answer, or the sentence with which the cloud refuses. */
export async function send(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (answer === undefined) return { kind: 'refused', reason: 'The cloud does not answer.' };
  const text = await answer.text();
  if (answer.ok) return { kind: 'done', body: jsonIn(text) };
  return { kind: 'refused', reason: reasonIn(text) || `The cloud answered ${answer.status}.` };
}

function reasonIn(text) {
  const { detail, message, error } = jsonIn(text) ?? {};
  return detail ?? message ?? error ?? text;
}

function jsonIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Asks again and again, one request at a time, so that a slow answer never replaces a newer one. */
export async function watch(onState, onSilence) {
  for (;;) {
    const state = await fetch('/local/state', { cache: 'no-cache' })
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .catch(() => undefined);
    if (state === undefined) onSilence();
    else onState(state);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
