import { describe, expect, test } from 'vitest';
import { phoneToGive, phoneToRing } from '../../../contract/directory-words.ts';
import type { EntryOutcomes, Redirection } from '../../../contract/redirections.ts';
import { instantOf } from '../../../contract/time.ts';
import { answerChoices, usualAnswer } from './due.ts';
import { lineGroups } from './groups.ts';
import { redirectionPath } from './path.ts';
import { outcomesText } from './text.ts';

const ZONE = 'Europe/Paris';
const none: EntryOutcomes = {
  sent: 0,
  waiting: 0,
  accepted: 0,
  full: 0,
  unreachable: 0,
  notGone: 0,
  fullSince: null,
  unreachableSince: null,
  sinks: false,
};

describe('What an entry has answered, in one line', () => {
  test.each([
    [
      { sent: 3, accepted: 1, full: 2, fullSince: '2026-11-12' },
      'Complet depuis le 12/11, 3\u00a0personnes orientées, 1\u00a0acceptée',
    ],
    [
      { sent: 1, unreachable: 1, unreachableSince: '2026-11-02' },
      'Injoignable depuis le 02/11, 1\u00a0personne orientée',
    ],
    [{ sent: 2, waiting: 2 }, '2\u00a0personnes orientées, 2\u00a0en attente'],
  ])('%j', (some, text) => expect(outcomesText({ ...none, ...some })).toBe(text));
});

test('the house rings the number between professionals; a patient is never given it', () => {
  const entry = {
    professionalPhone: '+33199001111',
    publicPhone: null,
    places: [{ phone: '+33199002222' }],
  } as unknown as NonNullable<Redirection['entry']>;
  expect(phoneToRing(entry)).toBe('+33199001111');
  expect(phoneToGive(entry)).toBe('+33199002222');
  expect([phoneToRing(null), phoneToGive(null)]).toEqual([null, null]);
});

describe('By when an answer is expected', () => {
  const at = (day: string, minute: number) =>
    answerChoices({ day, minute }, ZONE).map(({ label, due }) => [label, due]);
  const evening = (day: string) => instantOf(day, 18 * 60, ZONE);

  test('on a Monday morning: this evening, tomorrow, Thursday, or a week', () =>
    expect(at('2026-11-23', 600)).toEqual([
      ['ce soir', evening('2026-11-23')],
      ['demain soir', evening('2026-11-24')],
      ['jeudi soir', evening('2026-11-26')],
      ['une semaine', evening('2026-11-30')],
      ['deux semaines', evening('2026-12-07')],
    ]));

  test('on a Friday evening nobody is expected to answer at the weekend', () => {
    expect(at('2026-11-27', 17 * 60).slice(0, 2)).toEqual([
      ['lundi soir', evening('2026-11-30')],
      ['mercredi soir', evening('2026-12-02')],
    ]);
    expect(usualAnswer({ day: '2026-11-27', minute: 1020 }, ZONE)).toBe(evening('2026-12-02'));
  });
});

test('late ones are on top, answered ones at the bottom, and a group of nobody is not shown', () => {
  const row = (id: number, due: number) => ({ id, due }) as unknown as Redirection;
  const shown = lineGroups([row(1, 10), row(2, 90)], [row(3, 5)], 50);
  expect(shown.map(({ key, lines }) => [key, lines.map(({ row: { id }, waits }) => [id, waits])])).toEqual([
    ['late', [[1, true]]],
    ['waiting', [[2, true]]],
    ['answered', [[3, false]]],
  ]);
  expect(lineGroups([], [], 50)).toEqual([]);
});

test('a path says to whom and how somebody was sent, and by when an answer is expected', () => {
  const due = instantOf('2026-11-26', 18 * 60, ZONE);
  const [line] = redirectionPath(
    [
      {
        at: 1,
        by: 'CM',
        id: 1 as never,
        to: { kind: 'cpts', label: 'CPTS fictive' },
        what: { kind: 'started', how: 'letter', due },
      },
    ],
    { day: '2026-11-25', minute: 600 },
    ZONE,
  );
  expect([line?.title, line?.detail, line?.by]).toEqual([
    'Orientation suivie\u00a0: CPTS fictive',
    'Par lettre, réponse attendue avant demain 18\u00a0h',
    'CM',
  ]);
});
