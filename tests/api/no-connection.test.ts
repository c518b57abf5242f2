/**
 * The running desk talks to nobody: no telemetry, no crash upload, no update check. Its own process and each of its workers
 * are watched from before their first line, and on Linux the kernel's own list of their sockets as well, through a whole day.
 */
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { colleague } from '../support/directory-drafts.ts';
import { draft } from '../support/patient-drafts.ts';
import { rppsText, SMALL } from '../support/rpps-file.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';

interface Seen {
  readonly thread: number;
  readonly what: string;
  readonly where: string | null;
}

const guard = pathToFileURL(join(import.meta.dirname, '../support/no-network.mjs')).href;
const folder = mkdtempSync(join(tmpdir(), 'parvis-reseau-'));
const seenFile = join(folder, 'seen.jsonl');
let desk: RunningDesk | null = null;

afterEach(async () => {
  await desk?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const seen = (): Seen[] =>
  readFileSync(seenFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Seen);

/** Every socket that the kernel knows of this process: where it listens, and whom it talks to. */
const socketsOf = (
  pid: number,
): { readonly local: string; readonly remote: string; readonly listens: boolean }[] => {
  if (process.platform !== 'linux') return [];
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        // Closed meanwhile.
        return [];
      }
    }),
  );
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/${pid}/net/${kind}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((parts) => inodes.has(parts[9] ?? ''))
      .map(([, local = '', remote = '', state]) => ({
        local: `${kind} ${local}`,
        remote,
        listens: state === '0A',
      })),
  );
};

/** 127.0.0.1 as the kernel writes it. */
const LOOPBACK = /^tcp 0100007F:/;

const wholeDay = async (running: RunningDesk): Promise<void> => {
  const everybody = await running.as({}).people.list();
  const one = (role: string) => everybody.find((staff) => staff.role === role && staff.active)?.id ?? 0;
  const [desk_, referent] = [
    running.as({ actorId: one('reception') }),
    running.as({ actorId: one('coordinator') }),
  ];
  const type = (await desk_.practice.appointmentTypes()).find(
    ({ profession, kind, active }) => active && kind === 'regular' && profession === 'general-practitioner',
  );
  if (type === undefined) throw new Error('the fictitious house is empty');
  const { id } = await desk_.patients.create({
    patient: draft('Quenouille', 'Philomène', { phones: ['06 39 98 42 71'] }),
    confirmedNew: true,
  });
  const { slots } = await desk_.agenda.freeSlots({
    who: { kind: 'profession', profession: 'general-practitioner' },
    appointmentTypeId: type.id,
    from: '2026-11-24',
  });
  const [slot] = slots;
  if (slot === undefined) throw new Error('nothing is free');
  await desk_.agenda.book({
    practitionerId: slot.practitionerId,
    day: slot.day,
    start: slot.start,
    appointmentTypeId: type.id,
    patientId: id,
  });
  await desk_.agenda.printDay({
    day: '2026-11-24',
    practitionerId: null,
    names: 'full',
    phones: true,
    comments: false,
    apart: false,
    as: 'pdf',
  });
  const asked = await desk_.requests.open({
    nature: 'registration',
    patientId: id,
    profession: 'general-practitioner',
  });
  await desk_.requests.close({ id: asked.id, version: asked.version, outcome: { kind: 'withdrawn' } });
  await desk_.directory.create(colleague());
  const name = 'PS_LibreAcces_Personne_activite_202610010000.txt';
  const bytes = new Blob([rppsText('2026', SMALL)]);
  const { session } = await desk_.directory.importBegin({
    name,
    filter: { departements: ['03'], communes: [], professions: [] },
  });
  await desk_.directory.importChunk({ session, bytes, last: true });
  await desk_.directory.importApply({ session });
  await desk_.copies.make();
  await desk_.copies.prove();
  await referent.privacy.export({ about: { kind: 'patient', id } });
};

it('a whole day at the desk opens one address, on this PC, and reaches for none', async () => {
  const before = { options: process.env['NODE_OPTIONS'], seen: process.env['PARVIS_NETWORK_SEEN'] };
  process.env['NODE_OPTIONS'] = `${before.options ?? ''} --import ${guard}`.trim();
  process.env['PARVIS_NETWORK_SEEN'] = seenFile;
  try {
    desk = await startDesk({ now: '2026-11-23T10:00+01:00', demo: true });
  } finally {
    if (before.options === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = before.options;
    delete process.env['PARVIS_NETWORK_SEEN'];
  }
  const { pid = 0 } = desk.child;
  const sockets: ReturnType<typeof socketsOf> = [];
  const look = (): void => {
    sockets.push(...socketsOf(pid));
  };
  const looking = setInterval(look, 20);
  try {
    await wholeDay(desk);
    look();
  } finally {
    clearInterval(looking);
  }
  const { url } = desk;
  await desk.stop();
  desk = null;

  const attempts = seen();
  expect(attempts.filter(({ what }) => what !== 'watching' && what !== 'listening')).toEqual([]);
  // The program and those that print, copy, prove and read files for it: each was watched.
  expect(
    new Set(attempts.filter(({ what }) => what === 'watching').map(({ thread }) => thread)).size,
  ).toBeGreaterThan(3);
  const listening = attempts
    .filter(({ what }) => what === 'listening')
    .map(({ where }) => JSON.parse(where ?? '{}'));
  expect(listening).toEqual([{ address: '127.0.0.1', family: 'IPv4', port: Number(new URL(url).port) }]);
  if (process.platform === 'linux') {
    const port = Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0');
    expect(sockets.some(({ listens }) => listens)).toBe(true);
    // Whatever is not the door itself is somebody who came in by it, from this PC.
    expect(sockets.filter(({ local }) => local !== `tcp 0100007F:${port}`)).toEqual([]);
    expect(
      sockets.filter(
        ({ local, remote, listens }) =>
          !LOOPBACK.test(local) || (!listens && !remote.startsWith('0100007F:')),
      ),
    ).toEqual([]);
  }
}, 120_000);
