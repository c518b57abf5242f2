import { expect, it } from 'vitest';
import { killWhileCopying } from './backup-kills.ts';

it('a desk whose plug is pulled while it copies has every copy that it announced, here and on the stick, and they open with the code', async () => {
  const report = await killWhileCopying({ kills: 4, seed: Number(process.env['PARVIS_SEED'] ?? 1) });
  expect(report.kills).toBe(4);
  expect(report.opened).toBeGreaterThanOrEqual(4);
}, 300_000);
