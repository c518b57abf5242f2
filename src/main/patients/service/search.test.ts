import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callAs, openTestGround, type TestGround } from '../../../../tests/support/ground.ts';
import { bornOn, draft } from '../../../../tests/support/patient-drafts.ts';
import type { PatientDraft } from '../../../contract/patients.ts';
import { createGround } from '../../core/ground.ts';
import { openFile } from '../../core/open-file.ts';
import { createPatient, renewSearch, searchPatients, warmSearch } from '../service.ts';

let desk: TestGround;

beforeEach(() => {
  desk = openTestGround();
});
afterEach(() => desk.close());

const know = (...people: PatientDraft[]): void => {
  for (const patient of people) createPatient(desk.ground, callAs(1, 'CM'), { patient, confirmedNew: true });
};
const search = (text: string, limit = 12) => searchPatients(desk.ground.db, { text, limit });
const find = (text: string): string[] => search(text).patients.map((p) => p.displayName);

const MARIE = draft('Dupont', 'Marie', {
  ...bornOn('1952-03-12'),
  phones: ['06 39 98 45 12'],
  sex: 'female',
});

describe('the one search box', () => {
  it('finds words in any order, each the beginning of any name', () => {
    know(
      MARIE,
      draft('Martin', 'Marie-Hélène', { usedName: 'Dupuis', sex: 'female' }),
      draft('Dupont', 'Jean'),
    );
    for (const text of ['dup mar', 'mar dup', 'MARIE DUP', 'd m'])
      expect(find(text)).toEqual(['DUPONT Marie', 'DUPUIS née MARTIN Marie-Hélène']);
    expect(find('hel dup')).toEqual(['DUPUIS née MARTIN Marie-Hélène']);
    expect(find('martin hel')).toEqual(['DUPUIS née MARTIN Marie-Hélène']);
    expect(find('dup mar 1952')).toEqual(['DUPONT Marie']);
    expect(find('upont')).toEqual([]);
  });

  it('does not mind accents, case, hyphens, apostrophes or particles, typed or not', () => {
    know(
      draft('de La Barre', 'Dorothée'),
      draft("d'Œuvré", 'Jean-Benoît'),
      draft('Le Gall', 'Zoë'),
      draft('Saint-Martin', 'Éloi'),
    );
    for (const text of [
      'barre',
      'la barre',
      'labarre',
      'de la barre',
      'DELABARRE',
      'dela barre',
      'dorothee barre',
      'du barre',
    ])
      expect(find(text)).toEqual(['DE LA BARRE Dorothée']);
    for (const text of [
      'oeuvre',
      'd’oeuvre',
      "D'Œuvré",
      'doeuvre',
      'œuvre',
      'jean-benoit',
      'jeanbenoit',
      'benoît oeuv',
    ])
      expect(find(text)).toEqual(["D'ŒUVRÉ Jean-Benoît"]);
    for (const text of ['gall', 'legall', 'le gall', 'zoe leg', 'le-gall'])
      expect(find(text)).toEqual(['LE GALL Zoë']);
    for (const text of ['saint-martin', 'st martin', 'saintmartin', 'eloi mart'])
      expect(find(text)).toEqual(['SAINT-MARTIN Éloi']);
  });

  it('finds somebody written without the particle that was typed, or without the space', () => {
    know(draft('Latour', 'Ana'), draft('Tour', 'Béa'), draft('Jeanpierre', 'Luc'));
    expect(find('de la tour')).toEqual(['LATOUR Ana', 'TOUR Béa']);
    expect(find('jean pierre')).toEqual(['JEANPIERRE Luc']);
  });

  it('finds a birth date in any spelling, and while it is being typed', () => {
    know(
      MARIE,
      draft('Autre', 'Personne', bornOn('1952-12-03')),
      draft('Année', 'Seule', { birth: { precision: 'year', value: '1952' } }),
    );
    for (const text of [
      '12/03/52',
      '12/03/1952',
      '12.03.1952',
      '12-3-52',
      '120352',
      '12031952',
      '1952-03-12',
      '12 03 52',
      '12/03',
      '12/03/19',
    ])
      expect(find(text)).toEqual(['DUPONT Marie']);
    expect(find('1952')).toEqual(['ANNÉE Seule', 'AUTRE Personne', 'DUPONT Marie']);
    expect(find('dup 12/03/52')).toEqual(['DUPONT Marie']);
    expect(find('dup 03/12/52')).toEqual([]);
  });

  it('finds consecutive digits of a phone, from anywhere in the number', () => {
    know(
      MARIE,
      draft('Réunion', 'Paul', { phones: ['0692 12 34 56'] }),
      draft('Suisse', 'Urs', { phones: ['+41 22 345 67 89'] }),
    );
    for (const text of [
      '0639984512',
      '06 39 98 45',
      '06.39.98.45.12',
      '4512',
      '98 45',
      '+33 6 39 98 45 12',
      '0033639984512',
      '+33(0)639984512',
      '512',
    ])
      expect(find(text)).toEqual(['DUPONT Marie']);
    for (const text of ['0692123456', '+262 692 12 34 56', '00262692123456', '123456'])
      expect(find(text)).toEqual(['RÉUNION Paul']);
    expect(find('+41 22')).toEqual(['SUISSE Urs']);
    expect(find('mar 4512')).toEqual(['DUPONT Marie']);
    expect(find('1952 4512')).toEqual(['DUPONT Marie']);
    expect(find('4513')).toEqual([]);
  });

  it('puts whole words first, then family names, then the alphabet', () => {
    know(
      draft('Marchand', 'Zoé'),
      draft('Petit', 'Marc'),
      draft('Marc', 'Zoé'),
      draft('Marc', 'Anne'),
      draft('Bernard', 'Marcel'),
      draft('Marchal', 'Paul'),
    );
    expect(find('marc')).toEqual([
      'MARC Anne',
      'MARC Zoé',
      'PETIT Marc',
      'MARCHAL Paul',
      'MARCHAND Zoé',
      'BERNARD Marcel',
    ]);
    expect(find('marc zo')).toEqual(['MARC Zoé', 'MARCHAND Zoé']);
  });

  it('says when there are more, and shows as many as asked', () => {
    know(...['Anne', 'Béa', 'Chloé'].map((given) => draft('Dupont', given)));
    expect([search('dup', 2), search('dup', 3)].map(({ patients, more }) => [patients.length, more])).toEqual(
      [
        [2, true],
        [3, false],
      ],
    );
    expect([search('dup a', 1), search('', 5)].map(({ patients, more }) => [patients.length, more])).toEqual([
      [1, false],
      [0, false],
    ]);
  });

  it('walks past more people than one batch', () => {
    know(
      ...Array.from({ length: 150 }, (_, i) =>
        draft('Dupont', `Prénom ${String.fromCharCode(97 + (i % 26))}`),
      ),
    );
    const { patients, more } = search('dupont', 50);
    expect([new Set(patients.map((p) => p.id)).size, more]).toEqual([50, true]);
  });

  it('marks homonyms, whichever of their names is the same', () => {
    know(
      MARIE,
      draft('Martin', 'Marie Claude', { usedName: 'Dupont', sex: 'female' }),
      draft('Dupont', 'Jean'),
      draft('Dupont', 'Jean-Pierre'),
    );
    expect(search('dupont').patients.map((p) => [p.displayName, p.homonym])).toEqual([
      ['DUPONT Jean', false],
      ['DUPONT Jean-Pierre', false],
      ['DUPONT Marie', true],
      ['DUPONT née MARTIN Marie Claude', true],
    ]);
  });

  it('takes what a mad keyboard sends', () => {
    know(MARIE);
    for (const text of [
      '%',
      '"',
      "'; --",
      '*',
      'a'.repeat(200),
      '\u0000',
      '(((((',
      '9'.repeat(200),
      'é'.repeat(100),
      '45/ / /',
      '. . .',
      '🙂',
    ])
      expect(search(text).patients).toEqual([]);
  });

  it('finds what was written while everybody was being arranged', async () => {
    know(MARIE);
    const warm = warmSearch(desk.ground.db);
    know(draft('Martin', 'Jean'));
    await warm;
    know(draft('Petit', 'Luc'));
    expect(['dupont', 'martin', 'petit'].map(find)).toEqual([
      ['DUPONT Marie'],
      ['MARTIN Jean'],
      ['PETIT Luc'],
    ]);
  });

  it('that comes in the middle of it finishes what was begun, and finds what was written since', async () => {
    know(MARIE);
    const warm = warmSearch(desk.ground.db);
    know(draft('Martin', 'Jean'));
    expect(find('martin')).toEqual(['MARTIN Jean']);
    await warm;
    expect(['dupont', 'martin'].map(find)).toEqual([['DUPONT Marie'], ['MARTIN Jean']]);
  });

  it('finds whom another thread has written', async () => {
    know(MARIE);
    expect(find('martin')).toEqual([]);
    await desk.ground.handPen(async ({ database, key }) => {
      const db = openFile(database, key);
      const elsewhere = createGround(db, desk.clock);
      createPatient(elsewhere, callAs(1, 'CM'), { patient: draft('Martin', 'Jean'), confirmedNew: true });
      db.close();
      return { committed: null };
    });
    await renewSearch(desk.ground.db);
    expect(find('martin')).toEqual(['MARTIN Jean']);
  });

  it('is given up quietly when the desk closes meanwhile', async () => {
    const other = openTestGround();
    const warm = warmSearch(other.ground.db);
    other.close();
    await expect(warm).resolves.toBeUndefined();
  });
});
