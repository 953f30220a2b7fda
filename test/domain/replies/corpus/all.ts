import { commands } from './commands.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { hardlyDone } from './hardly-done.ts';
import { hardlyYes } from './hardly-yes.ts';
import { heldOut } from './held-out.ts';
import { heldOutAgain } from './held-out-again.ts';
import { heldOutLast } from './held-out-last.ts';
import { imaginedDutch } from './imagined-dutch.ts';
import { imaginedEnglish } from './imagined-english.ts';
import { imaginedFrench } from './imagined-french.ts';
import { imaginedGerman } from './imagined-german.ts';
import { nasty } from './nasty.ts';
import { outsideFirst } from './outside-first.ts';
import { outsideSecond } from './outside-second.ts';
import { phones } from './phones.ts';
import type { Row } from './row.ts';

/** What people send back at night, and what they mean by it. */
export const replyCorpus: Readonly<Record<string, readonly Row[]>> = {
  dutch,
  french,
  german,
  english,
  'dutch, imagined': imaginedDutch,
  'french, imagined': imaginedFrench,
  'german, imagined': imaginedGerman,
  'english, imagined': imaginedEnglish,
  nasty,
  'hardly a yes': hardlyYes,
  'hardly done': hardlyDone,
  commands,
  phones,
  'held out': heldOut,
  'held out again': heldOutAgain,
  'held out, last': heldOutLast,
  'outside, first': outsideFirst,
  'outside, second': outsideSecond,
};
