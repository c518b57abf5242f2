/** The morning: lines brought, corrected, made into something or set aside. Each of these is one commit, and twice is once. */
import type {
  PatientId,
  PractitionerId,
  ReturnBatchId,
  ReturnLineId,
  StaffId,
} from '../../../contract/ids.ts';
import type {
  AsideReason,
  LineCells,
  LineKind,
  ReturnLine,
  Settled,
} from '../../../contract/night-return.ts';
import { lineFields } from '../../../contract/night-return.ts';
import type { Day, Minute } from '../../../contract/time.ts';
import { bookWithin } from '../../agenda/service.ts';
import type { Call } from '../../core/actor.ts';
import { fail, failFields, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { refuseStale } from '../../core/stale.ts';
import { createPatientWithin } from '../../patients/service.ts';
import { dueFor } from '../../requests/rules/due.ts';
import { addWithin, openWithin } from '../../requests/service.ts';
import type { LineRead } from '../rules/line.ts';
import { typeFor } from '../rules/line.ts';
import { readTable } from '../rules/table.ts';
import { aboutIn, commentIn, wishIn } from '../rules/wording.ts';
import * as store from '../store/lines.ts';
import { type House, houseNow, peopleLike, readLines, readRow, sinceMidnight } from './reading.ts';

const staffOf = (tx: Tx): StaffId => tx.call.actor.id ?? fail('NO_ACTOR', {});

export const rowOf = (id: ReturnLineId): RowRef => ({ entity: 'return-line', id });

/** @throws DeskError INVALID_INPUT at `text`; then nothing of it is kept */
export const bring = (
  ground: Ground,
  call: Call,
  { key, text }: { key: string; text: string },
): { batchId: ReturnBatchId; lines: number } =>
  ground.write(call, (tx) => {
    const known = store.batchByKey(tx.db, key);
    if (known !== null) return { batchId: known, lines: store.linesOfBatch(tx.db, known).length };
    const read = readTable(text);
    if (!read.ok) return failFields({ path: 'text', code: read.code });
    const batchId = store.insertBatch(tx.db, { key, titles: read.titles, at: tx.now, by: staffOf(tx) });
    for (const [at, line] of read.lines.entries())
      store.insertLine(tx.db, { batchId, position: at + 1, key: null, ...line });
    tx.record({
      action: 'night-return.brought',
      rows: [{ entity: 'return-batch', id: batchId }],
      after: { lines: read.lines.length },
    });
    return { batchId, lines: read.lines.length };
  });

const lineOf = (ground: Ground, id: ReturnLineId): ReturnLine => {
  const { batchId } = store.lineById(ground.db, id);
  const lines = readLines(houseNow(ground, ground.clock.now()), store.linesOfBatch(ground.db, batchId));
  return found(
    lines.find((line) => line.id === id),
    'return-line',
  );
};

/** One line by hand: at the end of what came in today. @throws DeskError INVALID_INPUT when nothing is written in it */
export const typeLine = (
  ground: Ground,
  call: Call,
  { key, cells }: { key: string; cells: LineCells },
): ReturnLine => {
  const id = ground.write(call, (tx) => {
    const known = store.lineByKey(tx.db, key);
    if (known !== null) return known.id;
    if (lineFields.every((field) => cells[field].trim() === ''))
      failFields({ path: 'familyName', code: 'nobody' });
    const house = houseNow(ground, tx.now);
    const batchId =
      store.batchSince(tx.db, sinceMidnight(house)) ??
      store.insertBatch(tx.db, { key, titles: '', at: tx.now, by: staffOf(tx) });
    const position = store.linesOfBatch(tx.db, batchId).length + 1;
    const typed = lineFields.map((field) => cells[field]).join('\t');
    const line = store.insertLine(tx.db, { batchId, position, key, typed, cells });
    tx.record({ action: 'night-return.typed', rows: [rowOf(line)], after: store.lineById(tx.db, line) });
    return line;
  });
  return lineOf(ground, id);
};

interface Sent {
  readonly id: ReturnLineId;
  readonly version: number;
}

/** @returns null once it is settled: whoever asks again is answered as it stands. @throws DeskError STALE_VERSION, NOT_FOUND */
const stillWaiting = (tx: Tx, sent: Sent): store.LineRow | null => {
  const row = store.lineById(tx.db, sent.id);
  if (row.settled !== null) return null;
  refuseStale(tx.db, 'return-line', row, { id: sent.id, version: sent.version });
  return row;
};

/** Settled meanwhile, it stays as it is. @throws DeskError STALE_VERSION, NOT_FOUND */
export const correct = (
  ground: Ground,
  call: Call,
  { cells, ...sent }: Sent & { cells: LineCells },
): ReturnLine => {
  ground.write(call, (tx) => {
    const before = stillWaiting(tx, sent);
    if (before === null) return;
    const after = store.saveLine(tx.db, { ...before, cells });
    tx.record({
      action: 'night-return.corrected',
      rows: [rowOf(after.id)],
      before,
      after,
      undoable: true,
    });
  });
  return lineOf(ground, sent.id);
};

const settledAs = (tx: Tx, what: Settled['what'], more: Partial<Settled>): Settled => ({
  what,
  requestId: null,
  callbackId: null,
  appointmentId: null,
  reason: null,
  at: tx.now,
  by: staffOf(tx),
  ...more,
});

/** @throws DeskError STALE_VERSION, NOT_FOUND */
export const setAside = (
  ground: Ground,
  call: Call,
  { reason, ...sent }: Sent & { reason: AsideReason },
): ReturnLine => {
  ground.write(call, (tx) => {
    const before = stillWaiting(tx, sent);
    if (before === null) return;
    const after = store.saveLine(tx.db, { ...before, settled: settledAs(tx, 'aside', { reason }) });
    tx.record({ action: 'night-return.aside', rows: [rowOf(after.id)], before, after, undoable: true });
  });
  return lineOf(ground, sent.id);
};

export interface Settling extends Sent {
  readonly what: LineKind;
  readonly patientId: PatientId | null;
  readonly confirmedNew: boolean;
  readonly place?: { practitionerId: PractitionerId; day: Day; start: Minute } | undefined;
}

interface Becoming {
  readonly settled: Settled;
  /** Taken back with what it made, by that act's own way back. */
  readonly linked: boolean;
  readonly undoable: boolean;
}

const callerOf = ({ familyName, givenName }: LineRead): string | null =>
  `${familyName} ${givenName}`.trim().slice(0, 120) || null;

const asRequest = (tx: Tx, row: store.LineRow, read: LineRead, patientId: PatientId | null): Becoming => {
  const { row: request, continued } = openWithin(tx, {
    nature: read.nature,
    origin: 'telesecretariat',
    patientId,
    callerName: patientId === null ? callerOf(read) : null,
    practitionerId: read.practitionerId,
    ...(read.message === null ? {} : { message: read.message }),
    wish: wishIn(row.cells, patientId === null) || null,
  });
  const settled = settledAs(tx, 'request', { requestId: request.id });
  // What was asked before stands without this line: an older request is not closed because a line was a mistake.
  return { settled, linked: false, undoable: !(continued && request.openedAt !== tx.now) };
};

const asCallback = (
  tx: Tx,
  house: House,
  row: store.LineRow,
  read: LineRead,
  patientId: PatientId | null,
): Becoming => {
  const callback = addWithin(tx, {
    patientId,
    callerName: patientId === null ? callerOf(read) : null,
    phone: row.cells.phone || null,
    about: aboutIn(row.cells) || null,
    due: dueFor({ nature: 'message', message: read.message }, tx.now, house.zone, house.isWorkingDay),
    ...(read.practitionerId === null
      ? {}
      : { owner: { kind: 'practitioner', practitionerId: read.practitionerId } }),
  });
  return { settled: settledAs(tx, 'callback', { callbackId: callback.id }), linked: true, undoable: false };
};

/** Nobody known: a record of her own, provisional. Whoever looks alike was shown, and somebody said that it is another. */
const recordFor = (tx: Tx, row: store.LineRow, read: LineRead, confirmedNew: boolean): PatientId =>
  createPatientWithin(tx, {
    confirmedNew,
    patient: {
      birthName: read.familyName,
      usedName: null,
      givenNames: read.givenName,
      usedGivenName: null,
      birth: read.birth,
      sex: 'unknown',
      identity: 'provisional',
      phones: row.cells.phone === '' ? [] : [row.cells.phone],
      email: null,
      address: null,
      postalCode: null,
      city: null,
      attendingDoctor: { kind: 'unknown' },
      needs: [],
      note: null,
    },
  }).id;

const asAppointment = (
  tx: Tx,
  house: House,
  row: store.LineRow,
  read: LineRead,
  { patientId, confirmedNew, place: chosen }: Settling,
): Becoming => {
  const place = chosen ?? read.place ?? failFields({ path: 'start', code: 'hour-missing' });
  const whom = found(
    house.facts.practitioners.find(({ id }) => id === place.practitionerId),
    'practitioner',
  );
  const type =
    typeFor(whom, house.facts.types, row.cells.matter) ?? failFields({ path: 'whom', code: 'no-type' });
  const { appointment } = bookWithin(tx, {
    practitionerId: place.practitionerId,
    day: place.day,
    start: place.start,
    appointmentTypeId: type.id,
    patientId: patientId ?? recordFor(tx, row, read, confirmedNew),
    ...commentIn(row.cells, type.name),
    acceptPatientBusy: false,
  });
  const settled = settledAs(tx, 'appointment', { appointmentId: appointment.id });
  return { settled, linked: true, undoable: false };
};

const becomes = (tx: Tx, house: House, row: store.LineRow, read: LineRead, sent: Settling): Becoming => {
  switch (sent.what) {
    case 'request':
      return asRequest(tx, row, read, sent.patientId);
    case 'callback':
      return asCallback(tx, house, row, read, sent.patientId);
    case 'appointment':
      return asAppointment(tx, house, row, read, sent);
  }
};

/** Another place makes good what is wrong with the one that was typed. */
const MENDED_BY_PLACE = ['whom', 'day', 'start'];

/**
 * @throws DeskError INVALID_INPUT at the line's own fields, RESEMBLES, SLOT_TAKEN, OUTSIDE_HOURS, PATIENT_BUSY,
 * STALE_VERSION, NOT_FOUND; then the line waits as before
 */
export const settle = (ground: Ground, call: Call, sent: Settling): ReturnLine => {
  ground.write(call, (tx) => {
    const before = stillWaiting(tx, sent);
    if (before === null) return;
    const house = houseNow(ground, tx.now);
    const read = readRow(house, before, sent.what);
    const problems = read.problems.filter(
      ({ field }) => sent.place === undefined || !MENDED_BY_PLACE.includes(field),
    );
    if (sent.what === 'callback' && sent.patientId === null && before.cells.phone === '')
      problems.push({ field: 'phone', code: 'nobody-to-call' });
    if (problems.length > 0) failFields(...problems.map(({ field, code }) => ({ path: field, code })));
    if (sent.patientId === null && !sent.confirmedNew) {
      const alike = peopleLike(tx.db, read, before.cells.phone);
      if (alike.length > 0) fail('RESEMBLES', { patientIds: alike.map(({ patient }) => patient.id) });
    }
    const { settled, linked, undoable } = becomes(tx, house, before, read, sent);
    const after = store.saveLine(tx.db, { ...before, settled });
    tx.record({
      action: linked ? 'night-return.linked' : 'night-return.settled',
      rows: [rowOf(after.id)],
      before,
      after,
      ...(undoable ? { undoable: true } : {}),
    });
  });
  return lineOf(ground, sent.id);
};
