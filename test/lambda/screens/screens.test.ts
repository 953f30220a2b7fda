import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyOperatorReport } from '../../../domain/answers/operator-report.ts';
import { boardRows } from '../../../domain/contact-center/board.ts';
import { askToConfirm } from '../../../domain/contact-center/confirm-primary.ts';
import { withTask } from '../../../domain/contact-center/tasks.ts';
import { type Incident, withEntry } from '../../../domain/incident/incident.ts';
import { languages } from '../../../domain/organization/formats.ts';
import { minute } from '../../../domain/time/instant.ts';
import { boardScreen } from '../../../lambda/screens/board-screen.ts';
import { answerWith } from '../../../lambda/screens/document.ts';
import { html } from '../../../lambda/screens/html.ts';
import { refusedScreen } from '../../../lambda/screens/refused-screen.ts';
import { type ScreenContext, screenContext } from '../../../lambda/screens/screen-context.ts';
import { taskScreen } from '../../../lambda/screens/task-screen.ts';
import { opened, tenPastThree } from '../../domain/an-incident.ts';
import { driveNow, nightOf, operatorReports, pass, saysSo } from '../../domain/escalation/a-night.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';

const now = tenPastThree + minute;

const incidentId = `${'0'.repeat(32)}-1`;

function shownIn(language: string): ScreenContext {
  const organization = exampleOrganization((draft) => {
    draft.contactCenter.language = language;
  });
  return screenContext(organization, { now, operator: 'Kim', form: 'form-0001' });
}

const context = shownIn('en');

const paged = { kind: 'paged', responder: 'an', role: 'primary', region: 'eu-central-1' } as const;

const asked = withEntry(askToConfirm(opened(), 'an', tenPastThree), { at: tenPastThree, ...paged });

/** The screen of an incident's first task. */
function screenOf(incident: Incident, to = context): string {
  const [task] = incident.tasks;
  if (task === undefined) throw new Error('no task');
  const told = { incidentId, incident, task, timeline: incident.timeline };
  return answerWith(200, taskScreen(to, { tasks: [told], isSecond: false, isOfBoard: false })).body;
}

function boardOf(incident: Incident): string {
  const rows = boardRows([{ incidentId, incident }], now);
  const board = { rows, pressed: [], isSecond: false, isComplete: true, unreadable: [] };
  return answerWith(200, boardScreen(context, board)).body;
}

/** What can be pressed. */
const pressesOf = (page: string) =>
  [...page.matchAll(/name="press" value="(\D+?) [0-9a-f]{32}/g)].map(([, word]) => word);

/** What a person reads: no tags, no signs of HTML. */
const textOf = (page: string) =>
  page
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('markup', () => {
  test('never comes from a text, wherever the text stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>"\'`&a/= ') }), (text) => {
        const { markup } = html`<p title="${text}">${text}${[text, html`<b>${text}</b>`]}</p>`;

        expect(markup.match(/[<>]/g)).toHaveLength(8);
        expect(markup.match(/"/g)).toHaveLength(2);
      }),
    );
  });

  test('is empty for a value that is missing', () => {
    expect(html`<p>${undefined}${false}${[]}${0}</p>`.markup).toBe('<p>0</p>');
  });
});

