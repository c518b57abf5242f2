import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppointmentType, Practitioner } from '../../../../contract/practice.ts';
import { instantOf } from '../../../../contract/time.ts';
import type { Candidate, Offer } from '../../../../contract/waitlist-offers.ts';
import { lastOfferText } from '../freed/text.ts';
import { firstType } from './first-type.ts';
import {
  callLines,
  givenText,
  leftText,
  meterText,
  othersText,
  ranksOf,
  shareText,
  usualUntil,
  waitingText,
} from './text.ts';
import { whoAt } from './WhoField.tsx';
import { givenWords } from './words.ts';

const PARIS = 'Europe/Paris';
const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 620, PARIS);
const LATER = NOW + 20 * 60_000;

const offer = (over: Partial<Offer> = {}): Offer =>
  ({ id: 1, offeredBy: 1, offeredAt: NOW, expiresAt: LATER, answer: null, ...over }) as Offer;
const person = (id: number, score: number, since: string, over: Partial<Candidate> = {}): Candidate =>
  ({
    entry: { id, since: instantOf(since, 600, PARIS) },
    rank: { score },
    filtered: [],
    offers: [],
    ...over,
  }) as unknown as Candidate;
const ids = (lines: readonly Candidate[]) => lines.map(({ entry }) => entry.id);

describe('how far the places are used', () => {
  test('taken, of how many, until when: another year is said', () => {
    expect(meterText({ taken: 2, count: 5, until: '2026-12-31' }, TODAY)).toBe(
      '2\u00a0places sur 5 pourvues, jusqu’au 31\u00a0décembre',
    );
    expect(meterText({ taken: 1, count: 5, until: '2027-03-31' }, TODAY)).toBe(
      '1\u00a0place sur 5 pourvue, jusqu’au 31\u00a0mars 2027',
    );
    expect(meterText({ taken: 0, count: 1, until: '2026-12-31' }, TODAY)).toContain(
      '0\u00a0place sur 1 pourvue',
    );
  });

  test('what is left, and what is being offered meanwhile', () => {
    expect(leftText({ left: 3, inOffer: 1 })).toBe('encore 3\u00a0places à proposer · 1\u00a0retenue');
    expect(leftText({ left: 1, inOffer: 0 })).toBe('encore 1\u00a0place à proposer');
    expect(leftText({ left: 0, inOffer: 0 })).toBeNull();
    expect([givenText(1), givenText(5)]).toEqual(['1\u00a0place donnée', '5\u00a0places données']);
    expect([othersText(1), othersText(4)]).toEqual([
      '1 autre personne\u00a0: pas jointe, ou ne correspond pas',
      '4 autres personnes\u00a0: pas jointes, ou ne correspondent pas',
    ]);
    expect([waitingText(0), waitingText(1), waitingText(6)]).toEqual([
      'Personne sur la liste ne peut être proposé à ce praticien',
      '1 personne peut être appelée',
      '6 personnes peuvent être appelées',
    ]);
  });

  test('until when, unless said otherwise: the end of the quarter, of the next one when it is near', () => {
    expect(usualUntil(TODAY)).toBe('2026-12-31');
    expect(usualUntil('2026-12-17')).toBe('2026-12-31');
    expect(usualUntil('2026-12-18')).toBe('2027-03-31');
    expect(usualUntil('2026-01-02')).toBe('2026-03-31');
    expect(usualUntil('2026-09-20')).toBe('2026-12-31');
  });
});

test('a share says how many people stand behind it, and nothing under eleven', () => {
  expect(shareText({ n: 3, of: 12 })).toEqual({ share: '25\u00a0%', people: '3 sur 12' });
  expect(shareText({ n: null, of: 10 })).toEqual({ share: 'moins de 11', people: null });
});

