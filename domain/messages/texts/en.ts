import type {
  ConsentTexts,
  CustomerTexts,
  NoticeTexts,
  PageTexts,
  SpokenTexts,
  TaskTitles,
  TestTexts,
} from './shape.ts';

// All that people read and hear in English. Braces stand for what is filled in.

/** A page to an engineer, by SMS. */
export const page: PageTexts = {
  howToAnswer: 'Reply yes/no',
  callCustomer: 'Call customer: {name} {number} ({language}).',
  howToAnswerWithCode: 'Reply {code} yes/no',
};

/** What engineers and management are told by SMS. */
export const notices: NoticeTexts = {
  acknowledged: '{code} is yours until {until}. Fixed? Reply {code} done. Mistake? Reply {code} undo.',
  acknowledgedInstead:
    '{code} is yours until {until}, in place of {by}. Fixed? Reply {code} done. Mistake? Reply {code} undo.',
  acknowledgedByOther: '{code}: {by} has it until {until}.',
  declined: '{code}: noted that you cannot. Take it after all? Reply {code} yes.',
  over: '{code} is over: its source says that all is well again.',
  overBy: '{code} is over, says {by}.',
  undone: '{code}: your answer is withdrawn. Take it after all? Reply {code} yes.',
  undoneYours: '{code}: your last answer is withdrawn. It is still yours until {until}.',
  undoneBy: '{code}: your answer is withdrawn. {by} has it until {until}.',
  yoursAgain: '{code} is yours again until {until}: {by} has given it back.',
  nothingToUndo: '{code}: you have nothing to undo.',
  nowCritical: '{code} is now critical: {summary}',
  nowHigh: '{code} is now urgent: {summary}',
  overByYou: '{code}: noted, it is over. Not so? Reply {code} undo within 10 minutes.',
  reopened: '{code} is open again since {at}.',
  reopenedYours: '{code} is open again since {at}. It is yours until {until}.',
  endUndone: '{code} is open again, as it was: paging goes on.',
  endUndoneYours: '{code} is open again, as it was. It is yours until {until}.',
  endUndoneBy: '{code} is open again, as it was. {by} has it until {until}.',
  ackExpired: '{code}: your time is up, paging starts again. 30 more minutes? Reply {code} yes 30.',
  which: '{incidents}? Reply with the code, like {first} {word}.',
  'mayMean yes': '{code}: do you take it? Reply {code} yes.',
  'mayMean until': '{code}: until when? Reply {code} yes 30, with your minutes.',
  'mayMean no': '{code}: can you not take it? Reply {code} no.',
  'mayMean undo': '{code}: take your answer back? Reply {code} undo.',
  'mayMean update': '{code}: how much longer? Reply {code} eta 30, with your minutes.',
  'mayMean done': '{code} resolved? Reply {code} done.',
  'mayMean boss': '{code}: ask management to join? Reply {code} boss.',
  'mayMean add': '{code}: who should join? Reply {code} add and the name.',
  'mayMean consent': '{code}: ask the customer to agree? Reply {code} consent: and what you want to do.',
  takeOver: '{code}: {by} has it until {until}. Take it over? Reply {code} yes.',
  whichPerson: '{code}: {names}? Write the whole name.',
  severalTaken: '{codes} are yours. Reply with a code and undo to give it back.',
  severalDeclined: '{codes}: noted, others are asked.',
  severalOver: '{codes}: noted, all of them are over.',
  notUnderstood: 'Not understood. Reply yes or no with the code of the incident.',
  notUnderstoodAbout: '{code}: not understood. Reply {code} yes or {code} no.',
  unknownCode: '{code} is not the code of an open incident. Please check it.',
  alreadyOver: '{code} is over already. You need not do anything.',
  alreadyOverUndo: '{code} was fixed at {at}. Not so? Reply {code} undo.',
  alreadyOverLate: '{code} was fixed at {at}. Not so? Call the contact center, they open it again.',
  notOver: '{code} is open already.',
  nothingOpen: 'No incident is waiting for your answer. To take one, reply with its code and yes.',
  joined: '{code}: you are working on it with {by}. Mistake? Reply {code} undo.',
  joinedBy: '{code}: {by} is working on it as well.',
  updated: '{code}: noted, fixed by {until}. It is yours until then.',
  updatedBeside: '{code}: noted, fixed by {until}. {by} has it.',
  notOnIt:
    '{code}: the contact center could not reach you, somebody else is asked. Still on it? Reply {code} yes.',
  asked: '{code}: {whom} is now asked to join you.',
  handOverAsked: '{code}: {whom} is asked to take over. Nothing changes until {whom} says yes.',
  managementAsked: '{code}: the manager on call is now asked.',
  shiftEnds:
    '{code}: your shift has ended, {by} is on call now. Hand it over? Reply {code} over. Otherwise it stays with you.',
  shiftBegins: '{incidents}: still open. Your shift starts now and lasts until {until}.',
  colleagueCannot: '{code}: {by} cannot. Ask somebody else? Reply {code} add and the name.',
  serious: '{code} is now serious: the manager on call and both engineers are asked.',
  notSerious: '{code} is no longer serious.',
  decisionWanted: '{code}: what did you agree with the customer? Reply {code} assess and your words.',
  decisionStored: '{code}: noted what you and the customer agreed.',
  consentAsked: '{code}: the customer is asked for consent. Do nothing before you have the answer.',
  consentGranted: '{code}: {by} CONSENTS. You may do this: {action}.',
  consentGrantedAfterRefusal:
    '{code}: {by} CONSENTS. Note: {refusedBy} refused this before. It is about: {action}.',
  consentToDecide: '{code}: customer not reached, you decide. Reply {digits} yes or {digits} no: {action}.',
  consentDecided: '{code}: customer not reached. {by} decides: {action}.',
  consentRefused: '{code}: {by} REFUSES. Do not do this: {action}.',
  consentExpired: '{code}: NO consent, nobody answered in time. Do not do this: {action}.',
  customerWrote: '{code}: {by} (customer) writes: {words}',
  promiseBroken: '{code}: {customer} was not told in time. Please call them yourself.',
  info: '{code} {customer} ({service}), since {at}: {summary}',
  whoHasIt: '{code}: {by} has it until {until}.',
  whoIsAsked: '{code}: nobody has it. Asked: {names}.',
  nobodyAsked: '{code}: nobody has it. The next page goes out at {at}.',
  help: 'You can write: info, who, list, numbers, eta 30, done, undo, boss. With several incidents, write the code first.',
  numbers: '{code}, on call: {people}.',
  openIncidents: '{incidents}: open for you.',
  noneOpen: 'No incident is open for you.',
};

