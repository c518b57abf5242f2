import { expect, it } from 'vitest';
import { killWhileMigrating } from './migration-kills.ts';

it('a house of an earlier version whose plug is pulled while it is upgraded is upgraded afterwards, with every row and the copy of before', async () => {
  const report = await killWhileMigrating({ kills: 3, seed: Number(process.env['PARVIS_SEED'] ?? 1) });
  expect(report.kills).toBe(3);
  // Each was cut twice.
  expect(report.before + report.between + report.after).toBe(6);
}, 300_000);
