import type { Scene } from '../scene.ts';
import { answersCount } from './answers-count.ts';
import { appendOnly } from './append-only.ts';
import { asked } from './asked.ts';
import { byPeople } from './by-people.ts';
import { consent } from './consent.ts';
import { contactCenter } from './contact-center.ts';
import { customersKnow } from './customers-know.ts';
import { customersPhones } from './customers-phones.ts';
import { heardOnce } from './heard-once.ts';
import { hearsWhoHasIt } from './hears-who-has-it.ts';
import { movesOn } from './moves-on.ts';
import { oneIncident } from './one-incident.ts';
import { promises } from './promises.ts';
import { rung } from './rung.ts';
import { serious } from './serious.ts';
import { status } from './status.ts';

/** Looks at a night in the middle of it: sentences that say what is wrong, and of which incident. */
export type Rule = (scene: Scene) => readonly string[];

const rules: readonly Rule[] = [
  status,
  asked,
  byPeople,
  answersCount,
  promises,
  customersKnow,
  customersPhones,
  heardOnce,
  hearsWhoHasIt,
  consent,
  contactCenter,
  rung,
  serious,
  movesOn,
  oneIncident,
  appendOnly,
];

/** What is wrong at this moment. */
export function wrongIn(scene: Scene): readonly string[] {
  return rules.flatMap((rule) => rule(scene));
}
