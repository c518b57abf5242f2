import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Criterion } from '../../../contract/criteria.ts';
import { WaitlistEntryId } from '../../../contract/ids.ts';
import type { Practitioner } from '../../../contract/practice.ts';
import { instantOf } from '../../../contract/time.ts';
import type { WaitlistEntry, WaitlistLine } from '../../../contract/waitlist.ts';
import type { RankPart } from '../../../contract/waitlist-rank.ts';
import {
  attemptsText,
  beforeText,
  cptsText,
  isDue,
  lengthText,
  limitsText,
  listTitle,
  placesOf,
  placeText,
  reconfirmText,
  signedText,
  sumLines,
  toSay,
  waitedSince,
  waitedText,
  whomText,
  wishesText,
} from './text.ts';

const PARIS = 'Europe/Paris';
const TODAY = '2026-11-23';
const petit = { id: 2, title: 'Dr', familyName: 'Petit', givenName: 'Hélène' } as unknown as Practitioner;
const nguyen = { id: 3, title: 'Dr', familyName: 'Nguyen', givenName: 'Mai' } as unknown as Practitioner;
const anyTime = { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false, note: null };

const entry = (over: Partial<WaitlistEntry> = {}): WaitlistEntry => ({
  id: WaitlistEntryId.parse(1),
  version: 1,
  kind: 'registration',
  patient: { displayName: 'ROUX Ida' } as never,
  profession: 'general-practitioner',
  practitionerIds: [],
  wishes: anyTime,
  homeVisit: false,
  stepFree: false,
  appointment: null,
  origin: 'counter',
  requestId: null,
  since: instantOf('2026-09-12', 600, PARIS),
  reconfirmBy: '2026-12-11',
  attempts: 0,
  lastAttemptAt: null,
  cptsAgrees: null,
  state: 'waiting',
  end: null,
  closedAt: null,
  closedBy: null,
  ...over,
});
const line = (own: WaitlistEntry, over: Partial<WaitlistLine['rank']> = {}): WaitlistLine => ({
  entry: own,
  criteria: [],
  rank: {
    entryId: own.id,
    score: 0,
    parts: [],
    sentence: '',
    beforeEveryNewcomerOn: null,
    waitingDays: 72,
    atShortNotice: false,
    ...over,
  },
});
const earlier = {
  kind: 'earlier' as const,
  appointment: { id: 1 as never, practitionerId: petit.id, day: '2026-11-26', start: 555, end: 570 },
};

describe('a line of those who wait', () => {
  test('for a médecin traitant, or another profession: anybody, or whom she named', () => {
    expect([listTitle(entry()), whomText(entry(), [petit])]).toEqual([
      'Médecin traitant',
      'Médecins, sans préférence',
    ]);
    expect(whomText(entry({ practitionerIds: [petit.id] }), [petit, nguyen])).toBe('Dr Petit');
    expect(listTitle(entry({ profession: 'nurse' }))).toBe('Infirmier');
  });

  test('for an earlier place: the appointment that she keeps, and who else would do', () => {
    const kept = 'Dr Petit, rendez-vous gardé le jeu. 26 nov. à 9\u00a0h\u00a015';
    expect([listTitle(entry(earlier)), whomText(entry(earlier), [petit, nguyen])]).toEqual([
      'Plus tôt',
      kept,
    ]);
    expect(whomText(entry({ ...earlier, practitionerIds: [nguyen.id] }), [petit, nguyen])).toBe(
      `${kept} ; accepte Dr Nguyen`,
    );
  });

  test('with what she can come to, and nothing where nothing was wished', () => {
    expect([wishesText(anyTime), limitsText(entry())]).toEqual([null, null]);
    expect(
      wishesText({ ...anyTime, days: [2, 4], to: 720, practitionerSex: 'female', atShortNotice: true }),
    ).toBe('mardi, jeudi · avant 12\u00a0h · une praticienne · disponible vite');
    expect(wishesText({ ...anyTime, from: 540, to: 720 })).toBe('de 9\u00a0h à 12\u00a0h');
    expect(limitsText(entry({ wishes: { ...anyTime, from: 840 }, homeVisit: true, stepFree: true }))).toBe(
      'après 14\u00a0h · à domicile · accès de plain-pied',
    );
  });

  test('how long: days at first, then weeks, then months', () => {
    expect([0, 1, 13, 14, 72, 91, 92, 200].map(waitedText)).toEqual([
      'depuis aujourd’hui',
      'depuis hier',
      'depuis 13\u00a0jours',
      'depuis 2\u00a0semaines',
      'depuis 10\u00a0semaines',
      'depuis 13\u00a0semaines',
      'depuis 3\u00a0mois',
      'depuis 6\u00a0mois',
    ]);
    expect(lengthText(1)).toBe('1\u00a0jour');
    expect(waitedSince(instantOf('2026-11-12', 600, PARIS), TODAY, PARIS)).toBe('depuis 11\u00a0jours');
  });

  test('each profession has its own first; who cannot be reached has no place', () => {
    const of = (id: number, over: Partial<WaitlistEntry> = {}) =>
      line(entry({ id: WaitlistEntryId.parse(id), ...over }));
    const places = placesOf([
      of(1),
      of(2, { profession: 'nurse' }),
      of(3),
      of(4, { state: 'unreachable' }),
      of(5),
    ]);
    expect([...places]).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [5, 3],
    ]);
    expect([1, 4].map(placeText)).toEqual(['1ʳᵉ', '4ᵉ']);
  });
});

