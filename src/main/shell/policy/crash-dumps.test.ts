import { expect, it } from 'vitest';
import { dumpsToDelete } from './crash-dumps.ts';

const DAY = 24 * 60 * 60 * 1000;

it('keeps a crash report for a week, and touches nothing else', () => {
  const now = Date.UTC(2026, 10, 23);
  const dumps = [
    { path: 'completed/old.dmp', writtenAt: now - 7 * DAY - 1 },
    { path: 'completed/week.dmp', writtenAt: now - 7 * DAY },
    { path: 'new/today.dmp', writtenAt: now },
    { path: 'settings.dat', writtenAt: now - 30 * DAY },
  ];
  expect(dumpsToDelete(dumps, now)).toEqual(['completed/old.dmp']);
});
