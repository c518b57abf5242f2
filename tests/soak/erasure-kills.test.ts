import { expect, it } from 'vitest';
import { killWhileErasing } from './erasure-kills.ts';

it('whoever was erased stays erased, though the plug is pulled while a copy of before is put in place', async () => {
  const report = await killWhileErasing({ kills: 4, seed: Number(process.env['PARVIS_SEED'] ?? 1) });
  expect(report.kills).toBe(4);
  expect(report.erased).toBeGreaterThanOrEqual(4);
}, 300_000);
