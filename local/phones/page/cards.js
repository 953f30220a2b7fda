import { ring } from './bell.js';
import { byId, make } from './dom.js';
import { phoneCard } from './phone-card.js';

const groups = [
  ['responder', 'Responders'],
  ['contact-center', 'Contact center'],
  ['customer', 'Customers'],
];

const cards = new Map();
let shown = '';

/**
 * Shows the phones: per group those with messages as cards, in the order in which they got their first, so that no card
 * moves under somebody's finger; then the silent ones.
 */
export function showPhones(phones) {
  const before = cards.size;
  const news = phones.filter((phone) => phone.messages.length > 0).filter(update);
  if (news.length > 0 && before > 0) ring();
  arrange(phones);
  showRinging(phones);
}

/** Whether the phone has a message that it did not have before. */
function update(phone) {
  const known = cards.get(phone.number);
  if (known !== undefined) return known.show(phone);
  const card = phoneCard(phone);
  cards.set(phone.number, card);
  return card.show(phone);
}

function arrange(phones) {
  const silent = phones.filter(({ number }) => !cards.has(number));
  const layout = JSON.stringify([[...cards.keys()], silent.map(({ number }) => number)]);
  if (layout === shown) return;
  shown = layout;
  const focused = document.activeElement;
  const talking = phones.filter(({ number }) => cards.has(number)).sort(byFirstMessage);
  const hint =
    cards.size > 0
      ? []
      : [make('p', { className: 'empty' }, 'All phones are silent. Send an alarm, and one of them rings.')];
  byId('phones').replaceChildren(
    ...hint,
    ...groups.map((group) => section(group, talking, silent)).filter(Boolean),
  );
  focused?.focus({ preventScroll: true });
}

function byFirstMessage(a, b) {
  return a.messages[0].at - b.messages[0].at;
}

function section([kind, title], talking, silent) {
  const withCards = talking
    .filter((phone) => phone.kind === kind)
    .map(({ number }) => cards.get(number).element);
  const names = silent.filter((phone) => phone.kind === kind).map(silentPhone);
  if (withCards.length + names.length === 0) return undefined;
  return make(
    'section',
    { className: 'group' },
    make('h2', {}, title),
    make('div', { className: 'cards' }, ...withCards),
    make('ul', { className: 'silent', 'aria-label': `${title} without messages` }, ...names),
  );
}

function silentPhone({ owner, number }) {
  return make('li', {}, owner, make('span', { className: 'number' }, number));
}

/** In the bar: who has news, as links to their phones. */
function showRinging(phones) {
  const ringing = phones.filter(({ number }) => cards.get(number)?.unread > 0);
  const text = ringing.map(({ number }) => `${number} ${cards.get(number).unread}`).join();
  const place = byId('ringing');
  document.title = ringing.length > 0 ? `(${ringing.length}) The phones` : 'The phones';
  if (place.dataset.shown === text) return;
  place.dataset.shown = text;
  place.replaceChildren(
    ...ringing.map(({ owner, number }) =>
      make('a', { href: `#${cards.get(number).element.id}` }, `${owner}: ${cards.get(number).unread} new`),
    ),
  );
}
