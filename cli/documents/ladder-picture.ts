import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicies } from '../../domain/organization/default-policies.ts';
import type { EscalationPolicy, Severity } from '../../domain/organization/organization.ts';
import { type Bar, type Lane, type Mark, type MarkKind, type Rungs, rungsOf } from './ladder-rungs.ts';
import { group, label, ladderStyle, line, text } from './svg.ts';

/** Where the picture is. */
export const ladderPictureFile = join(import.meta.dirname, '../../docs/ladder.svg');

const lanes: readonly Lane[] = ['primary', 'secondary', 'management', 'contact center'];

/** Pixels. A second has the same width in each ladder, so that their speeds can be compared. */
const size = { width: 1000, left: 190, right: 30, top: 76, lane: 42, title: 34, axis: 26, gap: 14 };

/** Two numbers that are closer together than this would touch. */
const numberWidth = 24;

/** Seconds between two lines of the grid. */
const gridSeconds = 60;

const severities: readonly Severity[] = ['critical', 'high', 'low'];

/** The default ladders, drawn: a lane for each role and for the contact center, a mark for each page. */
export function ladderPicture(
  policies: Readonly<Record<Severity, EscalationPolicy>> = defaultPolicies,
): string {
  const seconds = Math.max(...severities.map((severity) => policies[severity].roundSeconds));
  const height = panelHeight();
  const panels = severities.map((severity, index) => {
    const y = size.top + index * (height + size.gap);
    return group(`transform="translate(0 ${y})"`, panel(severity, policies[severity], seconds));
  });
  const total = size.top + severities.length * (height + size.gap);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${total}" role="img" aria-labelledby="title what">`,
    '<title id="title">The default ladder, by severity, when nobody answers</title>',
    `<desc id="what">${text(severities.map((severity) => inWords(severity, policies[severity])).join(' '))}</desc>`,
    `<style>${ladderStyle}</style>`,
    `<rect class="ground" width="${size.width}" height="${total}" rx="8"/>`,
    ...legend(),
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

function panelHeight(): number {
  return size.title + lanes.length * size.lane + size.axis;
}

function panel(severity: Severity, policy: EscalationPolicy, seconds: number): readonly string[] {
  const { roundSeconds, heldUntilMorning: held } = policy;
  const x = scale(seconds);
  const rounds = Math.ceil(seconds / roundSeconds);
  const starts = Array.from({ length: rounds }, (_, index) => index * roundSeconds);
  const ends = starts.map((start) => start + roundSeconds).filter((end) => end <= seconds);
  return [
    label(20, 20, 'severity', severity),
    label(size.left, 20, 'note', noteOf(policy)),
    ...grid(seconds, x),
    ...lanes.map((lane, index) => label(20, laneY(index) + 4, 'lane', lane)),
    ...ends.map((end) => line(x(end), size.title - 4, x(end), bottom(), 'round')),
    ...(held === undefined ? [] : hold(x(0), `held ${held.from} - ${held.until}`)),
    ...starts.map((start) => round(rungsOf(policy), { start, seconds, x })),
  ];
}

interface Drawn {
  readonly start: number;
  readonly seconds: number;
  readonly x: (at: number) => number;
}

/** A round. Those after the first are pale and have no numbers. */
function round({ marks, bars }: Rungs, drawn: Drawn): string {
  const { start, seconds, x } = drawn;
  const shapes = [
    ...bars.map((bar) => barOf(bar, drawn)),
    ...marks
      .filter(({ at }) => start + at < seconds)
      .map(({ lane, kind, at }) => shape(kind, x(start + at), laneY(lanes.indexOf(lane)))),
  ];
  return start === 0
    ? group('class="round-1"', [...shapes, ...lanes.flatMap((lane) => numbers(marks, lane, x))])
    : group('class="again"', shapes);
}

/** The seconds of a lane's marks, below them, or above if they would touch the number before. */
function numbers(marks: readonly Mark[], lane: Lane, x: (at: number) => number): readonly string[] {
  const y = laneY(lanes.indexOf(lane));
  let below = Number.NEGATIVE_INFINITY;
  return marks
    .filter((mark) => mark.lane === lane)
    .map(({ at }) => {
      const isBelow = x(at) - below >= numberWidth;
      if (isBelow) below = x(at);
      return label(x(at), isBelow ? y + 22 : y - 12, 'at', String(at));
    });
}

function scale(seconds: number): (at: number) => number {
  const width = size.width - size.left - size.right;
  return (at) => Math.round((size.left + (at / seconds) * width) * 10) / 10;
}

function laneY(index: number): number {
  return size.title + index * size.lane + size.lane / 2 - 4;
}

function bottom(): number {
  return size.title + lanes.length * size.lane;
}

function grid(seconds: number, x: (at: number) => number): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at <= seconds; at += gridSeconds) {
    const last = at + gridSeconds > seconds ? ' s' : '';
    lines.push(line(x(at), size.title, x(at), bottom(), 'grid'));
    lines.push(label(x(at), bottom() + 16, 'tick', `${at}${last}`));
  }
  return lines;
}

