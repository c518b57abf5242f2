import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BirthDate } from '../../../contract/patients.ts';
import { oneSlip } from './closeness.ts';
import {
  type Keyed,
  likelyDuplicatePairs,
  likelySamePerson,
  type Person,
  resemblance,
} from './resemblance.ts';

const born = (value: string): BirthDate => ({ precision: 'day', value });
const person = (
  birthName: string,
  givenNames: string,
  birth: BirthDate | string,
  more: Partial<Person> = {},
): Person => ({
  birthName,
  usedName: null,
  givenNames,
  usedGivenName: null,
  birth: typeof birth === 'string' ? born(birth) : birth,
  phones: [],
  ...more,
});
const UNKNOWN: BirthDate = { precision: 'unknown', value: null };
const PHONE = { phones: ['+33639984512'] };

describe('two people look alike', () => {
  const azalee = person('Lecomte', 'Azalée', '1942-01-01');

  it.each<[string, Person, Person, string[]]>([
    [
      'one name, one birth date, whatever the accents',
      azalee,
      person('LECOMTE', 'Azalee', '1942-01-01'),
      ['same-name-and-birth'],
    ],
    [
      'the year of birth alone is known of one',
      azalee,
      person('Lecomte', 'Azalée', { precision: 'year', value: '1942' }),
      ['same-name-and-birth'],
    ],
    [
      'one name, and a birth date that nobody knows',
      azalee,
      person('Lecomte', 'Azalée', UNKNOWN),
      ['same-name'],
    ],
    [
      'a letter mistaken in the first name',
      azalee,
      person('Lecomte', 'Azelée', '1942-01-01'),
      ['same-birth-close-name'],
    ],
    [
      'a letter missing in the family name',
      azalee,
      person('Lecomt', 'Azalée', '1942-01-01'),
      ['same-birth-close-name'],
    ],
    [
      'half of a double name',
      person('Moulin-Lefebvre', 'Anicée', '1978-04-24'),
      person('Lefebvre', 'Anicée', '1978-04-24'),
      ['same-birth-close-name'],
    ],
    [
      'half of a compound first name',
      person('Roy', 'Anne-Sophie', '1978-04-24'),
      person('Roy', 'Anne', '1978-04-24'),
      ['same-birth-close-name'],
    ],
    [
      'the used name of one is the birth name of the other',
      person('Roy', 'Anne', '1978-04-24', { usedName: 'Petit' }),
      person('Petit', 'Anne', '1978-04-24'),
      ['same-name-and-birth'],
    ],
    [
      'names written in each other’s place',
      person('Thomas', 'Martin', '1980-05-06'),
      person('Martin', 'Thomas', '1980-05-06'),
      ['swapped-names'],
    ],
    [
      'one phone and one name',
      person('Roy', 'Anne', '1978-04-24', PHONE),
      person('Roy', 'Anne', '1978-04-25', PHONE),
      ['same-phone-and-name'],
    ],
    [
      'one phone, one birth date, one first name: she married',
      person('Roy', 'Anne', '1978-04-24', PHONE),
      person('Petit', 'Anne', '1978-04-24', PHONE),
      ['same-phone-and-name'],
    ],
  ])('%s', (_title, a, b, because) => {
    expect(resemblance(a, b)).toEqual(because);
    expect(resemblance(b, a)).toEqual(because);
  });

  it.each<[string, Person, Person]>([
    ['homonyms of two ages', azalee, person('Lecomte', 'Azalée', '1972-01-01')],
    [
      'twins with two first names',
      person('Roy', 'Théo', '2010-04-24', PHONE),
      person('Roy', 'Lucie', '2010-04-24', PHONE),
    ],
    [
      'twins Anne-Sophie and Anne-Laure',
      person('Roy', 'Anne-Sophie', '2010-04-24'),
      person('Roy', 'Anne-Laure', '2010-04-24'),
    ],
    [
      'twins Gabriel and Gabriele, boy and girl',
      person('Roy', 'Gabriel', '2010-04-24', { sex: 'male' }),
      person('Roy', 'Gabriele', '2010-04-24', { sex: 'female' }),
    ],
    [
      'born on one day, with one first name',
      person('Morel', 'Arsinoé', '1964-12-06'),
      person('Picard', 'Arsinoé', '1964-12-06'),
    ],
    [
      'short names that differ by one letter',
      person('Rey', 'Léa', '1964-12-06'),
      person('Roy', 'Léa', '1964-12-06'),
    ],
    [
      'a couple on one phone',
      person('Roy', 'Anne', '1978-04-24', PHONE),
      person('Roy', 'Paul', '1977-01-02', PHONE),
    ],
  ])('but not %s', (_title, a, b) => expect(resemblance(a, b)).toEqual([]));

  it('a father and his son of one name on one phone are shown, but are not a probable duplicate', () => {
    const father = person('Roy', 'Jean', '1950-04-24', PHONE);
    const son = person('Roy', 'Jean', '1981-09-30', PHONE);
    expect(resemblance(father, son)).toEqual(['same-phone-and-name']);
    expect(likelySamePerson(father, son)).toBe(false);
    expect(likelySamePerson(father, person('Roy', 'Jean', '1950-04-25', PHONE))).toBe(true);
    expect(likelySamePerson(born2('1950-04-03'), born2('1950-03-04'))).toBe(true);
  });
  const born2 = (day: string) => person('Roy', 'Jean', day, PHONE);
});

