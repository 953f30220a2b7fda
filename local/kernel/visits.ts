/** What a template makes that can be passed through. A way leads from one state, or action of a contact flow, to the next. */
export type PlaceKind = 'function' | 'state' | 'way between states' | 'flow action' | 'way between actions';

export interface Place {
  readonly kind: PlaceKind;
  /** Alike in all regions: `permanence-escalation: Decide (Task)`. */
  readonly name: string;
}

export interface VisitedPlace extends Place {
  /** How often it was entered, in whichever region. */
  readonly times: number;
}

/** Counts what of the templates is passed through: what stays at 0 nothing has tried yet. */
export interface Visits {
  /** The templates have these places. */
  expect(places: readonly Place[]): void;
  /** Does not count what the templates do not have: a machine, say, that somebody made over the API. */
  enter(place: Place): void;
  /** All places, in the order of the templates. */
  places(): readonly VisitedPlace[];
}

/** Nothing is expected at first. */
export function visitBook(): Visits {
  const byKey = new Map<string, { -readonly [Key in keyof VisitedPlace]: VisitedPlace[Key] }>();
  const keyOf = ({ kind, name }: Place) => `${kind} ${name}`;
  return {
    expect(places) {
      for (const place of places) {
        const key = keyOf(place);
        if (!byKey.has(key)) byKey.set(key, { ...place, times: 0 });
      }
    },
    enter(place) {
      const known = byKey.get(keyOf(place));
      if (known !== undefined) known.times += 1;
    },
    places: () => [...byKey.values()].map((place) => ({ ...place })),
  };
}
