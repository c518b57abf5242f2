import { expect, it } from 'vitest';
import { soakOffers } from './offers.ts';

it('ten desks want the same places at once, and one is killed meanwhile: each goes to one, the others are told, none is lost', async () => {
  const report = await soakOffers({
    rounds: 3,
    seed: Number(process.env['PARVIS_SEED'] ?? 1),
    killEvery: 3,
  });
  expect([report.rounds, report.kills]).toEqual([3, 1]);
  expect(report.acknowledged['offer.made']).toBeGreaterThan(0);
  expect(report.refused['SLOT_OFFERED'] ?? 0).toBeGreaterThan(0);
}, 300_000);
