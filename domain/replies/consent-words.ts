import type { Meaning } from './reply.ts';
import { plainWord } from './tokens.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(', '));

const consents = list(
  "akkoord, accord, consent, approval, approve, permission, toestemming, goedkeuring, goedkeuren, fiat, zustimmung, freigabe, einverstandnis, einverstaendnis, genehmigung, genehmigen, autorisation, consentement, autorisatie, authorisation, authorization, permissie, ok, oke, okay, go, feu, vert, \"d'accord, l'accord, d’accord, l’accord, l'autorisation, l’autorisation, l'ok, l’ok",
);

const asking = list(
  'ask, asking, get, need, needs, needed, want, request, requesting, obtain, vraag, vragen, gevraagd, nodig, heb, wil, aanvragen, verkrijgen, krijgen, demande, demander, demandez, besoin, faut, obtenir, veux, voudrais, frag, frage, fragen, fragt, brauche, brauchen, benotige, benotigen, einholen, hol, hole, holen, anfragen, bitte, please, aub, svp, can, kan, kun, could, peux, peut, pouvez, kannst, konnt, contacteer, contact, contacte, contactez, check, checken, verifie',
);

const customers = list(
  'klant, klanten, customer, customers, client, clients, kunde, kunden, eindklant, klantcontact, l’client, contact, contactpersoon',
);

/** Between the request and the action: "of we ... mogen", "if we can ...". */
const joining = list(
  'necessaire, notwendig, notig, required, vereist, requis, om, voor, for, to, pour, de, d, fur, fuer, zu, zum, zur, um, of, if, whether, si, ob, dat, que, that, we, wij, wir, ik, i, ich, on, je, nous, mag, mogen, kan, kunnen, can, may, could, peut, peux, pouvons, puis, puisse, durfen, darf, konnen, kann, van, from, du, vom, von, the, het, den, der, dem, le, la, les, bij, with, mit, avec, a, an, au, aux, akkoord, ok, accord, aub, please, svp, bitte, nodig, needed, geven, geben, give, donne, donner, is, gaat, met, een, un, une, ein, eine, einen, zijn, ihr, his, their, te, einer, een, it, s, so, dass, einverstanden, vragen, d’accord, our, onze, notre, unser, unseren',
);

const reported =
  /(?:^|\s)(?:given|received|granted|refused|refuses|denied|obtained|agreed|agrees|said|says|gegeven|gekregen|ontvangen|verleend|geweigerd|weigert|zegt|zei|donne(?:e)? son|obtenu|recu|refuse|accorde|erhalten|erteilt|gegeben|bekommen|verweigert|abgelehnt|sagt|zugestimmt|not|niet|pas|nicht|no|nee|non|nein)(?=\s|$)/u;

const maxActionLength = 100;

/** "Vraag de klant of we db-1 mogen herstarten": an engineer asks for the customer's consent in their own words. */
export function consentInWords(text: string): Meaning | undefined {
  const colon = /^[^:\n]{0,60}:/u.exec(text)?.[0] ?? '';
  const words = [...text.matchAll(/\S+/g)].map(({ 0: raw, index }) => ({
    raw,
    plain: plainWord(raw),
    at: index,
  }));
  const keyword = words.findIndex(({ plain }) => consents.has(plain) && !isMereOk(plain));
  const customer = words.findIndex(({ plain }) => customers.has(plain));
  const isAsked = words.some(({ plain }, i) => asking.has(plain) && i <= Math.max(keyword, customer) + 2);
  const isColon = keyword !== -1 && keyword <= 4 && colon.length > (words[keyword]?.at ?? 0);
  const hasCustomer = customer !== -1 && customer <= maxBefore;
  const isOfCustomer = keyword !== -1 && customer !== -1 && Math.abs(customer - keyword) <= 2;
  const isMeant =
    isColon ||
    isOfCustomer ||
    (keyword !== -1 && keyword <= maxBefore && isAsked) ||
    (hasCustomer && isAsked);
  if (!isMeant) return undefined;
  const from = isColon
    ? words.findIndex(({ at }) => at >= colon.length)
    : afterIntroduction(
        words.map(({ plain }) => plain),
        Math.max(keyword, hasCustomer ? customer : -1),
      );
  const action =
    from === -1
      ? ''
      : text
          .slice(words[from]?.at)
          .replace(/\s+/g, ' ')
          .replace(/[?!.\s]+$/u, '')
          .trim();
  if (letters(action) < 3 || action.length > maxActionLength || reported.test(plainWord(action)))
    return undefined;
  const isAction = isColon || drastic.test(plainWord(action)) || action.split(' ').length >= 2;
  return isAction ? { kind: 'consent', action } : undefined;
}

function isMereOk(word: string): boolean {
  return ['ok', 'oke', 'okay', 'go', 'feu', 'vert'].includes(word);
}

const maxBefore = 8;

function afterIntroduction(words: readonly string[], at: number): number {
  return words.findIndex(
    (word, i) => i > at && word !== '' && !joining.has(word) && !asking.has(word) && !customers.has(word),
  );
}

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

const mayI =
  /(?:^|\W)(?:mag|mogen|kan|kunnen|can|may|could|shall|should|peut|peux|puis|pouvons|darf|durfen|kann|konnen|soll|sollen)[- ]?(?:ik|we|wij|i|on|je|nous|ich|wir|er)(?:\W|$)/u;

const iMay =
  /(?:^| )(?:ik|we|wij|i|on|je|nous|ich|wir) (?:mag|mogen|kan|can|may|peux|peut|pouvons|darf|durfen|kann|konnen)(?= |$)/u;

const drastic =
  /(?:reboot|herstart|restart|redemarr|relanc|neustart|neu ?starten|neu zu starten|fail ?over|omschakel|bascul|umschalt|wissen|wis |verwijder|delete|supprim|losch|kill|stop|rollback|roll back|terugdraai|patch|shutdown|shut down|afsluit|afzet|uitzet|eteindre|couper|abschalt|herunterfahr|vider|leegmaak|truncate|drop|reset|akkoord|toestemming|consent|approval|permission|accord|zustimmung|freigabe)/u;

/** "Mag ik rebooten?" may ask for consent. */
export function mayAskForConsent(text: string): boolean {
  const plain = text.split(/\s+/).map(plainWord).join(' ');
  const isKeyword =
    /(?:^| )(?:akkoord|toestemming|consent|approval|permission|accord|zustimmung|freigabe|autorisation|goedkeuring)(?: |$)/u.test(
      plain,
    );
  return (
    ((mayI.test(plain) || (text.includes('?') && iMay.test(plain))) && drastic.test(plain)) ||
    (isKeyword && plain.split(' ').length > 1)
  );
}