describe('why in this order', () => {
  test('the sum is said line by line, and a cap that takes nothing away is not', () => {
    const parts: RankPart[] = [
      { kind: 'criterion', criterion: 'age-70', points: 20 },
      { kind: 'criterion', criterion: 'long-term-illness', points: 30 },
      { kind: 'criterion', criterion: 'c2s', points: 20 },
      { kind: 'cap', points: -10 },
      { kind: 'waiting', weeks: 10, points: 20 },
    ];
    const said = sumLines({ parts }).map(({ label, points }) => `${label} ${signedText(points)}`);
    expect(said).toEqual([
      '70 ans ou plus +20',
      'ALD ou maladie chronique +30',
      'C2S +20',
      'Plafond des critères −10',
      '10\u00a0semaines complètes × 2\u00a0points +20',
    ]);
    expect(sumLines({ parts: [{ kind: 'cap', points: 0 }] })).toEqual([]);
    expect(sumLines({ parts: [{ kind: 'waiting', weeks: 0, points: 0 }] })).toEqual([
      { key: 'waiting', label: '0\u00a0semaine complète', points: 0 },
    ]);
  });

  test('whatever counts, what is shown adds up to what was summed', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...Criterion.options), { maxLength: 8 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 20 }),
        (criteria, each, cap, weeks, perWeek) => {
          const raw = criteria.length * each;
          const parts: RankPart[] = [
            ...criteria.map((criterion) => ({ kind: 'criterion' as const, criterion, points: each })),
            { kind: 'cap', points: Math.min(0, cap - raw) },
            { kind: 'waiting', weeks, points: weeks * perWeek },
          ];
          const shown = sumLines({ parts }).reduce((sum, { points }) => sum + points, 0);
          expect(shown).toBe(Math.min(cap, raw) + weeks * perWeek);
        },
      ),
    ));

  test('from when on nobody who signs up can come first, by its day', () => {
    expect(beforeText('2026-12-09', TODAY)).toBe('Passe devant tout nouvel inscrit le 09/12');
    expect(beforeText('2027-01-12', TODAY)).toBe('Passe devant tout nouvel inscrit le 12/01/2027');
    const already = 'Passe devant tout nouvel inscrit dès aujourd’hui';
    expect([beforeText(null, TODAY), beforeText(TODAY, TODAY)]).toEqual([already, already]);
  });
});

describe('what may be said to the person', () => {
  const said = (own: WaitlistEntry, waitingDays: number) =>
    toSay(line(own, { waitingDays, score: 84, sentence: '78 ans, ALD' }), [petit], TODAY, PARIS);

  test('since when, for how long; never a criterion nor a score', () => {
    expect(said(entry(), 72)).toEqual([
      'Vous êtes sur la liste depuis le 12\u00a0septembre, 10\u00a0semaines.',
    ]);
    expect(said(entry({ since: instantOf(TODAY, 540, PARIS) }), 0)).toEqual([
      'Vous êtes sur la liste depuis aujourd’hui.',
    ]);
    expect(said(entry({ since: instantOf('2025-11-23', 540, PARIS) }), 365)).toEqual([
      'Vous êtes sur la liste depuis le 23\u00a0novembre 2025, 11\u00a0mois.',
    ]);
  });

  test('that her appointment stands meanwhile', () =>
    expect(said(entry(earlier), 72)[1]).toBe(
      'Votre rendez-vous du jeudi 26 novembre à 9\u00a0h\u00a015 avec Dr Petit reste réservé en attendant.',
    ));
});

describe('what is to be done', () => {
  test('asked again from the day on which it is due, and only of who waits', () => {
    expect([reconfirmText('2026-12-11', TODAY), reconfirmText('2026-11-12', TODAY)]).toEqual([
      'à reconfirmer le 11/12',
      'à reconfirmer depuis le 12/11',
    ]);
    expect(isDue(entry({ reconfirmBy: TODAY }), TODAY)).toBe(true);
    expect(isDue(entry({ reconfirmBy: '2026-11-24' }), TODAY)).toBe(false);
    expect(isDue(entry({ reconfirmBy: TODAY, state: 'unreachable' }), TODAY)).toBe(false);
  });

  test('how often somebody rang, out of how many', () => {
    const moment = () => 'hier à 10\u00a0h';
    expect(attemptsText(entry(), 3, moment)).toBeNull();
    expect(attemptsText(entry({ attempts: 1, lastAttemptAt: 1 }), 3, moment)).toBe(
      '1\u00a0essai sur 3, hier à 10\u00a0h',
    );
    expect(attemptsText(entry({ attempts: 2, lastAttemptAt: 1 }), null, moment)).toBe(
      '2\u00a0essais, le dernier hier à 10\u00a0h',
    );
  });

  test('whether the CPTS may be told: a question not asked is no refusal', () =>
    expect([null, true, false].map(cptsText)).toEqual([
      'Accord CPTS non demandé',
      'D’accord pour la liste de la CPTS',
      'Refuse la liste de la CPTS',
    ]));
});
