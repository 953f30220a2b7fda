import { describe, expect, test } from '@jest/globals';
import { parseCustomerReply } from '../../../domain/replies/customer-reply.ts';
import { parseReplies, parseReply } from '../../../domain/replies/parse.ts';

describe('a yes', () => {
  test.each([
    ...[
      'ja‽',
      '¿ja',
      'ok؟',
      'ja\u037e',
      'yes﹖',
      'oui？',
      'ja⁇',
      '~~ja~~',
      '~ja~',
      'y̶e̶s̶',
      'j̵a̵',
      'yy',
      'kk',
      'jj',
    ],
    'ja\ngroetjes\nmaar ik kan pas morgen',
    'ja\nMvg,\nAn\nPS kan pas om 8u',
    'yes\n--\nbut only tomorrow',
    'ok\nvan: mij mag Bram het doen',
    'ok\ncheers\nask Bram, I am driving',
    'oui\ncordialement\nmais pas cette nuit',
    'ja\nLG\naber erst morgen',
    'ja\n> maar niet vannacht',
    'yes\n| no',
    'ja\n---\nnee toch niet',
    'yes\n_____\nno, wrong phone',
    'ok\nregards\nno',
    'oui\n-- \nMarc\nje ne suis pas de garde',
    'ja 🛌',
    'ok 🥱',
    'ja 🤡',
    'yes 🍺',
    'oui 😷',
  ])('is never read from %j', (text) => {
    expect(parseReply(text).kind).not.toBe('yes');
  });

  test.each([
    ...[
      'ja',
      'JA!',
      'ja.',
      'Antwoord ja',
      'Reply yes',
      'Répondez oui',
      'Antworten Sie ja',
      "d'acc",
      'ja 👍',
      'ok 🚀',
    ],
    'ja\nMvg,\nAn Peeters\nACME nv\n+32 470 12 34 56',
    'yes\n--\nJohn Smith\nSenior Engineer',
    'oui\nCordialement\nLuc',
    'ja\n> A7K ACME: db-3 not\n> reachable 03:10. Antwoord ja/nee',
  ])('is read from %j', (text) => {
    expect(parseReply(text).kind).toBe('yes');
  });

  test('is read with the code as the call speaks it', () => {
    expect(parseReply('2 G U ja')).toEqual({ kind: 'yes', code: '2GU' });
    expect(parseReply('A7K  JA.')).toEqual({ kind: 'yes', code: 'A7K' });
    expect(parseReply('a 7 k nee')).toEqual({ kind: 'no', code: 'A7K' });
    expect(parseReply('ja a-7-k')).toEqual({ kind: 'yes', code: 'A7K' });
  });
});

describe('the end', () => {
  test.each([
    ...[
      'klaar',
      'klaar!',
      'gedaan',
      'is klaar',
      'in orde',
      'terug online',
      'weer online',
      'fini',
      'terminé',
      'réglé',
    ],
    ...[
      "c'est bon",
      'fertig',
      'läuft wieder',
      'closed',
      'back up',
      'erledigt',
      'fixed',
      'all fixed',
      "c'est réparé",
    ],
  ])('is read from %j', (text) => {
    expect(parseReply(text)).toEqual({ kind: 'done' });
    expect(parseReply(`A7K ${text}`)).toEqual({ kind: 'done', code: 'A7K' });
  });

  test.each([
    ['opgelost, logs geroteerd', 'logs geroteerd'],
    ['opgelost: disk opgekuist', 'disk opgekuist'],
    ['fixed, restarted nginx', 'restarted nginx'],
    ['A7K done - rebooted', 'rebooted'],
    ['résolu, disque nettoyé', 'disque nettoyé'],
    ['disk vervangen. opgelost', 'disk vervangen'],
    ['behoben (Platte getauscht)', 'Platte getauscht'],
    ['fixed by restart', 'by restart'],
  ])('has the rest of %j as its note', (text, note) => {
    expect(parseReply(text)).toMatchObject({ kind: 'done', note });
  });

  test.each([
    ...[
      'opgelost, maar traag',
      'fixed, I think',
      'opgelost, hopelijk',
      'résolu, pour le moment',
      'behoben, vorerst',
    ],
    ...[
      'opgelost, zegt Bram',
      'fixed, but not tested',
      'klaar om te beginnen',
      'bijna klaar',
      'fini?',
      'opgelost? nee',
    ],
  ])('is asked back from %j, with the question about the end', (text) => {
    expect(parseReply(text)).toMatchObject({ kind: 'unclear', maybe: 'done' });
  });
});