/** What is said in a call, and after its key. */
export const spoken: SpokenTexts = {
  alarm: 'Permanence. Alarm {code}. {about}, at {time}.',
  answer: 'Press {yes} to take it, {no} if you cannot.',
  smsFails: 'SMS is not working.',
  reach: 'Call {who}.',
  withNumber: '{name} at {number}',
  reachNobody: 'Nobody on call has taken it.',
  confirm: 'Press {yes} if you have heard this.',
  acknowledged: 'Your answer is stored. {code} is yours.',
  declined: 'Your answer is stored. You are not asked about {code} any more for now.',
  confirmed: 'Stored. Thank you.',
  over: '{code} is over already.',
  wrongDigit: 'That key is not valid. Nothing is stored. Answer by SMS.',
  notStored: 'Your answer could not be stored. Answer by SMS or call the contact center.',
  notConfirmed: 'This could not be stored. Please call the person on call anyway.',
};

/** What a customer is told, by SMS and by an operator. */
export const customers: CustomerTexts = {
  sms: {
    copy: 'alarm at {service}, {since}: {what}.',
    incident: 'problem with {service} since {since}.',
    again: 'new problem with {service} since {since}.',
    repairTime: 'problem with {service} since {since}.',
    over: 'the problem with {service} was fixed at {end}.',
    wasAndIsOver: 'problem with {service} since {since}. It was fixed at {end}.',
    decided: 'we could not reach you. {by} has decided: {what}.',
  },
  spoken: {
    hello: 'Hello, this is {company}. I am calling about {service}, incident {code}.',
    copy: 'There has been an alarm since {since}: {what}.',
    incident: 'There has been a problem since {since}.',
    again: 'The problem has been back since {since}.',
    repairTime: 'The problem that began at {since} is not fixed yet.',
    over: 'The problem was fixed at {end}.',
    wasAndIsOver: 'There was a problem from {since}. It was fixed at {end}.',
    decided:
      'We could not reach you to ask for your consent. {by} therefore decided: {what}. The reason: {reason}.',
    more: 'We will keep you informed.',
    question: 'Do you have a question?',
  },
  next: {
    called: 'An engineer is being called.',
    acknowledged: 'An engineer is working on it.',
    managed: 'We are working on it.',
    expected: 'Expected to be fixed by {until}.',
    unknown: 'We do not know yet when it will be fixed.',
  },
  folded: '(+{count} more)',
};

/** A customer's consent: the question, and what an answer is answered. */
export const consent: ConsentTexts = {
  asks: '{code}: {by} asks for your consent:',
  refusedBefore: '({by} refused this before)',
  answer: 'Reply {digits} yes or {digits} no.',
  receipts: {
    granted: 'Your consent is stored and passed on. Thank you.',
    refused: 'Noted: you do not agree. It will not be done.',
    late: 'This question has an answer already or has expired: your message changes nothing. In doubt? Call {number}.',
    unclear:
      'Not understood. Did we ask for your consent? Reply with the four digits of the question and yes or no. Anything else? Call {number}.',
    words: 'We have your message and will call you. Is it urgent? Call {number}.',
  },
};

/** What operators see of their tasks. */
export const tasks: TaskTitles = {
  confirm: 'Reach {who} and confirm',
  'ran out': 'Reach {who}: the time of {before} is up',
  look: 'Find out what this is: {why}',
  'tell customer': 'Tell the customer',
  incident: 'Tell the customer: incident',
  'repair time': 'Tell the customer: repair time',
  solution: 'Tell the customer: solution',
  decision: 'Tell the customer: decision',
  'ask consent': 'Ask the customer for consent',
  'customer wrote': 'Call the customer: {who} wrote "{words}"',
};

/** Why an operator must find out what an incident is about, where that is a reason of ours. */
export const lookReasons: Readonly<Record<string, string>> = {};

/** A page to oneself. */
export const tests: TestTexts = {
  sms: 'TEST through {region}: there is no incident. Reply: test {digits}',
  call: 'This is a test of Permanence through {region}. There is no incident. Press {digits}.',
  heard: 'The test has worked. There is no incident.',
};
