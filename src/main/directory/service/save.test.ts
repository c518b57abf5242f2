import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clara, fillHouse, louis } from '../../../../tests/support/agenda-house.ts';
import { at, colleague, structure } from '../../../../tests/support/directory-drafts.ts';
import { openTestGround, type TestGround } from '../../../../tests/support/ground.ts';
import { DirectoryWishes, verificationOf } from '../../../contract/directory.ts';
import { addDays, instantOf } from '../../../contract/time.ts';
import { isDeskError } from '../../core/errors.ts';
import { since } from '../../core/journal.ts';
import { undoLast } from '../../core/undo.ts';
import {
  changeEntry,
  createEntry,
  directoryCompensations,
  putAway,
  searchEntries,
  verifyEntry,
} from '../service.ts';
import { entry, entryById } from '../store.ts';

let test: TestGround;
beforeEach(() => {
  test = openTestGround();
  fillHouse(test.ground);
});
afterEach(() => test.close());

const find = (text: string, more: Partial<DirectoryWishes> = {}): string[] =>
  searchEntries(test.ground.db, DirectoryWishes.parse({ text, ...more })).entries.map(({ name }) => name);

const refusal = (act: () => unknown): { code: string; data: unknown } => {
  try {
    act();
  } catch (error) {
    if (isDeskError(error)) return { code: error.code, data: error.data };
    throw error;
  }
  throw new Error('it was accepted');
};

const undo = (call = clara) => undoLast(test.ground, call, directoryCompensations);

describe('a colleague outside, written down by the house', () => {
  it('is kept as dialled, with the département that the postal code lies in', () => {
    const { entry: lemaire, warnings } = createEntry(
      test.ground,
      clara,
      colleague({
        name: 'Lemaire',
        publicPhone: '04 65 71 12 12',
        professionalPhone: '06.39.98.12.12',
        places: [at('03200', 'Vichy', { name: 'Cabinet du Pont', phone: '0465711213' })],
        rpps: '10000000009',
      }),
    );
    expect(lemaire).toMatchObject({
      version: 1,
      publicPhone: '+33465711212',
      professionalPhone: '+33639981212',
      places: [{ name: 'Cabinet du Pont', departement: '03', phone: '+33465711213' }],
      source: { kind: 'house' },
      verifiedOn: null,
      putAwayOn: null,
    });
    expect(warnings).toEqual([]);
    expect(entry(test.ground.db, lemaire.id)).toEqual(lemaire);
    expect(since(test.ground.db, 0).at(-1)).toMatchObject({
      action: 'directory.added',
      actor: 'CM',
      rows: [{ entity: 'directory-entry', id: lemaire.id }],
    });
  });

  it('may have an RPPS number whose last digit does not fit: that is said, and kept', () => {
    const { entry: kept, warnings } = createEntry(test.ground, clara, colleague({ rpps: '10000000008' }));
    expect([kept.rpps, warnings]).toEqual(['10000000008', ['rpps-check-digit']]);
  });

  it('is refused with every field at fault: a phone cut short, a number that somebody else bears, no profession', () => {
    createEntry(test.ground, clara, colleague({ rpps: '10000000009' }));
    const wrong = colleague({
      rpps: '10000000009',
      profession: null,
      publicPhone: '04 65 71',
      places: [at('63000', 'Clermont-Ferrand', { phone: 'demander' })],
    });
    expect(refusal(() => createEntry(test.ground, clara, wrong))).toMatchObject({
      code: 'INVALID_INPUT',
      data: {
        fields: [
          { path: 'profession', code: 'required' },
          { path: 'rpps', code: 'duplicate' },
          { path: 'publicPhone', code: 'phone-too-short' },
          { path: 'places.0.phone', code: 'phone-unreadable' },
        ],
      },
    });
    expect(find('')).toEqual(['Fictif']);
  });

  it('a structure has neither a first name nor a profession', () => {
    const { entry: sas } = createEntry(
      test.ground,
      clara,
      structure('service', 'SAS de l’Allier', { givenName: 'x', title: 'Dr' }),
    );
    expect([sas.title, sas.givenName, sas.profession]).toEqual(['', '', null]);
  });
});

describe('what the house knows of an entry', () => {
  it('is verified today by one act, and must be asked again after ninety days', () => {
    const { entry: before } = createEntry(test.ground, clara, colleague());
    const after = verifyEntry(test.ground, louis, before);
    expect(after).toMatchObject({ version: 2, verifiedOn: '2026-11-23', verifiedBy: louis.actor.id });
    expect([0, 90, 91].map((days) => verificationOf(after, addDays('2026-11-23', days)))).toEqual([
      'fresh',
      'fresh',
      'stale',
    ]);
    expect(verificationOf(before, '2026-11-23')).toBe('never');
  });

  it('is verified on the day of the house, even just after midnight', () => {
    test.clock.set(instantOf('2026-11-24', 1, 'Europe/Paris'));
    const { entry: before } = createEntry(test.ground, clara, colleague());
    expect(verifyEntry(test.ground, clara, before).verifiedOn).toBe('2026-11-24');
  });

  it('is put away and found no more, unless asked for; and is brought back', () => {
    const { entry: fresh } = createEntry(test.ground, clara, colleague({ name: 'Partie' }));
    const away = putAway(test.ground, clara, { ...fresh, away: true });
    expect([away.putAwayOn, find('partie'), find('partie', { putAway: true })]).toEqual([
      '2026-11-23',
      [],
      ['Partie'],
    ]);
    putAway(test.ground, clara, { ...away, away: false });
    expect(find('partie')).toEqual(['Partie']);
  });

  it('is not overwritten by whoever opened it before somebody else saved', () => {
    const { entry: opened } = createEntry(test.ground, clara, colleague());
    changeEntry(test.ground, louis, { ...opened, entry: colleague({ takesNewcomers: 'no' }) });
    const late = () =>
      changeEntry(test.ground, clara, { ...opened, entry: colleague({ takesNewcomers: 'yes' }) });
    expect(refusal(late)).toMatchObject({
      code: 'STALE_VERSION',
      data: { version: 2, changed: ['takesNewcomers'] },
    });
  });

  it('is as it was after Ctrl+Z: added, changed, verified, put away', () => {
    const { entry: added } = createEntry(
      test.ground,
      clara,
      colleague({ name: 'Un', places: [at('03200', 'Vichy')] }),
    );
    const { entry: changed } = changeEntry(test.ground, clara, {
      ...added,
      entry: colleague({ name: 'Deux', competences: ['plaies'] }),
    });
    const verified = verifyEntry(test.ground, clara, changed);
    putAway(test.ground, clara, { ...verified, away: true });
    undo();
    expect(entry(test.ground.db, added.id)).toMatchObject({ putAwayOn: null, verifiedOn: '2026-11-23' });
    undo();
    expect(entry(test.ground.db, added.id)).toMatchObject({ name: 'Deux', verifiedOn: null });
    undo();
    expect(entry(test.ground.db, added.id)).toMatchObject({
      name: 'Un',
      places: [{ commune: 'Vichy' }],
      competences: [],
    });
    expect(find('un')).toEqual(['Un']);
    undo();
    expect([entryById(test.ground.db, added.id), find('un')]).toEqual([undefined, []]);
  });

  it('is not taken back over the work of somebody else', () => {
    const { entry: added } = createEntry(test.ground, clara, colleague());
    verifyEntry(test.ground, louis, added);
    expect(refusal(() => undo())).toMatchObject({ code: 'UNDO_TOO_LATE' });
  });
});