it('one slip is a letter more, less, mistaken, or two swapped', () => {
  expect([
    oneSlip('MARTIN', 'MARTI'),
    oneSlip('MARTIN', 'MERTIN'),
    oneSlip('MARTIN', 'MATRIN'),
    oneSlip('ABAB', 'AB'),
  ]).toEqual([true, true, true, false]);
  expect([oneSlip('MARTIN', 'MERTEN'), oneSlip('MARTIN', 'NITRAM'), oneSlip('', 'AB')]).toEqual([
    false,
    false,
    false,
  ]);
});

/** Few names, dates and phones, so that people collide often, and each spelling is one slip away from another. */
const anybody: fc.Arbitrary<Person> = fc.record({
  birthName: fc.constantFrom(
    'Martin',
    'MARTIN',
    'Mertin',
    'Martin-Roy',
    'Roy',
    'de La Barre',
    'Thomas',
    'Jean',
  ),
  usedName: fc.constantFrom(null, 'Roy', 'Thomas'),
  givenNames: fc.constantFrom(
    'Thomas',
    'Tomas',
    'Jean',
    'Jean-Pierre',
    'Jean Pierre',
    'Gabriel',
    'Gabriele',
    '',
  ),
  usedGivenName: fc.constantFrom(null, 'Pierre'),
  sex: fc.constantFrom('female', 'male', 'unknown'),
  birth: fc.constantFrom<BirthDate>(
    born('1952-03-12'),
    born('1952-12-03'),
    born('1952-03-13'),
    born('1980-01-01'),
    { precision: 'year', value: '1952' },
    { precision: 'estimated', value: '1980' },
    UNKNOWN,
  ),
  phones: fc.subarray(['+33639980001', '+33639980002', '+33639980003']),
});

const keyed = (people: readonly Person[]): Keyed<number>[] => people.map((p, i) => ({ ...p, key: i + 1 }));

describe('resemblance', () => {
  it('is symmetric', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        expect(resemblance(a, b)).toEqual(resemblance(b, a));
        expect(likelySamePerson(a, b)).toBe(likelySamePerson(b, a));
      }),
    );
  });
});

describe('the list of probable duplicates', () => {
  it('is the same whatever the order of the records', () => {
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (people, chance) => {
        const records = keyed(people);
        const shuffled = records
          .map((record) => ({ record, at: chance.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ record }) => record);
        expect(likelyDuplicatePairs(shuffled)).toEqual(likelyDuplicatePairs(records));
      }),
    );
  });

  it('joins everybody that comparing each with each would join, and nobody else', () => {
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 25 }), (people) => {
        const records = keyed(people);
        const groups = (pairs: readonly (readonly [number, number])[]) => {
          const root = new Map(records.map(({ key }) => [key, key]));
          const find = (key: number): number => (root.get(key) === key ? key : find(root.get(key) ?? key));
          for (const [a, b] of pairs) root.set(Math.max(find(a), find(b)), Math.min(find(a), find(b)));
          return records.map(({ key }) => find(key));
        };
        const each = records.flatMap((a, i) =>
          records
            .slice(i + 1)
            .flatMap((b): [number, number][] => (likelySamePerson(a, b) ? [[a.key, b.key]] : [])),
        );
        const listed = likelyDuplicatePairs(records);
        expect(groups(listed)).toEqual(groups(each));
      }),
    );
  });

  it('stays short when a former software wrote one date and one phone for everybody', () => {
    const filler = Array.from(
      { length: 3000 },
      (_, i): Keyed<number> => ({
        ...person(`Nom${String.fromCharCode(65 + (i % 26))}${i}`, `Prénom${i}`, '1900-01-01', PHONE),
        birthName: letters(i),
        givenNames: letters(i * 7919 + 13),
        key: i,
      }),
    );
    expect(likelyDuplicatePairs(filler)).toEqual([]);
  });
});

/** A pronounceable name for each number, far from its neighbours’. */
const letters = (n: number): string => {
  let rest = (n * 2654435761) % 4294967296;
  let out = '';
  for (let i = 0; i < 5; i++) {
    out += 'bcdfglmnprstv'[rest % 13];
    rest = Math.floor(rest / 13);
    out += 'aeiou'[rest % 5];
    rest = Math.floor(rest / 5);
  }
  return out;
};
