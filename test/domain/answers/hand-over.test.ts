import { beforeEach, describe, expect, test } from '@jest/globals';
import { replyAnswer } from '../../../domain/answers/from-sms.ts';
import { askedToTakeOver, nextOnCall } from '../../../domain/answers/hand-over.ts';
import { onCallFor } from '../../../domain/on-call/roster.ts';
import { parseReply } from '../../../domain/replies/parse.ts';
import { opened, tenPastThree } from '../an-incident.ts';
import { driveNow, type Night, nightOf, pages, says, saysSo, toldTo } from '../escalation/a-night.ts';
import { exampleOrganization } from '../example-organization.ts';

let night: Night;

const holder = () => night.incident.acknowledgement?.by;

beforeEach(() => {
  night = nightOf(opened());
  driveNow(night);
  says(night, 'an', 'yes', { minutes: 60 });
  driveNow(night);
  saysSo(night, { kind: 'handOver', by: 'an', path: 'sms', to: { responder: 'bram', name: 'Bram' } });
  driveNow(night);
});

describe('handing over to a colleague', () => {
  test('asks the colleague, and changes nothing until they say yes', () => {
    expect(pages(night)).toContain('0 sms own bram');
    expect(toldTo(night)).toContain('an: handOverAsked');
    expect(holder()).toBe('an');
  });

  test('gives the incident to the colleague who says yes, and tells both', () => {
    says(night, 'bram', 'yes');
    driveNow(night);
    expect(holder()).toBe('bram');
    expect(toldTo(night)).toEqual(
      expect.arrayContaining(['bram: acknowledgedInstead', 'an: acknowledgedByOther']),
    );
    expect(night.incident.additional).toEqual([]);
  });

  test('leaves the incident where it is when the colleague says no, and tells so', () => {
    says(night, 'bram', 'no');
    driveNow(night);
    expect(holder()).toBe('an');
    expect(toldTo(night)).toContain('an: colleagueCannot');
  });
});

test('who has it already is not asked to take it over: the sender reads until when', () => {
  saysSo(night, { kind: 'handOver', by: 'chloe', path: 'sms', to: { responder: 'an', name: 'An' } });
  driveNow(night);

  expect(toldTo(night)).toContain('chloe: whoHasIt');
  expect(night.incident.additional.map(({ whom }) => whom)).not.toContainEqual({
    kind: 'responder',
    responder: 'an',
  });
});

test('an SMS that names who takes over is understood', () => {
  const context = { organization: exampleOrganization(), now: tenPastThree };
  expect(replyAnswer({ kind: 'handOver', whom: 'Chloé' }, context)).toMatchObject({
    answer: { kind: 'handOver', to: { responder: 'chloe' } },
  });
});

describe('handing over without a name', () => {
  test.each(['over', 'overdragen', 'passer', 'übergeben', 'hand over'])('is what %s asks for', (text) => {
    expect(parseReply(text)).toMatchObject({ kind: 'handOver' });
    const context = { organization: exampleOrganization(), now: tenPastThree };
    expect(replyAnswer({ kind: 'handOver' }, context)).toEqual({ kind: 'handOverToNext' });
  });

  test('asks whoever is primary now, and the secondary when the primary hands over', () => {
    const { primary, secondary } = onCallFor(night.incident, exampleOrganization(), tenPastThree);
    const next = (by: string) =>
      nextOnCall({ ...night.incident, status: 'escalating' }, by, exampleOrganization(), tenPastThree)
        ?.responder;
    expect(next('somebody of an earlier shift')).toBe(primary);
    expect(next(primary ?? '')).toBe(secondary);
  });

  test('asks nobody who has said no in this round', () => {
    const { primary, secondary } = onCallFor(night.incident, exampleOrganization(), tenPastThree);
    const ladder = { ...night.incident.ladder, declined: [primary ?? '', secondary ?? ''] };
    expect(
      nextOnCall({ ...night.incident, ladder }, 'an', exampleOrganization(), tenPastThree),
    ).toBeUndefined();
  });

  test('asks the sender for a name where nobody else is on call', () => {
    expect(saysSo(night, { kind: 'handOver', by: 'an', path: 'sms', to: undefined })).toEqual({
      kind: 'unchanged',
      notice: { kind: 'mayMean', code: 'A7K', word: 'add' },
    });
  });
});

test('the operators see who is asked to take over', () => {
  expect(askedToTakeOver(night.incident)).toBe('bram');
  says(night, 'bram', 'yes');
  expect(askedToTakeOver(night.incident)).toBeUndefined();
});
