import { preparedAssembly } from '../scenarios/example.ts';
import { theAssembly } from '../scenarios/the-assembly.ts';
import { playInJobs } from './jobs.ts';
import { help, type Options, readOptions } from './options.ts';

/** The time between two lines of progress. */
const progressEveryMs = 5000;

/** More failing nights than this tell nothing new. */
const mostWrong = 10;

/** Plays the nights, and prints the progress. Returns 1 when one of them went wrong. */
async function simulate(options: Options): Promise<number> {
  const { nights, seed, jobs } = options;
  console.log(`${nights} nights from seed ${seed}, in ${jobs} ${jobs === 1 ? 'process' : 'processes'}`);
  // All processes share one synthesis: a change to the code during the run has no effect on it.
  process.env[preparedAssembly] = await theAssembly();
  const from = performance.now();
  const done = { nights: 0, steps: 0, wrong: [] as number[] };
  const playing = playInJobs(options, (heard) => {
    if (heard.lines.length > 0) console.log(heard.lines.join('\n'));
    if (heard.kind === 'smallest') {
      if (done.wrong.length >= mostWrong) playing.stop();
      return;
    }
    done.nights += 1;
    done.steps += heard.steps;
    if (heard.wrong.length > 0) done.wrong.push(heard.seed);
    if (options.untilWrong && done.wrong.length > 0) playing.stop();
  });
  const progress = setInterval(
    () => console.log(progressOf(done, nights, performance.now() - from)),
    progressEveryMs,
  );
  process.once('SIGINT', () => playing.stop());
  await playing.over.finally(() => clearInterval(progress));

  const seconds = (performance.now() - from) / 1000;
  const rate = (done.nights / seconds).toFixed(1);
  console.log(
    `${done.nights} nights played in ${Math.round(seconds)} s (${rate} a second), ${done.steps} moments looked at`,
  );
  if (done.nights < nights) console.log('stopped before the end');
  console.log(done.wrong.length === 0 ? 'every promise held' : `went wrong: seeds ${done.wrong.join(', ')}`);
  return done.wrong.length === 0 ? 0 : 1;
}

function progressOf(
  done: { readonly nights: number; readonly wrong: readonly number[] },
  nights: number,
  ms: number,
): string {
  const perSecond = done.nights / (ms / 1000);
  const left = perSecond === 0 ? '' : `, ${minutes((nights - done.nights) / perSecond)} left`;
  const wrong = done.wrong.length === 0 ? '' : `, ${done.wrong.length} went wrong`;
  return `  ${done.nights} of ${nights} nights, ${perSecond.toFixed(1)} a second${left}${wrong}`;
}

function minutes(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  console.log(options === 'help' ? help : `${options}\n\n${help}`);
  process.exit(options === 'help' ? 0 : 2);
}
process.exit(await simulate(options));
