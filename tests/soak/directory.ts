/**
 * Two million lines of an extraction taken into the directory of a running desk, over HTTP as a window does it, while
 * another desk books. Nothing of the file is on a disk: its lines are made as they are sent.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { DIRECTORY_PIECE, type DirectoryImportReport } from '../../src/contract/directory-import.ts';
import type { DeskClient } from '../support/client.ts';
import { type Line, rppsHeader, rppsLine, rppsNumber } from '../support/rpps-file.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';

const PROFESSIONS = [
  ['10', 'Médecin'],
  ['60', 'Infirmier'],
  ['70', 'Masseur-Kinésithérapeute'],
  ['21', 'Pharmacien'],
  ['40', 'Chirurgien-Dentiste'],
] as const;
const DEPARTEMENTS = 95;
/** Kept by the filter: two of ninety-five, some forty thousand people of two million lines. */
const KEPT = ['03', '63'];

const two = (n: number): string => String(n).padStart(2, '0');

/** Line n; every twelfth is a second place of the person before. */
const lineOf = (n: number): Line => {
  const who = n % 12 === 11 ? n - 1 : n;
  const departement = two(1 + (who % DEPARTEMENTS));
  const [code, label] = PROFESSIONS[who % PROFESSIONS.length] ?? PROFESSIONS[0];
  return {
    n: who,
    name: `FICTIF-${who.toString(36).toUpperCase()}`,
    given: 'CAMILLE',
    profession: [code, label],
    practice: `CABINET ${n % 9_000}`,
    postalCode: `${departement}${String(n % 800).padStart(3, '0')}`,
    commune: `VILLE INVENTEE ${n % 300}`,
    departement,
    phone: `0465${String(71_0000 + (n % 9_999)).padStart(6, '0')}`,
  };
};

const MARKS: Line = {
  n: 0,
  name: '<name>',
  given: 'CAMILLE',
  profession: ['<code>', '<label>'],
  practice: '<practice>',
  postalCode: '<postal>',
  commune: '<commune>',
  departement: '<departement>',
  phone: '<phone>',
};

/** The same line as `rppsLine`, a hundred times faster: only what differs is written into its place. */
const quickLine = (): ((n: number) => string) => {
  const parts = rppsLine('2026', MARKS)
    .replaceAll(rppsNumber(0), '<rpps>')
    .split(/(<[a-z]+>)/);
  return (n) => {
    const line = lineOf(n);
    const said: Readonly<Record<string, string | undefined>> = {
      '<rpps>': rppsNumber(line.n),
      '<name>': line.name,
      '<code>': line.profession?.[0],
      '<label>': line.profession?.[1],
      '<practice>': line.practice,
      '<postal>': line.postalCode,
      '<commune>': line.commune,
      '<departement>': line.departement,
      '<phone>': line.phone,
    };
    let text = '';
    for (const part of parts) text += said[part] ?? part;
    return text;
  };
};

/** Pieces of a file that never exists as a whole. */
function* piecesOf(lines: number): Generator<{ bytes: Uint8Array<ArrayBuffer>; last: boolean }> {
  const encoder = new TextEncoder();
  const line = quickLine();
  let text = `${rppsHeader('2026')}\n`;
  for (let n = 0; n < lines; n++) {
    text += `${line(n)}\n`;
    // An accent is two bytes: well below the limit in characters.
    if (text.length > DIRECTORY_PIECE * 0.9) {
      yield { bytes: encoder.encode(text), last: false };
      text = '';
    }
  }
  yield { bytes: encoder.encode(text), last: true };
}

/** Resident kilobytes of a process, from the system. */
const residentKb = (pid: number): number => {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0);
};

const childrenOf = (pid: number): number[] => {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean)
        .map(Number),
    );
  } catch {
    return [];
  }
};

/** The desk with all that it started, in mebibytes. */
const treeMib = (pid: number): number => {
  const all = [pid];
  for (const one of all) all.push(...childrenOf(one));
  return all.reduce((sum, one) => sum + residentKb(one), 0) / 1024;
};

interface Bookings {
  readonly count: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly worstMs: number;
}

const summed = (ms: readonly number[]): Bookings => {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { count: ms.length, medianMs: at(0.5), p95Ms: at(0.95), worstMs: at(1) };
};

