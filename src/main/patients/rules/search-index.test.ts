import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BirthDate } from '../../../contract/patients.ts';
import { nameTerms } from './names.ts';
import { searchDigits } from './phone.ts';
import { type Criterion, parseSearch } from './query.ts';
import { buildIndex, type Findable, type SearchRecord, searchIndex, setInIndex } from './search-index.ts';

/** Few names, dates and phones, so that what is typed often fits several people. */
const record: fc.Arbitrary<SearchRecord> = fc.record({
  birthName: fc.constantFrom('Martin', 'Marchand', 'de La Barre', "d'Œuvré", 'Li', 'M'),
  usedName: fc.constantFrom(null, 'Martin-Roy', 'Latour'),
  givenNames: fc.constantFrom('Marie', 'Jean-Pierre', 'Léa', ''),
  usedGivenName: fc.constantFrom(null, 'Mado'),
  birth: fc.constantFrom<BirthDate>(
    { precision: 'day', value: '1952-03-12' },
    { precision: 'day', value: '1952-12-03' },
    { precision: 'year', value: '1952' },
    { precision: 'unknown', value: null },
  ),
  phones: fc.subarray(['+33639984512', '+33199001952', '+41223456789']),
});

const person = (id: number): fc.Arbitrary<Findable> =>
  fc
    .tuple(record, fc.array(record, { maxLength: 1 }))
    .map(([live, merged]) => ({ id, records: [live, ...merged] }));

const people = fc
  .integer({ min: 0, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => person(i + 1))));

const typed = fc
  .array(
    fc.constantFrom(
      'm',
      'mar',
      'MARTIN',
      'roy',
      'barre',
      'labarre',
      'pierre',
      'li',
      '1952',
      '12/03',
      '12/03/52',
      '4512',
      '0639',
      '+41 22',
      '99 00',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(' '));

/** What docs/spec/patient-search.md says of one criterion, without any list or order. */
const holds: Readonly<Record<Criterion['kind'], (r: SearchRecord, text: string) => boolean>> = {
  name: (r, text) =>
    [r.birthName, r.usedName, r.givenNames, r.usedGivenName].some((name) =>
      nameTerms(name).some((term) => term.startsWith(text)),
    ),
  birth: (r, text) =>
    r.birth.precision === 'day' && r.birth.value.split('-').reverse().join('').startsWith(text),
  year: (r, text) => r.birth.value?.slice(0, 4) === text,
  phone: (r, text) => r.phones.some((phone) => searchDigits(phone).includes(text)),
};

const fits = ({ records }: Findable, { kind, text }: Criterion): boolean =>
  records.some((r) => holds[kind](r, text));

it('the search finds exactly those who fit what was typed', () => {
  fc.assert(
    fc.property(people, typed, (everybody, text) => {
      const readings = parseSearch(text);
      const expected = everybody.filter((p) => readings.some((reading) => reading.every((c) => fits(p, c))));
      const found = searchIndex(buildIndex(everybody), readings, 50);
      expect([...found].sort((a, b) => a - b)).toEqual(expected.map((p) => p.id));
    }),
  );
});

it('fewer answers are the first of more answers', () => {
  fc.assert(
    fc.property(people, typed, fc.integer({ min: 1, max: 6 }), (everybody, text, wanted) => {
      const index = buildIndex(everybody);
      const all = searchIndex(index, parseSearch(text), 50);
      expect(searchIndex(index, parseSearch(text), wanted)).toEqual(all.slice(0, wanted));
    }),
  );
});

it('an index kept up to date person by person answers like one arranged anew', () => {
  fc.assert(
    fc.property(
      people,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), record)),
      typed,
      (everybody, changes, text) => {
        const index = buildIndex(everybody);
        const now = new Map(everybody.map((p) => [p.id, p]));
        changes.forEach(([id, changed], i) => {
          const next: Findable | null = i % 3 === 2 ? null : { id, records: [changed] };
          setInIndex(index, id, next);
          if (next) now.set(id, next);
          else now.delete(id);
        });
        const anew = buildIndex([...now.values()]);
        expect(searchIndex(index, parseSearch(text), 50)).toEqual(searchIndex(anew, parseSearch(text), 50));
      },
    ),
  );
});
