import { beforeEach, describe, expect, test } from '@jest/globals';
import { aContactCenter, an, type ContactCenter, functionArn, region, settled } from './a-contact-center.ts';
import { action, aFlow, ask, choose, hangUp, invoke, say } from './a-flow.ts';

let center: ContactCenter;

beforeEach(() => {
  center = aContactCenter();
  center.provision('AWS::Connect::IntegrationAssociation', {
    InstanceId: center.instanceArn,
    IntegrationType: 'LAMBDA_FUNCTION',
    IntegrationArn: functionArn,
  });
});

/** Calls An's phone with a flow, and lets her answer. */
async function answered(content: string, Attributes: Readonly<Record<string, string>> = {}) {
  const request = {
    InstanceId: center.instanceId,
    ContactFlowId: center.flow(content),
    SourcePhoneNumber: center.sourceNumber,
    DestinationPhoneNumber: an.number,
    Attributes,
  };
  const answer = await center.service.aws?.perform(
    {
      ...{
        service: 'connect',
        region,
        caller: { kind: 'account' },
        query: new URLSearchParams(),
        headers: {},
      },
      ...{ method: 'PUT', path: '/contact/outbound-voice', body: Buffer.from(JSON.stringify(request)) },
    },
    { drop: false },
  );
  const id = String(JSON.parse(String(answer?.body)).ContactId);
  const does = async (what: Parameters<typeof center.phones.calls.handle>[2]) => {
    const handling = center.phones.calls.handle(an.number, id, what);
    await settled();
    return handling;
  };
  await does({ kind: 'answer' });
  return {
    id,
    does,
    press: (digits: string) => does({ kind: 'press', digits }),
    wait: async (seconds: number) => {
      center.clock.advance(seconds);
      await settled();
    },
    spoken: () => center.phones.calls.of(an.number).at(-1)?.spoken,
    status: () => center.phones.calls.of(an.number).at(-1)?.status,
  };
}

describe('speaking', () => {
  test('replaces references to attributes, even within a sentence, and hangs up at the end', async () => {
    const call = await answered(
      aFlow(say('hi', 'Code $.Attributes.code. Hello $.Attributes.name!', 'hang-up'), hangUp),
      {
        code: 'A7K',
        name: 'An',
      },
    );

    expect(call.spoken()).toEqual(['Code A7K. Hello An!']);
    expect(call.status()).toBe('ended');
  });

  test('removes the marks of SSML', async () => {
    const SSML = '<speak>Code <say-as interpret-as="characters">A7K</say-as> &amp; more</speak>';
    const call = await answered(aFlow(action('hi', 'MessageParticipant', { SSML }, 'hang-up'), hangUp));

    expect(call.spoken()).toEqual(['Code A7K & more']);
  });

  test('takes the error branch when there is nothing to say', async () => {
    const nothing = action('hi', 'MessageParticipant', { Text: '$.Attributes.none' }, 'hang-up', {
      errors: { NoMatchingError: 'sorry' },
    });
    const call = await answered(aFlow(nothing, say('sorry', 'Sorry', 'hang-up'), hangUp));

    expect(call.spoken()).toEqual(['Sorry']);
  });
});

describe('a digit that is stored', () => {
  const flow = aFlow(
    ask('ask', 'Press', 'said'),
    say('said', 'You said $.StoredCustomerInput', 'hang-up'),
    hangUp,
  );

  test('is the first key that the person presses', async () => {
    const call = await answered(flow);
    expect(call.status()).toBe('answered');
    await call.press('47');

    expect(call.spoken()).toEqual(['Press', 'You said 4']);
  });

  test('is "Timeout" when the person presses no key in time', async () => {
    const call = await answered(flow);
    await call.wait(8.9); // one of them for speaking
    expect(call.spoken()).toEqual(['Press']);
    await call.wait(0.1);

    expect(call.spoken()).toEqual(['Press', 'You said Timeout']);
  });

  test('may be one of several: the terminator or a pause ends them, and a star removes them', async () => {
    const several = aFlow(
      ask('ask', 'Press', 'said', '6'),
      say('said', 'You said $.StoredCustomerInput', 'hang-up'),
      hangUp,
    );
    const ended = await answered(several);
    await ended.press('12*34#');
    expect(ended.spoken()).toEqual(['Press', 'You said 34']);

    const paused = await answered(several);
    await paused.press('56');
    await paused.wait(5);
    expect(paused.spoken()).toEqual(['Press', 'You said 56']);
  });
});

describe('a key that chooses', () => {
  const flow = aFlow(
    action('three', 'Loop', { LoopCount: '2' }, 'late', {
      ways: { ContinueLooping: 'ask', DoneLooping: 'late' },
    }),
    choose('ask', 'One or star', { '1': 'one', '*': 'star' }, { none: 'wrong', late: 'three' }),
    say('one', 'One', 'hang-up'),
    say('star', 'Star', 'hang-up'),
    say('wrong', 'Wrong', 'hang-up'),
    say('late', 'Late', 'hang-up'),
    hangUp,
  );

  test.each([
    ['1', 'One'],
    ['*', 'Star'],
    ['7', 'Wrong'],
  ])('takes the branch of the key: %s', async (key, word) => {
    const call = await answered(flow);
    await call.press(key);

    expect(call.spoken()).toEqual(['One or star', word]);
  });

  test('is asked for as often as the loop says', async () => {
    const call = await answered(flow);
    await call.wait(9);
    await call.wait(9);

    expect(call.spoken()).toEqual(['One or star', 'One or star', 'Late']);
  });
});

