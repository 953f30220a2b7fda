/** One rule of the product that is broken on purpose, to test whether the simulation finds it. */
export interface Mutation {
  /** The rule that no longer holds. */
  readonly broken: string;
  readonly file: string;
  /** Text that is in the file exactly once, and is replaced. */
  readonly from: string;
  readonly to: string;
  /** The seed to begin with, where only a rare night finds the mutation. @default - the same for all */
  readonly seed?: number;
}

/**
 * The rules without which a person is not asked, not heard or not told, or counts as having said what they did not
 * say.
 */
export const mutations: readonly Mutation[] = [
  {
    broken: 'an acknowledgement ends by itself',
    file: 'domain/escalation/timers.ts',
    from: "if (status !== 'acknowledged' || acknowledgement === undefined) return [];",
    to: "if (status !== 'resolved' || acknowledgement !== undefined) return [];",
  },
  {
    broken: 'after the last step comes a new round',
    file: 'domain/escalation/ladder.ts',
    from: 'const at = ladderWaitsUntil(incident, ladder);',
    to: 'const at = ladderWaitsUntil(incident, ladder) + 86_400_000;',
  },
  {
    broken: 'the other region sends what the own region refuses',
    file: 'lambda/channels/sms.ts',
    from: "return own.kind === 'handed over' ? own : sendBy(paths.other, to, text);",
    to: 'return own;',
  },
  {
    broken: 'a responder who does not answer an SMS is called',
    file: 'domain/paging/page.ts',
    from: 'if (ladder.pages[name] !== undefined) return undefined;',
    to: "if (path.kind === 'call' || ladder.pages[name] !== undefined) return undefined;",
  },
  {
    broken: 'a wrong key is not an answer',
    file: 'domain/answers/from-sms.ts',
    from: "return { kind: 'wrong digit' };",
    to: "return isResponder ? { kind: 'answer', answer: 'yes' } : { kind: 'wrong digit' };",
  },
  {
    broken: 'a condition that contains a yes is not a yes',
    file: 'domain/replies/parse.ts',
    from: "if (strict.kind !== 'unclear') return strict;",
    to: "if (strict.kind !== 'unclear' || /\\b(ja|ok|yes|oui)\\b/i.test(text)) return { kind: 'yes' };",
  },
  {
    broken: 'the same message counts once',
    file: 'domain/answers/answer.ts',
    from: "if (incident.answers.includes(given.id)) return { kind: 'repeated' };",
    to: '',
    seed: 8623,
  },
  {
    broken: 'after a decline the next step starts at once',
    file: 'domain/answers/decline-undo.ts',
    from: 'const declined = [...new Set([...incident.ladder.declined, by])];',
    to: 'const declined = incident.ladder.declined;',
  },
  {
    broken: 'an answer wakes the workflow',
    file: 'lambda/incidents/change-incident.ts',
    from: 'if (token === undefined) return;',
    to: 'return;',
  },
  {
    broken: 'others hear who acknowledged',
    file: 'domain/answers/acknowledge.ts',
    from: 'const others = before === by ? notYetTold(incident) : readersBut(by, incident, before);',
    to: 'const others = notYetTold(incident);',
  },
  {
    broken: 'everybody who was paged hears of the resolution',
    file: 'domain/escalation/resolve.ts',
    from: 'const people = new Set([...incident.paged, ...(acknowledgement ? [acknowledgement.by] : []), ...waiting]);',
    to: 'const people = new Set(acknowledgement ? [acknowledgement.by] : []);',
  },
  {
    broken: 'an alarm that fires soon after its incident was resolved reopens it',
    file: 'lambda/alarms/accept.ts',
    from: 'if (!item.isArchived || (item.resolvedAt ?? now) >= now - reopenWithinMs) {',
    to: 'if (false) {',
  },
  {
    broken: 'an acknowledgement holds when the alarm fires again',
    file: 'domain/escalation/reopen.ts',
    from: 'if (holds !== undefined) {',
    to: 'if (false) {',
  },
  {
    broken: 'who has heard that it is over hears that it is open again',
    file: 'domain/escalation/reopen.ts',
    from: 'const told = tell(confirming, heard);',
    to: 'const told = tell(confirming, []);',
  },
  {
    broken: 'an alarm that flaps is over when its source has been quiet',
    file: 'domain/escalation/flapping.ts',
    from: 'const flaps = lately.length === flapsAfterTimes && now - first <= flapsWithinMs;',
    to: 'const flaps = lately.length < 0;',
  },
  {
    broken: 'the end of an alarm that has fired again is told after a while',
    file: 'domain/escalation/resolve.ts',
    from: 'return isDoubtful ? { to, notice, notBefore: now + reopenWithinMs } : { to, notice };',
    to: 'return { to, notice };',
  },
  {
    broken: 'an older event does not resolve the incident',
    file: 'lambda/alarms/resolve-by-source.ts',
    from: 'if (!endsIt(at, item.lastEventAt, lastFiring)) return left(item);',
    to: '',
  },
  {
    broken: 'the contact center is asked to confirm each primary',
    file: 'domain/escalation/ladder.ts',
    from: 'return primary === undefined ? asking : askToConfirm(asking, primary.responder, now);',
    to: 'return asking;',
  },
  {
    broken: "the contact center's number is called when no operator accepts",
    file: 'domain/contact-center/tasks.ts',
    from: "...(accepted === undefined ? [{ at: callAt, kind: 'act', act: call } as const] : []),",
    to: '',
  },
  {
    broken: 'a task without a purpose leaves the queue',
    file: 'domain/contact-center/tasks.ts',
    from: 'return ended !== undefined',
    to: 'return false && ended !== undefined',
  },
  {
    broken: 'management is asked in a major incident',
    file: 'domain/paging/major-incident.ts',
    from: "const majorRoles: readonly Role[] = ['primary', 'secondary', 'management'];",
    to: "const majorRoles: readonly Role[] = ['primary'];",
  },
  {
    broken: 'an operator is asked before a promise breaks',
    file: 'domain/customers/deadlines.ts',
    from: '...(taskAt === undefined || task !== undefined ? [] : [operatorTells(incident, id, taskAt)]),',
    to: '',
  },
  {
    broken: 'management hears of a broken promise',
    file: 'domain/customers/deadlines.ts',
    from: 'notices: [...notices, ...fresh],',
    to: 'notices,',
  },
  {
    broken: 'the customer hears of the resolution',
    file: 'domain/escalation/resolve.ts',
    from: 'return promisesAfterEnd(withQuietOperators(resolved, now), now);',
    to: 'return resolved;',
  },
  {
    broken: 'the customer reads no text twice',
    file: 'domain/customers/owed.ts',
    from: "if (begun.status === 'resolved' || first === undefined || first.task !== undefined) return begun;",
    to: "if (begun.status === 'resolved' || first === undefined) return withPromise(begun, 'incident', now, { tellAt: now });",
  },
  {
    broken: 'silence is not consent',
    file: 'domain/consent/requests.ts',
    from: "fire: (_, now) => answered(incident, request, { kind: 'expired', at: now }),",
    to: "fire: (_, now) => answered(incident, request, { kind: 'granted', at: now, who: 'nobody' }),",
    seed: 2151,
  },
  {
    broken: 'the responder who asked for consent hears the answer',
    file: 'domain/consent/answers.ts',
    from: 'return { ...over, notices: [...over.notices, ...fresh] };',
    to: 'return over;',
  },
  {
    broken: 'an overtaken driver does nothing',
    file: 'aws/table/incident-updates.ts',
    from: "ConditionExpression: 'generation = :generation AND epoch = :epoch AND revision = :revision',",
    to: "ConditionExpression: 'generation = :generation AND (epoch = :epoch OR epoch <> :epoch) AND (revision = :revision OR revision <> :revision)',",
  },
  {
    broken: 'a customer hears of an engineer only once one works on it',
    file: 'domain/customers/update.ts',
    from: "return saidYes.some(isEngineer) ? 'acknowledged' : 'managed';",
    to: "return 'acknowledged';",
  },
  {
    broken: 'a yes for some minutes is no repair time',
    file: 'domain/answers/answer.ts',
    from: 'return acknowledge(incident, { by, path, minutes: given.minutes }, now);',
    to: 'return promisesAfterUpdate({ ...acknowledge(incident, { by, path, minutes: given.minutes }, now), expectedAt: now + (given.minutes ?? 30) * 60_000 }, now);',
  },
  {
    broken: "the alarm's own words are in the copy alone",
    file: 'domain/customers/update.ts',
    from: 'service: route.displayName ?? route.service,',
    to: "service: kind === 'copy' ? route.service : summary,",
  },
  {
    broken: "a customer's own words reach somebody",
    file: 'lambda/replies/customer-reply.ts',
    from: 'await passOn(cell, organization, [first, ...others], sms, words);',
    to: '',
  },
  {
    broken: 'a word that may be about two incidents is asked back',
    file: 'domain/answers/incident-meant.ts',
    from: "if (others.length > 0) return { kind: 'ask', why: 'several', among: candidates };",
    to: '',
  },
  {
    broken: 'a page says whether its answer needs the code',
    file: 'lambda/channels/sms.ts',
    from: 'return !countsWithoutCode(paged, known, pagedAt);',
    to: 'return false && !countsWithoutCode(paged, known, pagedAt);',
  },
  {
    broken: 'the same question back goes out once an hour',
    file: 'domain/paging/message-budget.ts',
    from: 'unasked: { count: 3, withinMs: hour, isSameOnce: true, againAfterMs },',
    to: 'unasked: { count: 300, withinMs: hour },',
  },
  {
    broken: 'a customer contact gets few messages in a quarter of an hour',
    file: 'domain/paging/message-budget.ts',
    from: 'customer: { count: 3, withinMs: 15 * minute },',
    to: 'customer: { count: 300, withinMs: 15 * minute },',
  },
  {
    broken: 'two services never share an incident, whatever key their senders use',
    file: 'domain/alarm/alarm.ts',
    from: 'return JSON.stringify([source, integration ?? null, service ?? null, dedupKey, contributor ?? null]);',
    to: 'return JSON.stringify([source, integration ?? null, dedupKey, contributor ?? null, service?.length === 0]);',
  },
  {
    broken: 'whoever has an incident hears that it has become worse',
    file: 'domain/escalation/worsen.ts',
    from: "return incident.status === 'acknowledged' ? told(worse, severity) : pagedAnew(worse, now);",
    to: "return incident.status === 'acknowledged' ? { ...worse, notices: told(worse, severity).notices.slice(0, 0) } : pagedAnew(worse, now);",
  },
  {
    broken: 'an event of a worse severity makes its incident worse',
    file: 'lambda/alarms/accept.ts',
    from: 'const after = worsenedBy(fired, alarm, fresh, now);',
    to: 'const after = now < 0 ? worsenedBy(fired, alarm, fresh, now) : fired;',
  },
  {
    broken: 'a new firing after a resolution pages, however slow the clock of its source is',
    file: 'domain/alarm/order.ts',
    from: 'return !stored.isRepeated || stored.storedAt > (item.resolvedAt ?? stored.storedAt);',
    to: 'return at === undefined && stored.storedAt > (item.resolvedAt ?? stored.storedAt);',
  },
  {
    broken: 'what could have waited for the morning at its opening waits when its time runs out',
    file: 'domain/escalation/hold.ts',
    from: "if (status !== 'held') return undefined;",
    to: "if (status === 'held' || held === undefined) return undefined;",
  },
];
