import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, localNow } from '../../../contract/time.ts';
import { deadlineText, dueChoices, latenessText, momentText, openedText, readDue } from './due.ts';

const PARIS = 'Europe/Paris';
const MONDAY = '2026-11-23';
const labels = (day: string, minute: number, holidays: readonly string[] = []) =>
  dueChoices({ day, minute }, PARIS, new Set(holidays)).map(({ label }) => label);

describe('the deadlines that are proposed', () => {
  test('in the morning: within the hour, at noon, this evening, tomorrow', () =>
    expect(labels(MONDAY, 10 * 60)).toEqual([
      'dans 1 h',
      'ce midi',
      'ce soir',
      'demain midi',
      'demain soir',
    ]));

  test('what is too near to be kept is not promised', () => {
    expect(labels(MONDAY, 11 * 60 + 45)).toEqual(['dans 1 h', 'ce soir', 'demain midi', 'demain soir']);
    expect(labels(MONDAY, 19 * 60)).toEqual(['demain midi', 'demain soir']);
  });

  test('after a Friday comes Monday', () =>
    expect(labels('2026-11-27', 17 * 60 + 30)).toEqual(['dans 1 h', 'lundi midi', 'lundi soir']));

  test('nobody is called back on a public holiday by default', () => {
    expect(labels('2026-12-24', 17 * 60 + 30, ['2026-12-25'])).toEqual([
      'dans 1 h',
      'lundi midi',
      'lundi soir',
    ]);
    // Alsace and Moselle have the day after as well; Easter Monday follows a Sunday.
    expect(labels('2028-04-13', 19 * 60, ['2028-04-14', '2028-04-17'])).toEqual(['mardi midi', 'mardi soir']);
  });

  test('a day that is a week away is named with its date', () =>
    expect(labels('2026-12-24', 19 * 60, ['2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30'])).toEqual([
      'jeudi 31 décembre midi',
      'jeudi 31 décembre soir',
    ]));

  test('are all still to come, the soonest first, whatever the hour', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 }), fc.integer({ min: 0, max: 1439 }), (after, minute) => {
        const day = Temporal.PlainDate.from(MONDAY).add({ days: after }).toString();
        const dues = dueChoices({ day, minute }, PARIS, new Set()).map(({ due }) => due);
        return (
          dues.every((due) => due > instantOf(day, minute, PARIS)) &&
          dues.every((due, index) => due > (dues[index - 1] ?? 0))
        );
      }),
    ));
});

describe('a deadline that is typed', () => {
  const now = { day: MONDAY, minute: 600 };
  const read = (text: string) => {
    const due = readDue(text, now, PARIS);
    return due === null ? null : localNow(due, PARIS);
  };
  test.each([
    ['16h', { day: MONDAY, minute: 960 }],
    ['demain 9h', { day: '2026-11-24', minute: 540 }],
    ['demain à 9h30', { day: '2026-11-24', minute: 570 }],
    ['26/11', { day: '2026-11-26', minute: 1080 }],
    ['lundi 14:30', { day: '2026-11-30', minute: 870 }],
    ['bientôt', null],
    ['', null],
  ])('« %s »', (text, expected) => expect(read(text)).toEqual(expected));
});

test('is said as on the phone', () => {
  const now = { day: MONDAY, minute: 600 };
  const say = (day: string, minute: number) => momentText(instantOf(day, minute, PARIS), now, PARIS);
  expect([
    say(MONDAY, 1080),
    say('2026-11-24', 750),
    say('2026-11-22', 540),
    say('2026-11-26', 1080),
  ]).toEqual([
    'aujourd’hui à 18\u00a0h',
    'demain à 12\u00a0h\u00a030',
    'hier à 9\u00a0h',
    'jeu. 26 nov. à 18\u00a0h',
  ]);
});

test('is promised in few words', () => {
  const now = { day: MONDAY, minute: 600 };
  const say = (day: string, minute: number) => deadlineText(instantOf(day, minute, PARIS), now, PARIS);
  expect([say(MONDAY, 1080), say('2026-11-24', 750), say('2026-11-26', 1080)]).toEqual([
    '18\u00a0h',
    'demain 12\u00a0h\u00a030',
    'jeudi 26 novembre, 18\u00a0h',
  ]);
});

test('a request taken up again is of a moment, in a few letters', () => {
  const now = { day: MONDAY, minute: 620 };
  const of = (day: string, minute: number) => openedText(instantOf(day, minute, PARIS), now, PARIS);
  expect([of(MONDAY, 545), of('2026-11-22', 600), of('2026-11-14', 600)]).toEqual([
    'de 9\u00a0h\u00a005',
    'd’hier',
    'du 14/11',
  ]);
});

test('is late from the minute after on', () => {
  const due = instantOf(MONDAY, 600, PARIS);
  const after = (minutes: number) => latenessText(due, due + minutes * 60_000);
  expect([after(0), after(20), after(75), after(1440), after(3 * 1440)]).toEqual([
    null,
    'en retard de 20\u00a0min',
    'en retard de 1\u00a0h\u00a015',
    'en retard de 1\u00a0jour',
    'en retard de 3\u00a0jours',
  ]);
});
