import { expect, it } from 'vitest';
import { soakDirectory } from './directory.ts';

it('an extraction comes in whole while the other desk books', async () => {
  const { report, meanwhile } = await soakDirectory(60_000, 5);
  expect([report.lines, report.created]).toEqual([60_000, 1_157]);
  expect(meanwhile.count).toBeGreaterThan(0);
}, 120_000);
