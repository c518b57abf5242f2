import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../src/contract/exchange.ts';
import { openDesk } from '../../src/main/desk.ts';
import type { DeskClient } from '../support/client.ts';
import { testClock } from '../support/ground.ts';
import { runImport } from '../support/import-run.ts';
import { sharedData } from '../support/shared-data.ts';

// The export of a real house is too large for the repository: see tests/support/shared-data.ts.
const former = sharedData('former-agenda');

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'parvis-house-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

/** The board of Monday 23 November 2026, as the reception sees it. */
const monday = async () => {
  const desk = await openDesk({ folder: data, clock: testClock(), appVersion: '0.0.0-test' });
  try {
    const as = (actorId: number | null) =>
      createRouterClient(desk.router, {
        context: () => desk.contextFor({ actorId, station: 'Accueil 1' }),
      }) as unknown as DeskClient;
    const staff = await as(null).people.list();
    const reception = as(staff.find(({ initials }) => initials === 'AC')?.id ?? null);
    const columns = await reception.practice.practitioners();
    const [day] = await reception.agenda.range({ from: '2026-11-23', to: '2026-11-23' });
    return {
      staff: staff.length,
      columns: columns.length,
      shown: day?.columns.length,
      unreadable: day?.unreadable,
      appointments: day?.appointments.length,
    };
  } finally {
    await desk.close();
  }
};

/** Of the file itself, but for refused lines, and cancelled ones, which the board leaves aside. */
const linesOfMonday = (folder: string, { appointments }: Pick<ImportReport, 'appointments'>): number => {
  const refused = new Set(appointments.rejected.map(({ code }) => code));
  return readFileSync(join(folder, 'rendez-vous.csv'), 'latin1')
    .split('\r\n')
    .map((line) => line.split(';'))
    .filter(([code = '', , , day]) => day === '23/11/2026' && !refused.has(code))
    .filter(([, , , , , , , status]) => status !== 'Annulé').length;
};

describe('a whole house', () => {
  it(former === null
    ? 'is not on this machine: only the excerpt was taken over'
    : 'comes out as expected, then sits side by side on Monday 23 November 2026; a second time changes nothing', {
    timeout: 300_000,
  }, async () => {
    if (former === null) return;
    const expected = JSON.parse(readFileSync(join(former, 'expected.json'), 'utf8')) as object;
    const first = await runImport(data, [former, '--json']);
    const { warnings, ...report } = JSON.parse(first.out) as ImportReport;
    expect([first.code, report]).toEqual([0, expected]);
    expect(
      Object.fromEntries(Object.entries(warnings).map(([reason, codes]) => [reason, codes.length])),
    ).toEqual({ 'alternate-weeks-anchored': 6, 'outside-opening-hours': 11 });
    // 12 practitioners, 16 types, 102 opening hours, 9,100 people, 56,259 appointments.
    expect(first.err).toContain('Repris\u00a0: 65\u202f489\u00a0créés, 0 mis à jour');

    expect(await monday()).toEqual({
      staff: 13,
      columns: 12,
      shown: 12,
      unreadable: [],
      appointments: linesOfMonday(former, report),
    });

    const again = await runImport(data, [former, '--json']);
    expect(again.err).toBe('Rien n’a changé\u00a0: tout était déjà repris (65\u202f489\u00a0lignes).\n');
  });
});
