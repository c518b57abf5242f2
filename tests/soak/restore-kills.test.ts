import { expect, it } from 'vitest';
import { killWhileRestoring } from './restore-kills.ts';

it('a desk whose plug is pulled while it goes back to a copy opens again, with all that it had copied', async () => {
  const report = await killWhileRestoring({ kills: 4, seed: Number(process.env['PARVIS_SEED'] ?? 1) });
  expect(report.kills).toBe(4);
  expect(report.kept).toBeGreaterThanOrEqual(4);
}, 300_000);