/** Books a free place and gives it back, again and again, while `going`. @returns milliseconds of each booking */
const keepBooking = async (desk: DeskClient, going: () => boolean): Promise<number[]> => {
  const types = await desk.practice.appointmentTypes();
  const type = types.find((one) => one.profession === 'general-practitioner' && one.kind === 'regular');
  const [patient] = (await desk.patients.search({ text: 'dup mar 1952', limit: 1 })).patients;
  if (!type || !patient) throw new Error('the house is not the one expected');
  const { slots } = await desk.agenda.freeSlots({
    who: { kind: 'profession', profession: 'general-practitioner' },
    appointmentTypeId: type.id,
    patientId: patient.id,
    limit: 20,
  });
  const ms: number[] = [];
  for (let n = 0; going(); n++) {
    const slot = slots[n % slots.length];
    if (!slot) throw new Error('no free place');
    const { practitionerId, day, start } = slot;
    const since = performance.now();
    const { appointment } = await desk.agenda.book({
      practitionerId,
      day,
      start,
      appointmentTypeId: type.id,
      patientId: patient.id,
    });
    ms.push(performance.now() - since);
    await desk.agenda.cancel({
      id: appointment.id,
      version: appointment.version,
      by: 'house',
      reason: 'mesure',
    });
    await setTimeout(30);
  }
  return ms;
};

export interface DirectorySoak {
  readonly report: DirectoryImportReport;
  readonly seconds: number;
  readonly linesPerSecond: number;
  readonly idleMib: number;
  readonly peakMib: number;
  readonly aboveIdleMib: number;
  readonly whenIdle: Bookings;
  readonly meanwhile: Bookings;
  /** p95 of the bookings meanwhile to the same when idle. */
  readonly ratio: number;
}

const importInto = async (desk: DeskClient, lines: number): Promise<DirectoryImportReport> => {
  const { session } = await desk.directory.importBegin({
    name: 'PS_LibreAcces_Personne_activite_202610010000.txt',
    filter: { departements: KEPT, communes: [], professions: [] },
  });
  for (const { bytes, last } of piecesOf(lines))
    await desk.directory.importChunk({ session, bytes: new Blob([bytes]), last });
  return desk.directory.importApply({ session });
};

/** @throws Error when the import does not bring what the lines say */
export const soakDirectory = async (lines: number, idleBookings = 150): Promise<DirectorySoak> => {
  const desk: RunningDesk = await startDesk({ now: '2026-11-23T10:00+01:00', demo: true });
  try {
    const pid = desk.child.pid ?? 0;
    const booker = desk.as({ actorId: 1, station: 'Accueil 1' });
    const importer = desk.as({ actorId: 2, station: 'Accueil 2' });
    await booker.directory.search({ text: 'pharma' });
    let left = idleBookings;
    const whenIdle = summed(await keepBooking(booker, () => left-- > 0));
    const idleMib = treeMib(pid);
    let [peakMib, over] = [idleMib, false];
    const watching = (async () => {
      while (!over) {
        peakMib = Math.max(peakMib, treeMib(pid));
        await setTimeout(50);
      }
    })();
    const started = performance.now();
    const importing = importInto(importer, lines).finally(() => {
      over = true;
    });
    const meanwhile = summed(await keepBooking(booker, () => !over));
    const report = await importing;
    const seconds = (performance.now() - started) / 1000;
    await watching;
    expectWhole(report, lines);
    return {
      report: { ...report, refused: { ...report.refused, lines: report.refused.lines.slice(0, 3) } },
      seconds: Math.round(seconds * 10) / 10,
      linesPerSecond: Math.round(lines / seconds),
      idleMib: Math.round(idleMib),
      peakMib: Math.round(peakMib),
      aboveIdleMib: Math.round(peakMib - idleMib),
      whenIdle,
      meanwhile,
      ratio: Math.round((meanwhile.p95Ms / whenIdle.p95Ms) * 100) / 100,
    };
  } finally {
    await desk.stop();
  }
};

/** What the lines themselves say. */
const expectWhole = (report: DirectoryImportReport, lines: number): void => {
  let activities = 0;
  const people = new Set<number>();
  for (let n = 0; n < lines; n++) {
    const who = n % 12 === 11 ? n - 1 : n;
    if (!KEPT.includes(two(1 + (who % DEPARTEMENTS)))) continue;
    activities += 1;
    people.add(who);
  }
  const said = [report.lines, report.activities, report.persons, report.created, report.refused.count];
  const expected = [lines, activities, people.size, people.size, 0];
  if (JSON.stringify(said) !== JSON.stringify(expected))
    throw new Error(`the import says ${said.join(', ')} instead of ${expected.join(', ')}`);
};
