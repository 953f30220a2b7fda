import type { CustomerPromise } from '../incident/customer.ts';
import type { Language } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';

/** Something that will happen to an incident by itself, as people read it. */
export interface NextEvent {
  readonly at: Instant;
  readonly kind: NextKind;
  /** The responders whom it concerns, by id. */
  readonly who: readonly string[];
  /** What the customer is told. */
  readonly what?: CustomerPromise['about'] | undefined;
}

export type NextKind =
  | 'sms own'
  | 'sms other'
  | 'call'
  | 'call contact center'
  | 'task queued'
  | 'task withdrawn'
  | 'asks'
  | 'asks again'
  | 'asks nobody'
  | 'begins again'
  | 'hold ends'
  | 'source is quiet'
  | 'acknowledgement runs out'
  | 'task is late'
  | 'task is late, number called'
  | 'task is late, management asked'
  | 'tasks are dropped'
  | 'customer told'
  | 'customer asked for consent'
  | 'operator tells the customer'
  | 'promise breaks'
  | 'target comes near'
  | 'target is missed'
  | 'operator asks for consent'
  | 'management decides on consent'
  | 'consent expires'
  | 'customer decision is asked';

type NextWords = Readonly<Record<NextKind | 'asks several', string>>;

const and: Readonly<Record<Language, string>> = { en: 'and', nl: 'en', fr: 'et', de: 'und' };

const words: Readonly<Record<Language, NextWords>> = {
  en: {
    'sms own': 'SMS to {who} through the own region',
    'sms other': 'SMS to {who} through the other region',
    ...{ call: 'call to {who}', 'call contact center': 'call to the contact center' },
    'task queued': 'task for the contact center',
    'task withdrawn': 'a task of the contact center is withdrawn',
    ...{ asks: '{who} is asked', 'asks several': '{who} are asked' },
    'asks nobody': 'the ladder is at its end; the contact center is called',
    'begins again': 'the ladder begins again with {who}',
    'hold ends': 'the hold ends; the page goes to {who}',
    'source is quiet': 'it is over, if its source stays quiet until then',
    'acknowledgement runs out': 'the time of {who} runs out',
    'task is late': 'the contact center is late with its task',
    'task is late, number called': 'the contact center is late with its task; its number is called',
    'task is late, management asked': 'management is asked: the contact center has confirmed nobody',
    'tasks are dropped': 'open tasks of the contact center are dropped',
    'customer told': 'SMS to the customer: {what}',
    'customer asked for consent': 'SMS to the customer to ask for consent',
    'operator tells the customer': 'an operator is asked to tell the customer: {what}',
    'promise breaks': 'the promise to tell the customer breaks: {what}; management hears it',
    'target comes near': 'management is asked: the target of the SLA comes near',
    'target is missed': 'the target of the SLA is missed',
    'operator asks for consent': 'an operator is asked to ask the customer for consent',
    'management decides on consent': 'management is asked to decide without the customer',
    ...{ 'asks again': '{who} is asked again', 'consent expires': 'the request for consent expires' },
    'customer decision is asked': '{who} is asked what the customer decided',
  },
  nl: {
    'sms own': 'sms naar {who} via de eigen regio',
    'sms other': 'sms naar {who} via de andere regio',
    ...{ call: '{who} wordt gebeld', 'call contact center': 'het contactcenter wordt gebeld' },
    'task queued': 'taak voor het contactcenter',
    'task withdrawn': 'een taak van het contactcenter vervalt',
    ...{ asks: '{who} wordt gevraagd', 'asks several': '{who} worden gevraagd' },
    'asks nobody': 'de ladder is doorlopen; het contactcenter wordt gebeld',
    'begins again': 'de ronde begint opnieuw met {who}',
    'hold ends': 'het uitstel is voorbij; de oproep gaat naar {who}',
    'source is quiet': 'het is voorbij, als de bron tot dan rustig blijft',
    'acknowledgement runs out': 'de tijd van {who} is om',
    'task is late': 'de tijd voor de taak van het contactcenter is om',
    'task is late, number called': 'de tijd voor de taak van het contactcenter is om; het wordt gebeld',
    'task is late, management asked':
      'het management wordt gevraagd: het contactcenter heeft niemand bevestigd',
    'tasks are dropped': 'open taken van het contactcenter vervallen',
    'customer told': 'sms naar de klant: {what}',
    'customer asked for consent': 'sms naar de klant met de vraag om akkoord',
    'operator tells the customer': 'een operator wordt gevraagd de klant in te lichten: {what}',
    'promise breaks': 'de belofte aan de klant wordt gebroken: {what}; het management hoort het',
    'target comes near': 'het management wordt gevraagd: de termijn van de SLA nadert',
    'target is missed': 'de termijn van de SLA is voorbij',
    'operator asks for consent': 'een operator wordt gevraagd de klant om akkoord te vragen',
    'management decides on consent': 'het management wordt gevraagd zonder de klant te beslissen',
    ...{ 'asks again': '{who} wordt opnieuw gevraagd', 'consent expires': 'de vraag om akkoord vervalt' },
    'customer decision is asked': '{who} krijgt de vraag wat de klant besliste',
  },
  fr: {
    'sms own': 'SMS à {who} par la région propre',
    'sms other': "SMS à {who} par l'autre région",
    ...{ call: 'appel à {who}', 'call contact center': 'appel au centre de contact' },
    'task queued': 'tâche pour le centre de contact',
    'task withdrawn': 'une tâche du centre de contact est retirée',
    ...{ asks: '{who} est sollicité', 'asks several': '{who} sont sollicités' },
    'asks again': '{who} est sollicité à nouveau',
    'asks nobody': "l'échelle est parcourue; le centre de contact est appelé",
    'begins again': 'le tour recommence avec {who}',
    'hold ends': "l'attente prend fin; l'appel va à {who}",
    'source is quiet': "c'est résolu, si la source reste calme jusque-là",
    'acknowledgement runs out': 'le temps de {who} est écoulé',
    'task is late': 'le centre de contact est en retard pour sa tâche',
    'task is late, number called': 'le centre de contact est en retard pour sa tâche; il est appelé',
    'task is late, management asked':
      "la direction est sollicitée: le centre de contact n'a confirmé personne",
    'tasks are dropped': 'les tâches ouvertes du centre de contact sont abandonnées',
    'customer told': 'SMS au client: {what}',
    'customer asked for consent': 'SMS au client pour demander son accord',
    'operator tells the customer': "un opérateur est chargé d'informer le client: {what}",
    'promise breaks': 'la promesse faite au client est rompue: {what}; la direction en est informée',
    'target comes near': "la direction est sollicitée: l'échéance du SLA approche",
    'target is missed': "l'échéance du SLA est dépassée",
    'operator asks for consent': "un opérateur est chargé de demander l'accord du client",
    'management decides on consent': 'on demande au responsable de décider sans le client',
    'consent expires': "la demande d'accord expire",
    'customer decision is asked': 'on demande à {who} ce que le client a décidé',
  },
  de: {
    'sms own': 'SMS an {who} über die eigene Region',
    'sms other': 'SMS an {who} über die andere Region',
    ...{ call: 'Anruf bei {who}', 'call contact center': 'Anruf beim Contact-Center' },
    'task queued': 'Aufgabe für das Contact-Center',
    'task withdrawn': 'eine Aufgabe des Contact-Centers entfällt',
    ...{ asks: '{who} wird gefragt', 'asks several': '{who} werden gefragt' },
    'asks again': '{who} wird erneut gefragt',
    'asks nobody': 'die Leiter ist durchlaufen; das Contact-Center wird angerufen',
    'begins again': 'die Runde beginnt von vorn mit {who}',
    'hold ends': 'die Wartezeit endet; der Ruf geht an {who}',
    'source is quiet': 'es ist vorbei, wenn die Quelle bis dahin ruhig bleibt',
    'acknowledgement runs out': 'die Zeit von {who} läuft ab',
    'task is late': 'die Zeit für die Aufgabe des Contact-Centers ist um',
    'task is late, number called': 'die Zeit für die Aufgabe des Contact-Centers ist um; es wird angerufen',
    'task is late, management asked':
      'das Management wird gefragt: das Contact-Center hat niemanden bestätigt',
    'tasks are dropped': 'offene Aufgaben des Contact-Centers entfallen',
    'customer told': 'SMS an den Kunden: {what}',
    'customer asked for consent': 'SMS an den Kunden mit der Bitte um Zustimmung',
    'operator tells the customer': 'ein Operator wird gebeten, den Kunden zu informieren: {what}',
    'promise breaks': 'das Versprechen an den Kunden wird gebrochen: {what}; das Management erfährt es',
    'target comes near': 'das Management wird gefragt: die Frist des SLA rückt näher',
    'target is missed': 'die Frist des SLA ist abgelaufen',
    'operator asks for consent': 'ein Operator wird gebeten, den Kunden um Zustimmung zu bitten',
    'management decides on consent': 'das Management wird gebeten, ohne den Kunden zu entscheiden',
    'consent expires': 'die Bitte um Zustimmung verfällt',
    'customer decision is asked': '{who} wird gefragt, was der Kunde entschieden hat',
  },
};

