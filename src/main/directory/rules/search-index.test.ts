import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, colleague, structure } from '../../../../tests/support/directory-drafts.ts';
import { type DirectoryDraft, type DirectoryEntry, DirectoryWishes } from '../../../contract/directory.ts';
import type { DirectoryEntryId } from '../../../contract/ids.ts';
import { toTheEnd } from '../../patients/rules.ts';
import { departementOf } from './departement.ts';
import { arranging, type DirectoryIndex, searchDirectory, setInIndex, whatsIn } from './search-index.ts';

const entryOf = (draft: DirectoryDraft, id: number, more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  ...draft,
  id: id as DirectoryEntryId,
  version: 1,
  places: draft.places.map((place) => ({ ...place, departement: departementOf(place.postalCode) })),
  source: { kind: 'house' },
  verifiedOn: null,
  verifiedBy: null,
  putAwayOn: null,
  ...more,
});

const HOUSE: readonly DirectoryEntry[] = [
  entryOf(
    colleague({
      name: 'de La Tour',
      givenName: 'Jean-Pierre',
      takesNewcomers: 'no',
      publicPhone: '+33465711212',
      rpps: '10000000009',
      places: [at('03200', 'Vichy', { name: 'Cabinet du Pont' })],
    }),
    1,
  ),
  entryOf(
    colleague({
      title: 'Mme',
      name: 'Vichyssoise',
      givenName: 'Éloïse',
      profession: 'physiotherapist',
      competences: ['Kinésithérapie respiratoire'],
      takesNewcomers: 'yes',
      takesUnscheduled: 'yes',
      places: [at('03300', 'Cusset')],
    }),
    2,
  ),
  entryOf(
    colleague({
      title: 'M.',
      name: 'Bon',
      givenName: 'Luc',
      profession: 'physiotherapist',
      places: [at('03200', 'Vichy')],
    }),
    3,
  ),
  entryOf(
    colleague({
      title: 'Mme',
      name: 'Adam',
      profession: 'nurse',
      takesNewcomers: 'no',
      places: [at('03200', 'Vichy')],
    }),
    4,
  ),
  entryOf(
    structure('pharmacy', 'Pharmacie du Pont', {
      publicPhone: '+33465711313',
      places: [at('43100', 'Brioude')],
    }),
    5,
  ),
  entryOf(structure('service', 'SAS de l’Allier', { takesUnscheduled: 'yes' }), 6),
  entryOf(colleague({ name: 'Partie', profession: 'nurse' }), 7, { putAwayOn: '2026-01-01' }),
];

const indexOf = (entries: readonly DirectoryEntry[]): DirectoryIndex => toTheEnd(arranging([entries]));

const find = (text: string, more: Partial<DirectoryWishes> = {}, index = indexOf(HOUSE)): number[] =>
  searchDirectory(index, DirectoryWishes.parse({ text, ...more }), 30);

describe('one box finds a colleague', () => {
  test.each([
    ['by the beginnings of her names, in any order', 'jean tour', [1]],
    ['whether the particles are typed or not', 'delatour', [1]],
    ['written apart or together', 'la tour', [1]],
    ['by profession as it is said on the phone', 'kine', [2, 3]],
    ['by profession and commune', 'kiné vichy', [2, 3]],
    ['by the name of the practice', 'cabinet pont', [1]],
    ['by a competence', 'respi', [2]],
    ['by a postal code', '43100', [5]],
    ['by a département', '03', [2, 3, 4, 1]],
    ['by the digits of a phone', '71 13 13', [5]],
    ['by a phone with its country', '+33 4 65 71 12', [1]],
    ['by an RPPS number', '10000000009', [1]],
    ['an infirmière is a nurse as well', 'infirmière', [4]],
    ['what nobody is called', 'zzz', []],
  ])('%s', (_, text, expected) => expect(find(text)).toEqual(expected));

  test('a word of the name comes before the same word in a place', () =>
    expect(find('vichy')).toEqual([2, 3, 4, 1]));

  test('those who take newcomers come first, then those of whom nobody knows; by name within', () =>
    expect(find('')).toEqual([2, 3, 5, 6, 4, 1]));
});

describe('a search is narrowed', () => {
  test.each<[string, Partial<DirectoryWishes>, number[]]>([
    ['to a profession', { profession: 'physiotherapist' }, [2, 3]],
    ['to a kind of structure', { kind: 'pharmacy' }, [5]],
    ['to people', { kind: 'person' }, [2, 3, 4, 1]],
    ['to a commune, whatever its accents', { commune: 'VICHY' }, [3, 4, 1]],
    ['to a competence', { competence: 'Kinésithérapie respiratoire' }, [2]],
    ['to those who are known to take newcomers', { newcomers: true }, [2]],
    ['to those who give unscheduled appointments', { unscheduled: true }, [2, 6]],
    ['to what was put away', { putAway: true }, [7]],
    ['to several of these at once', { profession: 'physiotherapist', commune: 'Vichy' }, [3]],
  ])('%s', (_, wishes, expected) => expect(find('', wishes)).toEqual(expected));

  test('what is put away is not offered as a choice', () =>
    expect(whatsIn(indexOf([...HOUSE.slice(4)]))).toEqual({ whats: ['pharmacy', 'service'], count: 2 }));
});

const anyEntry = fc.record({
  name: fc.constantFrom('Bon', 'Bonnet', 'de La Tour', 'Adam', 'Vichy'),
  givenName: fc.constantFrom('', 'Luc', 'Jean-Pierre'),
  profession: fc.constantFrom('nurse' as const, 'physiotherapist' as const),
  takesNewcomers: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
  commune: fc.constantFrom('Vichy', 'Cusset', 'Bonnet'),
});

test('whatever changes one by one, the directory answers as if it had been arranged at once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.option(anyEntry)), { maxLength: 20 }),
      fc.constantFrom('', 'bon', 'la tour', 'vichy', 'kine bon', 'b l'),
      (changes, text) => {
        const index = indexOf([]);
        const standing = new Map<number, DirectoryEntry>();
        for (const [id, made] of changes) {
          const now =
            made === null ? null : entryOf(colleague({ ...made, places: [at('03200', made.commune)] }), id);
          setInIndex(index, id as DirectoryEntryId, now);
          if (now === null) standing.delete(id);
          else standing.set(id, now);
        }
        const atOnce = indexOf([...standing.values()]);
        expect(find(text, {}, index)).toEqual(find(text, {}, atOnce));
        expect(find('', { commune: 'Vichy' }, index)).toEqual(find('', { commune: 'Vichy' }, atOnce));
      },
    ),
  );
});

test.each([
  ['03200', '03'],
  ['75015', '75'],
  ['20090', '2A'],
  ['20167', '2A'],
  ['20200', '2B'],
  ['20620', '2B'],
  ['97110', '971'],
  ['98800', '988'],
  ['0320', null],
  ['GL51 0EX', null],
  [null, null],
])('the postal code %s lies in %s', (postalCode, departement) =>
  expect(departementOf(postalCode)).toBe(departement),
);
