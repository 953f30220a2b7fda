import { kindOfMessage } from '../notice-kinds.ts';
import { mayRepeat } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** A page that was on its way when the incident was resolved may still arrive. */
const onItsWayMs = 1000;

/** Nobody is told twice that an incident is resolved, and nobody is paged for a resolved incident. */
export function heardOnce({ incidents, play }: Scene): readonly string[] {
  return incidents.flatMap((seen) => {
    const { code } = seen.incident;
    const messages = play.heard.filter((one) => one.kind === 'responder' && one.code === code);
    const ends = seen.timeline.filter(({ kind }) => kind === 'resolved').length;
    const numbers = [...new Set(messages.map(({ number }) => number))];
    const twice = numbers.filter((number) => {
      const over = messages.filter((one) => one.number === number && isOver(one.text));
      return over.length > ends;
    });
    return [
      ...(mayRepeat(play.night)
        ? []
        : twice.map((number) => `${code}: ${number} was told again that it is over`)),
      ...messages
        .filter(({ text, at }) => kindOfMessage(text) === 'page' && isAfterTheEnd(seen, at))
        .map(({ number }) => `${code}: ${number} was paged after its end`),
    ];
  });
}

function isOver(text: string): boolean {
  const kind = kindOfMessage(text);
  return kind === 'over' || kind === 'overBy' || kind === 'overByYou';
}

function isAfterTheEnd({ timeline }: Seen, at: number): boolean {
  const last = timeline.findLast(
    (entry) => entry.at <= at && ['opened', 'reopened', 'resolved'].includes(entry.kind),
  );
  return last?.kind === 'resolved' && last.at < at - onItsWayMs;
}
