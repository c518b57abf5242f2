import { expect, test } from 'vitest';
import type { ImportReport } from './exchange.ts';
import { acceptedLines, many, oddities, refusedLines } from './exchange-report.ts';

const report: ImportReport = {
  encoding: 'utf-8',
  separator: ';',
  practitioners: 2,
  openingHours: 3,
  appointmentTypes: 1,
  patients: {
    accepted: 4,
    rejected: [
      { code: 'B05', reason: 'birth-name-missing' },
      { code: 'B06', reason: 'birth-date-in-future' },
      { code: 'B09', reason: 'birth-name-missing' },
    ],
    likelyDuplicates: [],
  },
  appointments: { accepted: 7, deliberateOverlaps: [], rejected: [], repeatedLines: 0 },
  byStatus: {},
  warnings: {
    'openingHours: unknown-practitioner': ['ligne 5'],
    'phone-unreadable': ['B04'],
  },
};

test('refused lines are read by kind, then by reason, horaires and motifs included', () =>
  expect(refusedLines(report)).toEqual([
    { role: 'openingHours', reasons: new Map([['unknown-practitioner', ['ligne 5']]]) },
    {
      role: 'patients',
      reasons: new Map([
        ['birth-name-missing', ['B05', 'B09']],
        ['birth-date-in-future', ['B06']],
      ]),
    },
  ]));

test('what is worth a look is what was taken over', () =>
  expect(oddities(report)).toEqual([['phone-unreadable', ['B04']]]));

test('lines of every kind count', () => expect(acceptedLines(report)).toBe(17));

test('a number is written as a French desk writes it', () =>
  expect([
    many(0, 'ligne'),
    many(1, 'ligne'),
    many(65_489, 'ligne'),
    many(2, 'rendez-vous', 'rendez-vous'),
  ]).toEqual(['0\u00a0ligne', '1\u00a0ligne', '65\u202f489\u00a0lignes', '2\u00a0rendez-vous']));
