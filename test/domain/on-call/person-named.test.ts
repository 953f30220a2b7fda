import { describe, expect, test } from '@jest/globals';
import { personsNamed } from '../../../domain/on-call/person-named.ts';
import { exampleOrganization } from '../example-organization.ts';

const names: Readonly<Record<string, string>> = {
  lukasz: 'Łukasz Wiśniewski',
  soren: 'Søren',
  obrien: "Seán O'Brien",
  gross: 'Groß',
  muller: 'Anke Müller',
  'jan-a': 'Jan Claes',
  'jan-b': 'Jan Smits',
};

const organization = exampleOrganization(({ responders }) => {
  Object.entries(names).forEach(([id, name], i) => {
    responders[id] = { name, language: 'en', competences: [], numbers: [`+3248200001${i}`] };
  });
});

const idsOf = (named: string) =>
  personsNamed(named, organization, Date.parse('2026-03-01T02:00:00Z')).map(({ responder }) => responder);

describe('a person', () => {
  test.each([
    ['Łukasz', 'lukasz'],
    ['lukasz', 'lukasz'],
    ['Wisniewski', 'lukasz'],
    ['Soren', 'soren'],
    ['SØREN', 'soren'],
    ['Soeren', 'soren'],
    ['Seán O’Brien', 'obrien'],
    ['sean', 'obrien'],
    ["O'Brien", 'obrien'],
    ['obrien', 'obrien'],
    ['Gross', 'gross'],
    ['groß', 'gross'],
    ['Mueller', 'muller'],
    ['muller', 'muller'],
    ['Jan Smits', 'jan-b'],
    ['smits', 'jan-b'],
    ['jan-a', 'jan-a'],
  ])('is found by %s', (named, id) => {
    expect(idsOf(named)).toEqual([id]);
  });

  test('who shares a first name with another is not found by that name alone', () => {
    expect(idsOf('Jan')).toEqual(['jan-a', 'jan-b']);
  });

  test.each(['', '  ', '’', 'ja', 'jan peeters', 'o'])('is nobody by %j', (named) => {
    expect(idsOf(named)).toEqual([]);
  });
});

describe('the primary of a roster', () => {
  test.each(['network', 'Netwerk', 'réseau', 'Netzwerk'])('is found by %s', (named) => {
    expect(idsOf(named)).toEqual(idsOf('network'));
    expect(idsOf(named)).toHaveLength(1);
  });

  test.each(['base de données', 'databank', 'Datenbank'])('is found by %s', (named) => {
    expect(idsOf(named)).toEqual(idsOf('database'));
    expect(idsOf(named)).toHaveLength(1);
  });
});