/** What a promise is about. */
const subjects: Readonly<Record<Language, Readonly<Record<CustomerPromise['about'], string>>>> = {
  en: {
    ...{ copy: 'a copy of the alarm', incident: 'the incident', solution: 'the end' },
    ...{ 'repair time': 'the repair time', decision: 'the decision' },
  },
  nl: {
    ...{ copy: 'een kopie van het alarm', incident: 'de storing', solution: 'het einde' },
    ...{ 'repair time': 'de hersteltijd', decision: 'de beslissing' },
  },
  fr: {
    ...{ copy: "une copie de l'alarme", incident: 'la panne', solution: 'la fin' },
    ...{ 'repair time': "l'heure de réparation", decision: 'la décision' },
  },
  de: {
    ...{ copy: 'eine Kopie des Alarms', incident: 'die Störung', solution: 'das Ende' },
    ...{ 'repair time': 'die Reparaturzeit', decision: 'die Entscheidung' },
  },
};

/** What will happen, in words: `Bram is asked`. `names`: responders by id, as people read them. */
export function nextWords(
  { kind, who, what }: NextEvent,
  language: Language,
  names: (responder: string) => string,
): string {
  const key = kind === 'asks' && who.length > 1 ? 'asks several' : kind;
  return words[language][key]
    .replace('{who}', () => listed(who.map(names), and[language]))
    .replace('{what}', () => (what === undefined ? '' : subjects[language][what]));
}

/** `An, Bram and Dirk`. */
function listed(names: readonly string[], word: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}
