import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testClock } from '../../tests/support/ground.ts';
import { instantOf } from '../contract/time.ts';
import { all } from './core/db.ts';
import { type Desk, openDesk } from './desk.ts';

let folder: string;
let desk: Desk | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-renew-'));
});
afterEach(async () => {
  await desk?.close();
  desk = null;
  rmSync(folder, { recursive: true, force: true });
});

const open = async (day: string, demo: boolean): Promise<Desk> => {
  await desk?.close();
  desk = null;
  const clock = testClock(instantOf(day, 600, 'Europe/Paris'));
  desk = await openDesk({ folder, clock, appVersion: '0.0.0-test', demo });
  return desk;
};

const rows = (from: Desk, sql: string): unknown[] =>
  all(from.contextFor({ actorId: null, station: 'test' }).ground.db, sql);
const todayOf = (from: Desk): unknown =>
  rows(from, 'SELECT min(day) AS first, max(day) AS last FROM claims')[0];

describe('the demonstration', () => {
  it('is kept as it was left within its day', async () => {
    const first = await open('2026-11-23', true);
    const before = rows(first, 'SELECT count(*) AS n, max(seq) AS seq FROM journal');
    const again = await open('2026-11-23', true);
    expect(rows(again, 'SELECT count(*) AS n, max(seq) AS seq FROM journal')).toEqual(before);
    expect(existsSync(join(folder, 'precedente'))).toBe(false);
  });

  it('is made anew on another day, so that today is always full', async () => {
    await open('2026-11-23', true);
    const later = await open('2027-03-01', true);
    expect(todayOf(later)).toEqual({ first: '2027-02-15', last: '2027-04-05' });
    expect(readdirSync(join(folder, 'precedente')).sort()).toEqual(['parvis.db', 'parvis.keys']);
  });

  it('never touches a real house', async () => {
    const real = await open('2026-11-23', false);
    const { ground } = real.contextFor({ actorId: null, station: 'test' });
    ground.db.exec(
      `INSERT INTO house (id, version, name, zone, region, demo) VALUES (1, 1, 'Vraie', 'Europe/Paris', 'metropole', 0)`,
    );
    await expect(open('2026-11-24', true)).rejects.toThrow('Ce dossier contient une vraie maison');
    expect(existsSync(join(folder, 'precedente'))).toBe(false);
    const after = await open('2026-11-24', false);
    expect(rows(after, 'SELECT name FROM house')).toEqual([{ name: 'Vraie' }]);
  });
});