function barOf({ lane, from, until }: Bar, { start, seconds, x }: Drawn): string {
  const left = x(Math.min(start + from, seconds));
  const width = Math.max(0, Math.round((x(Math.min(start + until, seconds)) - left - 2) * 10) / 10);
  const y = laneY(lanes.indexOf(lane)) - 9;
  return `<rect class="bar" x="${left}" y="${y}" width="${width}" height="18" rx="9"/>`;
}

function shape(kind: MarkKind, x: number, y: number): string {
  switch (kind) {
    case 'sms own':
      return `<circle class="sms" cx="${x}" cy="${y}" r="5.5"/>`;
    case 'sms other':
      return `<circle class="sms other" cx="${x}" cy="${y}" r="4.5"/>`;
    case 'call':
      return `<path class="call" d="M${x} ${y - 7}l7 7-7 7-7-7z"/>`;
  }
}

function legend(): readonly string[] {
  const entries: readonly (readonly [number, MarkKind, string])[] = [
    [28, 'sms own', 'SMS through the own region'],
    [248, 'sms other', 'SMS through the other region'],
    [478, 'call', 'call'],
  ];
  return [
    label(20, 28, 'title', 'Who is paged when, as long as nobody answers'),
    ...entries.flatMap(([x, kind, words]) => [shape(kind, x, 50), label(x + 14, 54, 'note', words)]),
    '<rect class="bar" x="545" y="40" width="36" height="20" rx="10"/>',
    label(590, 54, 'note', 'paged, time to answer'),
    line(754, 38, 754, 62, 'round'),
    label(764, 54, 'note', 'round again, without end'),
  ];
}

/** What the seconds count from: the storing of the alarm, or the end of the night for a held one. */
function noteOf({ steps, roundSeconds, heldUntilMorning: held }: EscalationPolicy): string {
  const ladder = `${steps.length} steps, round again after ${roundSeconds} s`;
  if (held === undefined) return `seconds after the alarm was stored; ${ladder}`;
  return `from ${held.from} held until ${held.until} on the customer's clock, then, and by day at once: ${ladder}`;
}

function hold(x: number, words: string): readonly string[] {
  const height = lanes.length * size.lane - 8;
  const [left, middle] = [x - 34, size.title + height / 2];
  const turned = `translate(${left + 13} ${middle}) rotate(-90)`;
  return [
    `<rect class="held" x="${left}" y="${size.title}" width="18" height="${height}" rx="4"/>`,
    `<text class="at" transform="${turned}">${text(words)}</text>`,
  ];
}

/** The picture in words, for people who cannot see it. */
function inWords(severity: Severity, policy: EscalationPolicy): string {
  const marks = rungsOf(policy).marks.map(({ lane, kind, at }) => `${at} ${lane} ${kind}`);
  return `${severity}: ${noteOf(policy)}: ${marks.join(', ')}.`;
}

if (process.argv[1] === join(import.meta.dirname, 'ladder-picture.ts')) {
  writeFileSync(ladderPictureFile, ladderPicture());
  console.log(`Wrote ${ladderPictureFile}`);
}