describe('a no', () => {
  test.each([
    ...[
      'non pas de garde',
      'ik ben niet van wacht',
      'ziek',
      'ben ziek',
      'bin krank',
      'nein, bin im Auto',
      'no, driving',
    ],
    ...[
      'je ne peux pas',
      "can't, on a plane",
      'bel iemand anders',
      'pas dispo ce soir',
      'geen laptop bij',
      'no, sorry',
    ],
    ...[
      "I'm not on call",
      'nicht im Dienst',
      'demandez à quelqu’un d’autre',
      'ik kan niet, zit in de trein',
      'keine Zeit',
    ],
  ])('is read from %j', (text) => {
    expect(parseReply(text)).toEqual({ kind: 'no' });
  });

  test.each([
    ['vraag bram', 'bram'],
    ['nee, bel bram', 'bram'],
    ['frag Greta', 'greta'],
    ['demande à Luc', 'luc'],
    ['ask Søren', 'soren'],
  ])('may wish that somebody is asked: %j', (text, ask) => {
    expect(parseReply(text)).toEqual({ kind: 'no', ask });
  });

  test.each(['no problem', 'no idea', 'no rush', "can't log in", 'kan niet inloggen', 'no disk space left'])(
    'is not read from %j',
    (text) => {
      expect(parseReply(text).kind).not.toBe('no');
    },
  );
});

describe('handing over', () => {
  test.each([
    ...[
      'geef aan bram',
      'overdragen aan bram',
      'bram neemt over',
      'doorgeven aan bram',
      'A7K naar bram',
      'hand over to bram',
    ],
    ...[
      'assign bram',
      'mijn dienst zit erop, Bram neemt over',
      'passe la main à Bram',
      'Bram prend le relais',
    ],
    ...['Übergabe an Bram', 'Bram übernimmt ab jetzt', 'pass it to Bram please', 'Bram takes over'],
  ])('to a colleague is read from %j', (text) => {
    expect(parseReply(text)).toMatchObject({ kind: 'handOver', whom: 'bram' });
  });

  test.each(['over', 'handover', 'Übergabe', 'passation', 'overdragen aan de volgende'])(
    'to whoever is next is read from %j',
    (text) => {
      expect(parseReply(text)).toEqual({ kind: 'handOver' });
    },
  );

  test.each([
    ...[
      'neemt bram over?',
      'bram neemt niet over',
      'niemand neemt over',
      'kan iemand overnemen',
      'misschien neemt bram over',
    ],
    ...['geef aan bram als hij wakker is', 'hand over tomorrow', 'who takes over'],
  ])('is not read from %j', (text) => {
    expect(parseReply(text).kind).not.toBe('handOver');
  });
});

describe('a wish for another roster', () => {
  test.each([
    ['netwerk erbij', 'netwerk'],
    ['add network', 'network'],
    ['iemand van netwerk', 'netwerk'],
    ['besoin de quelqu’un du réseau', 'reseau'],
    ['brauche jemanden vom Netzwerk', 'netzwerk'],
    ['need a dba', 'dba'],
    ['add Łukasz', 'lukasz'],
    ['add Seán O’Brien', "sean o'brien"],
    ['add Groß', 'gross'],
  ])('or for a colleague is read from %j', (text, whom) => {
    expect(parseReply(text)).toEqual({ kind: 'add', whom });
  });
});

describe('several incidents in one message', () => {
  test.each([
    ['A7K ja, Q4M ja', ['yes A7K', 'yes Q4M']],
    ['A7K Q4M ja', ['yes A7K', 'yes Q4M']],
    ['ja A7K en Q4M', ['yes A7K', 'yes Q4M']],
    ['A7K ja, Q4M nee', ['yes A7K', 'no Q4M']],
    ['A7K ja maar Q4M nee', ['yes A7K', 'no Q4M']],
    ['A7K opgelost\nQ4M ja', ['done A7K', 'yes Q4M']],
    ['A7K ja, Q4M?', ['yes A7K', 'info Q4M']],
    ['A7K Q4M maar niet nu', ['unclear A7K', 'unclear Q4M']],
  ])('are read one by one: %j', (text, read) => {
    expect(parseReplies(text).map(({ kind, code }) => `${kind} ${code}`)).toEqual(read);
  });

  test.each([
    ...[
      'ja alles',
      'ja voor alle',
      'allebei ja',
      'yes all',
      'oui pour tous',
      'ja für alle',
      'yes to both',
      'ik neem ze allemaal',
    ],
  ])('are all meant: %j', (text) => {
    expect(parseReplies(text)).toEqual([{ kind: 'yes', isForAll: true }]);
  });

  test.each(['alle nee', 'nee voor alles', 'no to all', 'non pour tous'])('are all declined: %j', (text) => {
    expect(parseReplies(text)).toEqual([{ kind: 'no', isForAll: true }]);
  });

  test.each(['alles ok', 'ok alles', 'ja alles ok', 'alles?', 'ja alles?'])(
    'are not all meant: %j',
    (text) => {
      expect(parseReplies(text).some(({ kind }) => kind === 'yes')).toBe(false);
    },
  );
});

