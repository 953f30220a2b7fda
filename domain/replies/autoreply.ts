/** What phones and mail servers answer by themselves: small letters, no accents, apostrophes as spaces. */
const phrases: readonly string[] = [
  'automatic reply, auto reply, autoreply, automated reply, automatic response, automated response, automated message, out of office',
  'out of the office, i am driving, i m driving, im driving, driving with focus, while driving, not receiving notifications',
  'will see your message, ll see your message, ll see this message, get back to you, cant talk right now, cant talk now, call you back',
  'call you later, call you right back, in a meeting, on vacation, on holiday, on leave, do not disturb, voicemail, currently away',
  'currently unavailable, automatisch antwoord, automatische reactie, automatisch bericht, afwezigheid, ik ben afwezig, aan het rijden',
  'ik rij nu, ik rijd nu, achter het stuur, in vergadering, in een vergadering, kan nu niet praten, bel je terug, bel u terug',
  'bel je later, bel je zo terug, op vakantie, met vakantie, met verlof, niet storen, je conduis, au volant, en reunion, en vacances',
  'en conge, reponse automatique, message automatique, absent du bureau, absente du bureau, je vous rappelle, je te rappelle',
  'peux pas parler, ne pas deranger, repondeur, messagerie vocale, ich fahre gerade, ich fahre auto, am steuer, in einer besprechung',
  'in einem meeting, im meeting, in einer sitzung, im urlaub, abwesenheitsnotiz, automatische antwort, rufe zuruck, rufe dich zuruck',
  'bedankt voor uw bericht, bedankt voor je bericht, nemen zo snel mogelijk contact, zo snel mogelijk contact met u op',
  'nieuw nummer, bereik mij op, ander nummer, niet langer in gebruik, antwoorden zo snel mogelijk',
  'merci pour votre message, merci de votre message, vous repondrons des que, repondrai des que, nouveau numero, n est plus en service',
  'vielen dank fur ihre nachricht, danke fur ihre nachricht, melden uns in kurze, melden uns so schnell, neue nummer, neue handynummer',
  'inbox is not monitored, not monitored, thank you for contacting, thanks for contacting, thank you for your message, thanks for your message',
  'will reply shortly, reply as soon as, new number, do not reply to this, this is an automated, reply urgent, turned on notifications',
  'niet beantwoord worden, kan niet beantwoord, ne pas repondre a ce, nicht auf diese nachricht, currently busy, text you later',
  'rufe dich gleich zuruck, rufe dich spater zuruck, rufe sie zuruck, melde mich spater, nicht im buro, nicht sprechen, nicht storen',
];

const patterns = phrases.flatMap((line) => line.split(', ').map((phrase) => ` ${phrase} `));

/** Whether the words look like an automatic answer. */
export function isAutoreply(words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return patterns.some((pattern) => text.includes(pattern));
}
