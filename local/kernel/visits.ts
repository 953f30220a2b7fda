/** A state of a state machine or an action of a contact flow, with its ways to the next ones. */
export type PlaceKind = 'function' | 'state' | 'way between states' | 'flow action' | 'way between actions';

export interface Place {
  readonly kind: PlaceKind;
  /** The name. It is the same in all regions: `permanence-escalation: Decide (Task)`. */
  readonly name: string;
}

export interface VisitedPlace extends Place {
  /** How often it was entered, in all regions together. */
  readonly times: number;
}

/** Counts which places of the templates are entered. A place with a count of 0 was never tried. */
export interface Visits {
  /** Adds the places of a template. */
  expect(places: readonly Place[]): void;
  /** Counts an entry. Places that no template has, such as a machine made over the API, are not counted. */
  enter(place: Place): void;
  /** All places, in the order of the templates. */
  places(): readonly VisitedPlace[];
}

/** No places. */
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
