import { endNight } from './end-night.ts';
import type { Night } from './night.ts';
import { observe } from './observe.ts';
import { newPlay, type Play, planTroubles } from './play.ts';
import { wrongIn } from './rules/rules.ts';
import { readScene, type Scene } from './scene.ts';
import { planAlarms } from './sources.ts';
import type { Stage } from './stage.ts';

/** The result of a night. */
export interface Outcome {
  readonly night: Night;
  /** Sentences about what went wrong; empty for a good night. */
  readonly wrong: readonly string[];
  readonly story: readonly string[];
  /** The number of moments at which the rules were checked. */
  readonly steps: number;
}

/** A night with more moments than this goes round in circles. */
const maxSteps = 1500;

/** Plays a night on a laptop. After each event it checks whether every promise holds. */
export async function runNight(night: Night, stage: Stage): Promise<Outcome> {
  const play = newPlay(night, stage);
  const look = looker(play);
  try {
    await stage.faults([], false);
    await stage.cloud.skip((night.startAt - stage.now()) / 1000);
    await stage.cloud.lockstep(night.seed);
    planTroubles(play);
    planAlarms(play);
    const over = night.startAt + night.lastsSeconds * 1000;
    let wrong = await playUntil(play, look, over);
    if (wrong.length === 0) wrong = await endNight(play, look, playUntil);
    return { night, wrong, story: await storyOf(play), steps: look.steps() };
  } catch (error) {
    const wrong = [`broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
    return { night, wrong, story: await storyOf(play), steps: look.steps() };
  }
}

/** Observes what is new, and returns what is wrong. */
export interface Looker {
  look(): Promise<readonly string[]>;
  scene(): Promise<Scene>;
  steps(): number;
}

function looker(play: Play): Looker {
  let steps = 0;
  const scene = () => readScene(play);
  return {
    scene,
    steps: () => steps,
    async look() {
      steps += 1;
      if (steps > maxSteps) throw new Error(`still going on after ${maxSteps} looks`);
      const [around, seen] = await Promise.all([play.stage.since(play.night.startAt), scene()]);
      const busy = observe(play, around);
      return [...busy, ...wrongIn(seen)];
    },
  };
}

/** Plays from event to event, until a moment, or until something is wrong. */
export async function playUntil(play: Play, { look }: Looker, until: number): Promise<readonly string[]> {
  const { stage, agenda } = play;
  for (;;) {
    const next = agenda.take(stage.now());
    if (next === undefined) {
      if (stage.now() >= until) return [];
      await stage.goOn(Math.min(until, agenda.nextAt()));
    } else {
      await next.run();
      await stage.resolveBySource();
    }
    const wrong = await look();
    if (wrong.length > 0) return wrong;
  }
}

/** What happened, together with the timelines of the incidents. */
async function storyOf(play: Play): Promise<readonly string[]> {
  const { incidents } = await readScene(play);
  for (const { incident, timeline } of incidents) {
    for (const { at, ...entry } of timeline) play.story.tell(at, `    ${incident.code} ${wordsOf(entry)}`);
  }
  return play.story.lines();
}

function wordsOf({ kind, ...rest }: { readonly kind: string }): string {
  const facts = Object.entries(rest).filter(([, value]) => value !== undefined);
  return `${kind}${facts.map(([name, value]) => ` ${name}=${shown(name, value)}`).join('')}`;
}

function shown(name: string, value: unknown): string {
  if (typeof value === 'number' && /^(until|expectedAt)$/.test(name)) {
    return new Date(value).toISOString().slice(11, 19);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