describe('a function', () => {
  const flow = aFlow(
    ask('ask', 'Press', 'tell'),
    invoke('tell', functionArn, { digit: '$.StoredCustomerInput', fixed: 'yes' }, 'compare', 'sorry'),
    action('compare', 'Compare', { ComparisonValue: '$.External.result' }, 'sorry', {
      ways: { ok: 'thanks' },
      errors: { NoMatchingCondition: 'other' },
    }),
    say('thanks', 'Thanks, $.External.name', 'hang-up'),
    say('other', 'Other', 'hang-up'),
    say('sorry', 'Sorry', 'hang-up'),
    hangUp,
  );
  const pressed = async () => {
    const call = await answered(flow, { code: 'A7K' });
    await call.press('4');
    return call;
  };
  const returns = async (payload: unknown) => {
    center.invoked[0]?.answer({ kind: 'returned', payload });
    await settled();
  };

  test('gets the contact, from the instance as the caller', async () => {
    const call = await pressed();

    expect(center.invoked).toMatchObject([
      {
        functionArn,
        caller: { kind: 'service', principal: 'connect.amazonaws.com', sourceArn: center.instanceArn },
        payload: {
          Name: 'ContactFlowEvent',
          Details: {
            Parameters: { digit: '4', fixed: 'yes' },
            ContactData: {
              ContactId: call.id,
              Channel: 'VOICE',
              Attributes: { code: 'A7K' },
              InstanceARN: center.instanceArn,
              CustomerEndpoint: { Address: an.number, Type: 'TELEPHONE_NUMBER' },
              SystemEndpoint: { Address: center.sourceNumber },
            },
          },
        },
      },
    ]);
  });

  test('gives the answer with which the flow continues', async () => {
    const call = await pressed();
    await returns({ result: 'ok', name: 'An' });

    expect(call.spoken()).toEqual(['Press', 'Thanks, An']);
  });

  test('may give an answer that no condition names', async () => {
    const call = await pressed();
    await returns({ result: 'over' });

    expect(call.spoken()).toEqual(['Press', 'Other']);
  });

  test.each([[{ result: { nested: 'ok' } }], ['ok'], [null], [{ long: 'x'.repeat(33_000) }]])(
    'fails when its answer is not a flat map',
    async (payload) => {
      const call = await pressed();
      await returns(payload);

      expect(call.spoken()).toEqual(['Press', 'Sorry']);
    },
  );

  test('fails when it takes too long', async () => {
    const call = await pressed();
    await call.wait(8);

    expect(call.spoken()).toEqual(['Press', 'Sorry']);
  });

  test('is not invoked unless the instance is associated with it', async () => {
    const other = `${functionArn}2`;
    const flowOf = (named: string) =>
      aFlow(invoke('tell', named, { a: 'b' }, 'hang-up', 'sorry'), say('sorry', 'Sorry', 'hang-up'), hangUp);
    expect(() => center.flow(flowOf(other))).toThrow(`${other} is not associated with`);

    const call = await answered(flowOf('$.Attributes.whom'), { whom: other });

    expect(call.spoken()).toEqual(['Sorry']);
    expect(center.invoked).toEqual([]);
    expect(center.told.join()).toContain('not associated');
  });
});

describe('a person on the phone', () => {
  const flow = aFlow(ask('ask', 'Press', 'said'), say('said', 'Thanks', 'hang-up'), hangUp);

  test('ends the call by hanging up', async () => {
    const call = await answered(flow);
    await call.does({ kind: 'hang-up' });
    await call.wait(60);

    expect(call.spoken()).toEqual(['Press']);
    expect(call.status()).toBe('ended');
  });

  test('cannot answer twice, nor press keys in a call that has ended', async () => {
    const call = await answered(flow);
    expect(await call.does({ kind: 'answer' })).toMatchObject({ kind: 'impossible' });
    await call.press('1');
    expect(await call.press('1')).toMatchObject({ kind: 'impossible', reason: 'the call has ended' });
  });

  test('is released from a flow that never ends', async () => {
    const call = await answered(aFlow(say('a', 'A', 'b'), say('b', 'B', 'a')));

    expect(call.status()).toBe('ended');
    expect(center.told.join()).toContain('without an end');
  });
});

test('attributes can be written and compared with each other', async () => {
  const call = await answered(
    aFlow(
      action(
        'write',
        'UpdateContactAttributes',
        { Attributes: { both: '$.Attributes.a $.Attributes.b' } },
        'compare',
        {
          errors: { NoMatchingError: 'hang-up' },
        },
      ),
      action('compare', 'Compare', { ComparisonValue: '$.Attributes.both' }, 'hang-up', {
        ways: { '$.Attributes.expected': 'same' },
        errors: { NoMatchingCondition: 'hang-up' },
      }),
      say('same', 'Same', 'hang-up'),
      hangUp,
    ),
    { a: '1', b: '2', expected: '1 2' },
  );

  expect(call.spoken()).toEqual(['Same']);
});
