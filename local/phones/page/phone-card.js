import { callEntry } from './call-entry.js';
import { callPanel } from './call-panel.js';
import { send } from './cloud.js';
import { make, timeOf } from './dom.js';

/** The words for yes and no in each language. */
const answers = {
  nl: ['ja', 'nee'],
  fr: ['oui', 'non'],
  de: ['ja', 'nein'],
  en: ['yes', 'no'],
};

const languages = new Intl.DisplayNames('en', { type: 'language' });

/** One phone with its messages and calls. `show` returns whether there is a new message. */
export function phoneCard(phone) {
  const id = `phone-${phone.number.replace('+', '')}`;
  const badge = make('span', { className: 'badge' });
  const thread = make('div', {
    className: 'thread',
    role: 'log',
    tabIndex: 0,
    'aria-label': `Messages of ${phone.owner}`,
  });
  const panel = callPanel(phone);
  const element = make(
    'article',
    { className: 'phone', id, 'aria-labelledby': `${id}-name` },
    cardHead(phone, id, badge),
    panel.element,
    thread,
    replyBox(phone),
  );
  const card = { element, unread: 0, isRinging: false, show };
  const entries = new Map();
  let messages = [];
  let seen = 0;

  function show(latest) {
    const added = latest.messages.slice(messages.length);
    messages = latest.messages;
    append(thread, inOrder(added, latest.calls));
    showCalls(latest.calls);
    showUnread();
    const hasNews = card.unread > 0 && added.some(({ direction }) => direction === 'in');
    if (hasNews) restartRinging(element);
    return hasNews;
  }

  /** Adds the new entries to the thread, in the order in which they happened. */
  function inOrder(added, calls) {
    const news = added.map((message) => ({ at: message.at, element: bubble(message) }));
    for (const call of calls.filter(({ id }) => !entries.has(id))) {
      const entry = callEntry(call);
      entries.set(call.id, entry);
      news.push({ at: call.at, element: entry.element });
    }
    return news.sort((a, b) => a.at - b.at).map((one) => one.element);
  }

  function showCalls(calls) {
    follow(thread, () => {
      for (const call of calls) entries.get(call.id).show(call);
    });
    const current = calls.find(({ status }) => status !== 'ended');
    panel.show(current);
    card.isRinging = current?.status === 'ringing';
    element.classList.toggle('calling', card.isRinging);
  }

  function showUnread() {
    const answered = messages.findLastIndex(({ direction }) => direction === 'out') + 1;
    card.unread = messages.length - Math.max(answered, seen);
    badge.hidden = card.unread === 0;
    badge.textContent = `${card.unread} new`;
    element.classList.toggle('news', card.unread > 0);
    if (card.unread === 0) element.classList.remove('rings');
  }

  for (const event of ['pointerdown', 'focusin']) {
    element.addEventListener(event, () => {
      seen = messages.length;
      showUnread();
    });
  }
  return card;
}

function cardHead({ owner, number, language }, id, badge) {
  return make(
    'header',
    {},
    make('span', { className: 'bell', 'aria-hidden': 'true' }, initialsOf(owner)),
    make(
      'div',
      { className: 'who' },
      make('h3', { id: `${id}-name` }, owner),
      make('span', { className: 'number' }, `${number} · ${languages.of(language)}`),
    ),
    badge,
  );
}

function append(thread, elements) {
  if (elements.length > 0) follow(thread, () => thread.append(...elements));
}

/** Scrolls to the end of the thread when it changes, unless somebody has scrolled up to read. */
function follow(thread, change) {
  const isAtEnd = thread.scrollTop + thread.clientHeight >= thread.scrollHeight - 40;
  const before = thread.scrollHeight;
  change();
  if (isAtEnd && thread.scrollHeight !== before) {
    requestAnimationFrame(() => thread.scrollTo(0, thread.scrollHeight));
  }
}

function initialsOf(owner) {
  const [first = '?', second] = owner.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return (second === undefined ? first.slice(0, 2) : first[0] + second[0]).toUpperCase();
}

function restartRinging(element) {
  element.classList.remove('rings');
  void element.offsetWidth; // restarts the animation
  element.classList.add('rings');
}

function bubble({ direction, region, text, at, parts }) {
  const split = parts > 1 ? ` · ${parts} SMS` : '';
  const way = direction === 'in' ? 'through' : 'sent to';
  return make(
    'div',
    { className: `message ${direction}` },
    make('p', {}, text),
    make('small', {}, `${timeOf(at)} · ${way} ${region}${split}`),
  );
}

function replyBox({ number, owner, kind, language }) {
  const error = make('p', { className: 'error', role: 'alert', hidden: true });
  const input = make('input', {
    'aria-label': `Reply from ${owner}`,
    placeholder: 'Reply …',
    autocomplete: 'off',
    maxLength: 1600,
  });
  const reply = async (text) => {
    const outcome = await send('POST', `/local/phones/${encodeURIComponent(number)}/messages`, { text });
    error.hidden = outcome.kind === 'done';
    error.textContent = outcome.reason ?? '';
    return outcome.kind === 'done';
  };
  // The answer of a customer begins with the digits of the request.
  const words = kind === 'customer' ? [] : (answers[language] ?? answers.en);
  const quick = words.map((word) =>
    make('button', { type: 'button', className: 'answer', onclick: () => reply(word) }, word),
  );
  const form = make('form', { className: 'reply' }, ...quick, input, make('button', {}, 'Send'), error);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text !== '' && (await reply(text))) input.value = '';
  });
  return form;
}