describe('who is rung, in order', () => {
  const first = person(1, 60, '2026-10-13');
  const second = person(2, 32, '2026-11-11');
  const third = person(3, 32, '2026-11-12');

  test('whoever is on the phone keeps her place and her number; the others keep theirs', () => {
    const inHand = { ...second, filtered: ['in-offer' as const], offers: [offer()] };
    const { asked, rest } = callLines({ candidates: [first, third], others: [inHand] }, NOW, PARIS);
    expect([ids(asked), rest]).toEqual([[1, 2, 3], []]);
    expect([...ranksOf(asked).values()]).toEqual([1, 2, 3]);
  });

  test('whoever did not answer goes below; rung all the same, she has no number among the others', () => {
    const missed = person(1, 60, '2026-10-13', {
      filtered: ['not-reached'],
      offers: [offer({ answer: 'no-answer' })],
    });
    const below = callLines({ candidates: [second, third], others: [missed] }, NOW, PARIS);
    expect([ids(below.asked), ids(below.rest)]).toEqual([[2, 3], [1]]);
    const again = { ...missed, offers: [...missed.offers, offer({ id: 2 as Offer['id'] })] };
    const { asked } = callLines({ candidates: [second, third], others: [again] }, NOW, PARIS);
    expect(ids(asked)).toEqual([1, 2, 3]);
    expect([...ranksOf(asked)].map(([{ entry }, rank]) => [entry.id, rank])).toEqual([
      [2, 1],
      [3, 2],
    ]);
  });

  test('a time that ran out keeps nobody in the list of those who are rung', () => {
    const over = { ...second, filtered: ['in-offer' as const], offers: [offer({ expiresAt: NOW })] };
    expect(ids(callLines({ candidates: [first], others: [over] }, NOW, PARIS).asked)).toEqual([1]);
  });

  test('nobody is lost and the desk’s own order is never changed, whoever is on the phone', () => {
    const people = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 60 }),
        score: fc.integer({ min: 0, max: 3 }),
        held: fc.boolean(),
      }),
      { selector: ({ id }) => id, maxLength: 20 },
    );
    fc.assert(
      fc.property(people, (drawn) => {
        const ordered = [...drawn].sort((a, b) => b.score - a.score || a.id - b.id);
        const all = ordered.map(({ id, score, held }) =>
          person(id, score, '2026-10-13', held ? { filtered: ['in-offer'], offers: [offer()] } : {}),
        );
        const candidates = all.filter(({ filtered }) => filtered.length === 0);
        const others = all.filter(({ filtered }) => filtered.length > 0).reverse();
        expect(ids(callLines({ candidates, others }, NOW, PARIS).asked)).toEqual(ids(all));
      }),
    );
  });
});

test('what came of an offer of another day says which day, in the words of a place', () => {
  const missed = (offeredAt: number) => ({
    offers: [offer({ offeredAt, expiresAt: offeredAt, answer: 'not-this-slot' })],
  });
  const said = (at: number) => lastOfferText(missed(at), () => 'CM', NOW, PARIS, givenWords);
  expect(said(NOW)).toBe('Proposé à 10\u00a0h\u00a020 par CM\u00a0: n’a pas voulu cette place');
  expect(said(instantOf('2026-11-20', 540, PARIS))).toBe(
    'Proposé le 20/11 à 9\u00a0h par CM\u00a0: n’a pas voulu cette place',
  );
});

test('a first appointment is the house’s own for newcomers, else an ordinary one', () => {
  const type = (kind: AppointmentType['kind'], name: string) => ({ kind, name }) as AppointmentType;
  const urgent = type('unscheduled', 'SNP');
  const usual = type('regular', 'Consultation');
  const newcomer = type('newPatient', 'Nouveau patient');
  expect(firstType([urgent, usual, newcomer])).toBe(newcomer);
  expect(firstType([urgent, usual])).toBe(usual);
  expect(firstType([urgent])).toBe(urgent);
  expect(firstType([])).toBeNull();
});

test('a digit names one of the first nine practitioners', () => {
  const house = Array.from({ length: 11 }, (_, at) => ({ id: at + 1 }) as unknown as Practitioner);
  expect([whoAt('2', house)?.id, whoAt('9', house)?.id, whoAt('0', house), whoAt('q', house)]).toEqual([
    2,
    9,
    undefined,
    undefined,
  ]);
});