describe('a wish for consent', () => {
  test.each([
    ['akkoord: reboot db-1', 'reboot db-1'],
    ['akkoord vragen: reboot om 4u', 'reboot om 4u'],
    ['accord: redémarrer la base', 'redémarrer la base'],
    ['vraag de klant of we db-1 mogen herstarten', 'db-1 mogen herstarten'],
    ['need customer approval to failover db-1', 'failover db-1'],
    ['Freigabe vom Kunden für Neustart db-1', 'Neustart db-1'],
  ])('is read from %j', (text, action) => {
    expect(parseReply(text)).toEqual({ kind: 'consent', action });
  });

  test.each(['mag ik rebooten?', 'can I restart db-1?', 'je peux redémarrer ?', 'darf ich neu starten?'])(
    'is asked back from %j',
    (text) => {
      expect(parseReply(text)).toMatchObject({ kind: 'unclear', maybe: 'consent' });
    },
  );
});

describe('a question', () => {
  test.each([
    ['who', 'wie', 'wie heeft het?', 'qui ?', 'wer macht das?', 'is anyone on it?'],
    ['info', 'info', 'details?', 'wat is er', "c'est quoi ?", 'worum geht es?'],
    ['help', 'help', 'aide', 'Hilfe', 'hulp'],
    ['status', 'status', 'statut ?', 'hoe staat het?', 'wie ist der Stand?'],
    ['list', 'lijst', 'list', 'liste', 'wat staat er open?', 'what is open'],
    ['link', 'link', 'lien svp', 'heb je een link?'],
    ['numbers', 'nummers', 'numbers', 'numéros', 'Nummern'],
  ])('for %s needs no code', (kind, ...texts) => {
    expect(texts.map((text) => parseReply(text))).toEqual(texts.map(() => ({ kind })));
  });
});

describe('a phone that answers by itself', () => {
  test.each([
    'Bedankt voor uw bericht. Wij nemen zo snel mogelijk contact met u op.',
    'Merci pour votre message, nous vous répondrons dès que possible.',
    'Vielen Dank für Ihre Nachricht. Wir melden uns in Kürze.',
    'This inbox is not monitored.',
    'Thank you for contacting us, we will reply shortly',
    'Nieuw nummer! Bereik mij op +32 470 00 00 00',
    'I’m not receiving notifications. If this is urgent, reply “urgent” to send a notification through with your original message.',
  ])('is known: %j', (text) => {
    expect(parseReply(text)).toMatchObject({ kind: 'unclear', why: 'autoreply' });
    expect(parseCustomerReply(text)).toEqual({ kind: 'unclear', isByItself: true });
  });
});

describe('a customer', () => {
  test.each([
    ...['4711 akkoord, doe maar', '4711 ja graag', '4711 oui allez-y', '4711 ja bitte', '4711 go', 'ja 4711'],
    ...[
      '4711 ja, geen probleem',
      '4711 oui pas de souci',
      'yes 4711 please go ahead with the restart',
      '4711 ja, mach mal',
    ],
  ])('consents by %j', (text) => {
    expect(parseCustomerReply(text)).toEqual({ kind: 'granted', request: '4711' });
  });

  test.each([
    ...[
      '4711 nog niet',
      '4711 nee wacht',
      '4711 pas encore',
      '4711 not yet',
      '4711 noch nicht',
      '4711 liever niet',
    ],
    ...['4711 no, call me first'],
  ])('does not consent by %j', (text) => {
    expect(parseCustomerReply(text)).toEqual({ kind: 'refused', request: '4711' });
  });

  test.each([
    'De server staat uit',
    'Onze webshop ligt er helemaal uit, kunnen jullie bellen?',
    'at the end of the night it broke again',
    'Nee, het is nog steeds stuk!',
    'No, it is still down for us!',
    'Non, ça ne marche toujours pas',
    'Nein, der Shop geht immer noch nicht',
  ])('who writes %j is read by a person', (text) => {
    expect(parseCustomerReply(text)).toMatchObject({ words: text });
  });

  test.each(['STOP', 'stop please'])('who writes %j says nothing about an incident', (text) => {
    expect(parseCustomerReply(text)).toEqual({ kind: 'unclear' });
  });

  test.each([
    ['4711 hoelang duurt dat?', '4711'],
    ['4711 bel me', '4711'],
    ['4711 attendez', '4711'],
    ['4711 ja maar eerst een backup', '4711'],
    ['1667 ja\nMvg,\nJoris\nPS: maar NIET voor 6 uur, eerst backup!', '1667'],
    ['Appelez-moi', undefined],
    ['our shop is down', undefined],
    ['4711 ja om 6u', '4711'],
  ])('is heard in their own words: %j', (text, request) => {
    expect(parseCustomerReply(text)).toEqual({ kind: 'words', words: text.replace(/\s+/g, ' '), request });
  });
});
