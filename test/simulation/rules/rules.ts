import type { Scene } from '../scene.ts';
import { aboutOne } from './about-one.ts';
import { again } from './again.ts';
import { answersCount } from './answers-count.ts';
import { appendOnly } from './append-only.ts';
import { asked } from './asked.ts';
import { byPeople } from './by-people.ts';
import { consent } from './consent.ts';
import { contactCenter } from './contact-center.ts';
import { customersKnow } from './customers-know.ts';
import { customersPhones } from './customers-phones.ts';
import { customersRead } from './customers-read.ts';
import { customersWords } from './customers-words.ts';
import { heardOnce } from './heard-once.ts';
import { hearsWhoAcknowledged } from './hears-who-acknowledged.ts';
import { joins } from './joins.ts';
import { majorIncident } from './major-incident.ts';
import { movesOn } from './moves-on.ts';
import { noFloods } from './no-floods.ts';
import { oneIncident } from './one-incident.ts';
import { promises } from './promises.ts';
import { rung } from './rung.ts';
import { status } from './status.ts';
import { textsAreTrue } from './texts-are-true.ts';

/**
 * A rule looks at a night while it is played. It returns sentences that say what is wrong, and with which incident.
 */
export type Rule = (scene: Scene) => readonly string[];

const rules: readonly Rule[] = [
  status,
  asked,
  again,
  byPeople,
  answersCount,
  promises,
  customersKnow,
  customersPhones,
  customersRead,
  customersWords,
  heardOnce,
  hearsWhoAcknowledged,
  consent,
  contactCenter,
  rung,
  majorIncident,
  movesOn,
  oneIncident,
  joins,
  aboutOne,
  noFloods,
  textsAreTrue,
  appendOnly,
];

/** All that is wrong at this moment. */
export function wrongIn(scene: Scene): readonly string[] {
  return rules.flatMap((rule) => rule(scene));
}