describe('the screen of a task to confirm', () => {
  const text = textOf(screenOf(asked));

  test('says what is wrong, whom to call, what was done, and by when', () => {
    expect(text).toContain('A7K ACME: Reach An and confirm');
    expect(text).toContain('ACME: db-3 disk full 95%, since 03:10');
    expect(text).toContain('SMS to An, through eu-central-1');
    expect(text).toContain('before 03:15');
    expect(screenOf(asked)).toContain('<a href="tel:+32470000001">');
  });

  test('has a text to read out in the language of the responder', () => {
    expect(screenOf(asked)).toMatch(
      /<p class="read" lang="nl">Alarm A7K. ACME: db-3 disk full 95%, sinds 03:10/,
    );
  });

  test('says what happens next, in the operator’s language', () => {
    expect(text).toContain('A7K: What happens next');
    expect(text).toContain('03:11 An is asked');
    expect(text).toContain('03:15 the contact center is late with its task');
    expect(textOf(screenOf(asked, shownIn('nl')))).toContain('03:11 An wordt gevraagd');
  });

  test('has a button for each outcome', () => {
    expect(pressesOf(screenOf(asked))).toEqual(['accepted', 'confirmed', 'next', 'management', 'serious']);
  });

  test('shows who is asked now, with role, number and minutes left, and the numbers of all three roles', () => {
    const night = nightOf(opened());
    pass(night, 60);
    const before = screenOf(night.incident);
    expect(textOf(before)).toContain(
      'A7K: Asked now An, the primary, until 03:15 (in 4 min) (nl): +32470000001',
    );
    expect(textOf(before)).toMatch(/On call the primary: An .*the secondary: Chlo.* management: Dirk/);
    expect(textOf(before)).toContain('An is on it');
    expect(textOf(before)).toContain('An not reached: page the next');

    operatorReports(night, { kind: 'next', task: 't1', by: 'Kim', responder: 'an' });
    driveNow(night);
    const after = screenOf(night.incident);
    const chloe = context.organization.responders['chloe'];
    expect(textOf(after)).toContain(`${chloe?.name}, the secondary, until 03:16 (in 5 min)`);
    expect(textOf(after)).toContain(`Reach ${chloe?.name} and confirm`);
    expect(textOf(after)).toContain(`${chloe?.name} is on it`);
    expect(textOf(after)).toContain(`${chloe?.name} not reached: page the next`);
    expect(textOf(after)).toContain('An is on it');
    expect(textOf(after)).toContain('Kim has not reached An');
    expect(after).toContain(`<a href="tel:${chloe?.numbers[0]}">`);
  });

  test('names the person of a button in what it sends', () => {
    const night = nightOf(opened());
    driveNow(night);
    expect(screenOf(night.incident)).toContain(`value="next ${incidentId}/t1 @an"`);
  });

  test('shows the outcome once it has ended, and who has acknowledged the incident until when', () => {
    const outcome = applyOperatorReport(
      asked,
      { kind: 'confirmed', task: 't1', by: 'Kim', note: 'on her way', id: 'x', shownAt: now },
      now,
    );
    if (outcome.kind !== 'changed') throw new Error(outcome.kind);
    const page = screenOf(outcome.incident);

    expect(textOf(page)).toContain('03:11 Kim has spoken with An, who is on it. “on her way”');
    expect(textOf(page)).toContain('An has it until 03:41');
    expect(pressesOf(page)).toEqual([]);
  });

  test.each(languages)('is written in the contact center’s language: %s', (language) => {
    const page = screenOf(asked, shownIn(language));

    expect(page).toContain(`<html lang="${language}">`);
    expect(textOf(page)).not.toMatch(/[{}]|undefined/);
  });

  test('shows who is asked to take the incident over', () => {
    const night = nightOf(opened());
    driveNow(night);
    saysSo(night, { kind: 'yes', by: 'an', path: 'sms', minutes: 60 });
    const to = { responder: 'bram', name: 'Bram' };
    saysSo(night, { kind: 'handOver', by: 'an', path: 'sms', to });

    expect(textOf(screenOf(night.incident))).toContain('Bram is asked to take over');
    expect(textOf(boardOf(night.incident))).toContain('Bram is asked to take over');
  });

  test('shows an alarm’s text as text', () => {
    const summary = '<script>alert(1)</script>';
    const page = screenOf({ ...asked, summary, route: { ...asked.route, service: summary } });

    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
  });
});

describe('the screen of an incident', () => {
  test('shows what the alarm says beside its summary, with its addresses', () => {
    const incident = {
      ...asked,
      details: { used: '95 <b>' },
      links: [{ href: 'https://runbooks.example/disk?a&b', text: 'runbook' }],
    };

    expect(screenOf(incident)).toContain('<li>used: 95 &#60;b&#62;</li>');
    expect(screenOf(incident)).toMatch(
      /<a href="https:\/\/runbooks.example\/disk\?a&#38;b" rel="noreferrer">runbook<\/a>/,
    );
  });
});

describe('the screen of another task', () => {
  test('to find out what an alarm is about has no primary to confirm', () => {
    const look = withTask(opened(), { kind: 'look', why: 'unknown service' }, tenPastThree);

    expect(pressesOf(screenOf(look))).toEqual(['accepted', 'done', 'not reached', 'serious']);
  });

  test('to ask for consent names the contacts and the action, and asks who has answered', () => {
    const request = { id: 'c1', code: '1234', action: 'restart db-3', by: 'an' };
    const times = { askedAt: tenPastThree, expiresAt: now + 60 * minute };
    const consent = { ...opened(), consents: [{ ...request, ...times }] };
    const page = screenOf(withTask(consent, { kind: 'ask consent', request: 'c1' }, tenPastThree));

    expect(pressesOf(page)).toEqual(['accepted', 'granted', 'refused', 'not reached']);
    expect(page).toContain('<a href="tel:+31611000001">');
    expect(page).toContain('An vraagt akkoord: restart db-3');
    expect(page).toContain('name="who"');
  });
});

describe('the board', () => {
  test('asks for a name, lists what is to be done with its buttons, and leads to the rest', () => {
    const page = boardOf(asked);

    expect(page).toContain('name="by" value="Kim"');
    expect(pressesOf(page)).toEqual(['accepted', 'confirmed', 'next', 'management']);
    expect(page).toContain(`href="?task=${incidentId}%2Ft1"`);
  });

  test('says when there is nothing to do', () => {
    expect(textOf(boardOf(opened()))).toContain('Nothing is asked of the contact center now.');
  });
});

describe('every screen', () => {
  const { headers = {}, body } = answerWith(403, refusedScreen('foreign'));

  test('runs only its own script, and forbids caches, frames, search engines and referrers', () => {
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': expect.stringContaining('noindex'),
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; script-src 'nonce-[\w+/]+=*'; .*form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      ),
    });
  });

  test('has a new nonce each time', () => {
    const other = answerWith(403, refusedScreen('foreign')).headers ?? {};

    expect(other['content-security-policy']).not.toBe(headers['content-security-policy']);
  });

  test('that refuses says why in English and Dutch, and nothing about anybody', () => {
    expect(textOf(body)).toContain('This link is not valid');
    expect(textOf(body)).toContain('Deze link is niet geldig');
  });
});
