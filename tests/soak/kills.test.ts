import { describe, expect, it } from 'vitest';
import { killWhileBooking } from './kills.ts';

describe('a desk whose plug is pulled while it books', () => {
  it('has lost nothing that it acknowledged, twelve times in a row', async () => {
    const report = await killWhileBooking({ kills: 12, seed: Number(process.env['PARVIS_SEED'] ?? 1) });
    expect(report.kills).toBe(12);
    // Nothing would be shown by a desk that never got to book.
    expect(report.acknowledged).toBeGreaterThan(20);
  }, 300_000);
});
