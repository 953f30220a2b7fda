import { describe, expect, test } from '@jest/globals';
import {
  askDigit,
  compare,
  hangUp,
  invoke,
  loop,
  say,
  targetQueue,
  toQueue,
} from '../../lib/constructs/contact-flow/actions.ts';
import { askContactCenter } from '../../lib/constructs/contact-flow/ask-contact-center.ts';
import {
  actionId,
  type ContactFlow,
  contactFlow,
  type FlowAction,
} from '../../lib/constructs/contact-flow/flow.ts';
import { lintContactFlow } from '../../lib/constructs/contact-flow/lint.ts';
import { pageByPhone } from '../../lib/constructs/contact-flow/page-by-phone.ts';

const page = pageByPhone('arn:aws:lambda:eu-central-1:123456789012:function:permanence-call-answer');

describe('the flow that pages by phone', () => {
  test('is one that Amazon Connect takes', () => {
    expect(lintContactFlow(page)).toEqual([]);
  });

  test('is the same each time that it is made', () => {
    expect(pageByPhone('arn')).toEqual(pageByPhone('arn'));
  });

  test('says that the answer is stored only in the words of the function', () => {
    const says = page.Actions.filter(({ Type }) => Type === 'MessageParticipant').map(
      ({ Parameters }) => Parameters['Text'],
    );

    expect(says).toEqual(['$.External.say', '$.Attributes.notStored']);
  });

  test('logs nothing of what is said and pressed', () => {
    expect(page.Actions[0]).toMatchObject({
      Type: 'UpdateFlowLoggingBehavior',
      Parameters: { FlowLoggingBehavior: 'Disabled' },
    });
  });

  test('leads to the function only from a stored key', () => {
    const toFunction = page.Actions.filter(({ Transitions: { NextAction, Conditions = [], Errors = [] } }) =>
      [NextAction, ...[...Conditions, ...Errors].map((way) => way.NextAction)].includes(actionId('store')),
    );

    expect(toFunction).toMatchObject([{ Parameters: { ComparisonValue: '$.StoredCustomerInput' } }]);
  });
});

describe('the flow that asks the contact center', () => {
  test('is one that Amazon Connect takes', () => {
    expect(lintContactFlow(askContactCenter('arn'))).toEqual([]);
  });
});

describe('the identifier of an action', () => {
  test('is a UUID, the same for the same name and another for another', () => {
    expect(actionId('read')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(actionId('read')).toBe(actionId('read'));
    expect(actionId('read')).not.toBe(actionId('write'));
  });
});

describe('a contact flow is refused', () => {
  const question = { text: 'yes?', waitSeconds: 5, next: 'end', failed: 'end' };
  const call = { functionArn: 'arn', waitSeconds: 8, parameters: {}, next: 'end', failed: 'end' };
  const changed = (action: FlowAction, change: Partial<FlowAction>): ContactFlow =>
    contactFlow({ ...action, ...change }, hangUp('end'));
  const end = { NextAction: actionId('end') };
  const caught = { ...end, Errors: [{ ...end, ErrorType: 'NoMatchingError' }] };

  test.each<[string, ContactFlow, string]>([
    ['with an action that is never reached', contactFlow(hangUp('a'), hangUp('b')), 'is never reached'],
    ['that goes on with nothing', contactFlow(say('a', 'hello', 'nowhere')), 'which does not exist'],
    ['that starts with nothing', { ...contactFlow(hangUp('a')), StartAction: 'b' }, 'the start action b'],
    ['with one name twice', contactFlow(say('a', 'x', 'a'), say('a', 'y', 'a')), 'two actions are called'],
    ['that says nothing', contactFlow(say('a', '', 'end'), hangUp('end')), 'has an empty Text'],
    [
      'with a parameter that is a number',
      changed(loop('a', 2, 'a', 'end'), { Parameters: { LoopCount: 2 as unknown as string } }),
      'has LoopCount, which is no string',
    ],
    [
      'with a loop that never ends',
      changed(loop('a', 2, 'a', 'end'), { Transitions: end }),
      'has no condition DoneLooping',
    ],
    [
      'with a loop that goes nowhere in between',
      changed(loop('a', 2, 'a', 'end'), {
        Transitions: { ...loop('a', 2, 'a', 'end').Transitions, NextAction: undefined as unknown as string },
      }),
      'has no NextAction',
    ],
    [
      'that does not say what follows an error',
      changed(invoke('a', call), { Transitions: end }),
      'does not say what follows NoMatchingError',
    ],
    [
      'that stores a key and does not say how long it is',
      changed(askDigit('a', question), {
        Parameters: { Text: 'yes?', StoreInput: 'True', InputTimeLimitSeconds: '5' },
      }),
      'needs InputValidation just when it stores',
    ],
    [
      'that waits for a function longer than Connect does',
      contactFlow(invoke('a', { ...call, waitSeconds: 9 }), hangUp('end')),
      'needs InvocationTimeLimitSeconds from 1 to 8, got 9',
    ],
    [
      'that names no queue',
      changed(targetQueue('a', 'arn', 'end', 'end'), { Parameters: {} }),
      'has no QueueId',
    ],
    [
      'that does not say what follows when the queue is full',
      changed(toQueue('a', 'end'), { Transitions: caught }),
      'does not say what follows QueueAtCapacity',
    ],
    ['that compares with nothing', contactFlow(compare('a', '$.x', {}, 'end'), hangUp('end')), 'compares'],
    [
      'with a type that is not known',
      changed(say('a', 'x', 'end'), { Type: 'SayParticipant', Transitions: caught }),
      'is of the type SayParticipant, which this check does not know',
    ],
    [
      'that goes on after hanging up',
      contactFlow({ ...hangUp('a'), Transitions: { NextAction: actionId('a') } }),
      'ends the call, and goes on',
    ],
    [
      'with an identifier that Connect does not take',
      contactFlow({ ...hangUp('a'), Identifier: 'a (b)' }),
      'has an identifier',
    ],
  ])('%s', (_what, flow, problem) => {
    expect(lintContactFlow(flow)).toContainEqual(expect.stringContaining(problem));
  });
});
