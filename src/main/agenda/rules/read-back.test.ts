import { expect, test } from 'vitest';
import type { Profession } from '../../../contract/professions.ts';
import { readBack } from './read-back.ts';

const who = (title: string, familyName: string, profession: Profession = 'general-practitioner') => ({
  title,
  familyName,
  givenName: 'Camille',
  profession,
});
const now = { day: '2026-11-09', minute: 540 };
// Spaces that never break, written out here as ordinary ones.
const said = (...args: Parameters<typeof readBack>) => readBack(...args).replaceAll('\u00a0', ' ');

test('says the day, the hour and the doctor as on the phone', () => {
  expect(said({ day: '2026-11-12', start: 620 }, who('Dr', 'Nguyen'), now)).toBe(
    'jeudi 12 novembre à 10 h 20 avec le Dr Nguyen',
  );
});

test('says the hour alone on the hour, and the first of the month as « 1er »', () => {
  expect(said({ day: '2026-12-01', start: 540 }, who('Dr', 'Petit'), now)).toBe(
    'mardi 1er décembre à 9 h avec le Dr Petit',
  );
  expect(said({ day: '2026-12-01', start: 545 }, who('Dr', 'Petit'), now)).toBe(
    'mardi 1er décembre à 9 h 05 avec le Dr Petit',
  );
});

test('says today and tomorrow', () => {
  expect(said({ day: '2026-11-09', start: 615 }, who('Dr', 'Nguyen'), now)).toBe(
    'aujourd’hui lundi 9 novembre à 10 h 15 avec le Dr Nguyen',
  );
  expect(said({ day: '2026-11-10', start: 615 }, who('Dr', 'Nguyen'), now)).toBe(
    'demain mardi 10 novembre à 10 h 15 avec le Dr Nguyen',
  );
});

test('says the year when it is another one', () => {
  expect(said({ day: '2027-01-08', start: 840 }, who('Dr', 'Nguyen'), now)).toBe(
    'vendredi 8 janvier 2027 à 14 h avec le Dr Nguyen',
  );
});

test('names the profession of those who are not doctors, in the gender of their title', () => {
  const at = { day: '2026-11-12', start: 480 };
  expect(said(at, who('Mme', 'Rolland', 'nurse'), now)).toBe(
    'jeudi 12 novembre à 8 h avec Mme Rolland, infirmière',
  );
  expect(said(at, who('M.', 'Charles', 'nurse'), now)).toBe(
    'jeudi 12 novembre à 8 h avec M. Charles, infirmier',
  );
  expect(said(at, who('M.', 'Colin', 'physiotherapist'), now)).toBe(
    'jeudi 12 novembre à 8 h avec M. Colin, kinésithérapeute',
  );
  expect(said(at, who('Dre', 'Lemaire'), now)).toBe('jeudi 12 novembre à 8 h avec la Dre Lemaire');
});

test('guesses no gender where the title tells none', () => {
  const at = { day: '2026-11-12', start: 480 };
  expect(said(at, who('', 'Rolland', 'nurse'), now)).toBe('jeudi 12 novembre à 8 h avec Camille Rolland');
  expect(said(at, who('', 'Rolland', 'psychologist'), now)).toBe(
    'jeudi 12 novembre à 8 h avec Camille Rolland, psychologue',
  );
});

test('never lets an hour or a title stand alone at the end of a line', () => {
  expect(readBack({ day: '2026-11-12', start: 620 }, who('Dr', 'Nguyen'), now)).toBe(
    'jeudi 12 novembre à 10\u00a0h\u00a020 avec le Dr\u00a0Nguyen',
  );
});
