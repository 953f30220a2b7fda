import { ring, ringCall } from './bell.js';
import { byId, make } from './dom.js';
import { phoneCard } from './phone-card.js';
import { countWaiting } from './title.js';

const groups = [
  ['responder', 'Responders'],
  ['contact-center', 'Contact center'],
  ['customer', 'Customers'],
];

const cards = new Map();
let shown = '';

/**
 * Shows the phones in groups. Phones with messages or calls are cards, in the order of their first message or call.
 * So no card moves while somebody uses it. The silent phones come last.
 */
export function showPhones(phones) {
  const before = cards.size;
  const news = phones.filter((phone) => firstAt(phone) !== undefined).filter(update);
  if (phones.some(({ number }) => cards.get(number)?.isRinging)) ringCall();
  else if (news.length > 0 && before > 0) ring();
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
  const threads = () => byId('phones').querySelectorAll('.thread');
  const places = new Map([...threads()].map((thread) => [thread, thread.scrollTop]));
  const talking = phones.filter(({ number }) => cards.has(number)).sort((a, b) => firstAt(a) - firstAt(b));
  const hint =
    cards.size > 0
      ? []
      : [make('p', { className: 'empty' }, 'All phones are silent. Send an alarm to page a responder.')];
  byId('phones').replaceChildren(
    ...hint,
    ...groups.map((group) => section(group, talking, silent)).filter(Boolean),
  );
  // An element that is put into the page again loses its focus and its scroll position.
  focused?.focus({ preventScroll: true });
  for (const thread of threads()) thread.scrollTop = places.get(thread) ?? thread.scrollHeight;
}

/** When the phone got its first message or call; undefined for a silent phone. */
function firstAt({ messages, calls }) {
  const starts = [messages[0], calls[0]].filter(Boolean).map(({ at }) => at);
  return starts.length === 0 ? undefined : Math.min(...starts);
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

/** The bar names the phones that ring and those with news, as links to their cards. */
function showRinging(phones) {
  const called = phones.filter(({ number }) => cards.get(number)?.isRinging);
  const ringing = phones.filter(({ number }) => cards.get(number)?.unread > 0);
  const links = [
    ...called.map((phone) => ({ phone, className: 'call', text: `${phone.owner} is called` })),
    ...ringing.map((phone) => ({
      phone,
      className: 'news',
      text: `${phone.owner}: ${cards.get(phone.number).unread} new`,
    })),
  ];
  const place = byId('ringing');
  countWaiting('phones', links.length);
  const shownNow = links.map(({ phone, text }) => `${phone.number} ${text}`).join();
  if (place.dataset.shown === shownNow) return;
  place.dataset.shown = shownNow;
  place.replaceChildren(
    ...links.map(({ phone, className, text }) =>
      make('a', { className, href: `#${cards.get(phone.number).element.id}` }, text),
    ),
  );
}
