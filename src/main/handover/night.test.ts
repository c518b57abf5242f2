/** The evening's hand-over on a real encrypted file: what is gathered, what is kept of what was typed, what is journalled. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import { addOpening, DUPONT, fixtureDb, MARTIN, NGUYEN, PETIT } from '../../../tests/support/agenda-house.ts';
import { clara, louis, openRequestsDesk, type RequestsDesk } from '../../../tests/support/requests-desk.ts';
import { cancel, unscheduledDays, unscheduledLeft } from '../agenda/service.ts';
import { run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { addAbsence } from '../practice/service/absences.ts';
import { setPolicy } from '../refusals/service.ts';
import * as handover from './service.ts';

let desk: RequestsDesk;
beforeEach(() => {
  desk = openRequestsDesk();
  desk.at('2026-11-23', 18 * 60);
});
afterEach(() => desk.shut());

const tonight = () => handover.tonight(desk.ground);
const save = (words: Parameters<typeof handover.saveWords>[2], call = clara) =>
  handover.saveWords(desk.ground, call, words);
const give = (more: Partial<Parameters<typeof handover.give>[2]> = {}) =>
  handover.give(desk.ground, clara, {
    words: tonight().words,
    names: 'full',
    as: 'text',
    ...more,
  });

describe('what is typed for the night', () => {
  it('is kept as a draft: the next look at it, from any desk, finds it', () => {
    expect(tonight().words).toEqual({ version: 0, note: '', onCall: '' });
    save({ version: 0, note: 'Parking fermé', onCall: 'Dr Petit' });
    expect(tonight().words).toEqual({ version: 1, note: 'Parking fermé', onCall: 'Dr Petit' });
  });

  it('of last night is not proposed again; who is on call is', () => {
    save({ version: 0, note: 'Parking fermé', onCall: 'Dr Petit' });
    desk.at('2026-11-24', 18 * 60);
    expect(tonight().words).toEqual({ version: 1, note: '', onCall: 'Dr Petit' });
  });

  it('never overwrites what another desk wrote in between', () => {
    save({ version: 0, note: 'Parking fermé', onCall: '' });
    save({ version: 1, note: 'Parking ouvert', onCall: '' }, louis);
    expect(refused(() => save({ version: 1, note: 'Digicode changé', onCall: '' }))).toEqual({
      code: 'STALE_VERSION',
      data: { version: 2, changed: ['note'] },
    });
    expect(tonight().words.note).toBe('Parking ouvert');
  });

  it('sent twice is written once', () => {
    save({ version: 0, note: 'Parking fermé', onCall: '' });
    save({ version: 0, note: 'Parking fermé', onCall: '' });
    expect(desk.actions()).toEqual(['handover.worded']);
  });
});

describe('what is handed over', () => {
  it('gathers standing instructions, unscheduled places, calls and whoever has to be warned', async () => {
    const db = fixtureDb(desk.ground);
    addOpening(db, { practitionerId: PETIT, weekday: 2, start: 760, end: 790, kind: 'unscheduled' });
    setPolicy(desk.ground, clara, {
      practitionerId: NGUYEN,
      state: 'open',
      quotaPerMonth: null,
      conditions: [],
      visitSector: null,
      validFrom: '2026-11-23',
      reviewOn: '2027-05-23',
      ground: null,
      groundOnPaper: false,
      situations: [],
      instructions: 'Pas de certificat le lundi.',
      whoSorts: 'reception',
    });
    const request = desk.open({ patientId: DUPONT });
    const booked = desk.book(request, { day: '2026-11-24', start: 600 }).appointment;
    desk.promise({ patientId: MARTIN, about: 'résultat', due: desk.clock.now() - 60_000 });
    addAbsence(desk.ground, clara, {
      practitionerId: NGUYEN,
      fromDay: '2026-11-24',
      toDay: '2026-11-24',
      start: null,
      end: null,
      reason: 'sick',
      note: null,
    });

    const shown = tonight();
    expect(shown.reopens).toBe('2026-11-24');
    expect(shown.counts).toEqual({ instructions: 1, unscheduled: 1, callbacks: 1, late: 1, toWarn: 1 });
    const { text, pdf } = await give();
    expect(pdf).toBe(null);
    for (const part of ['Pas de certificat', 'MARTIN Jean', 'DUPONT Marie', 'praticien absent'])
      expect(text).toContain(part);

    cancel(desk.ground, clara, { id: booked.id, version: booked.version, by: 'practitioner' });
    expect((await give()).text).toContain('annulé par la maison');
  });

  it('no longer asks to warn whoever has another appointment: she was spoken to', () => {
    const first = desk.book(desk.open({ patientId: DUPONT }), { day: '2026-11-24', start: 600 }).appointment;
    cancel(desk.ground, clara, { id: first.id, version: first.version, by: 'house' });
    expect(tonight().counts.toWarn).toBe(1);
    desk.book(desk.open({ patientId: DUPONT }), { day: '2026-11-26', start: 600 });
    expect(tonight().counts.toWarn).toBe(0);
  });

  it('asks to warn nobody who called it off herself', () => {
    const first = desk.book(desk.open({ patientId: DUPONT }), { day: '2026-11-24', start: 600 }).appointment;
    cancel(desk.ground, clara, { id: first.id, version: first.version, by: 'patient' });
    expect(tonight().counts.toWarn).toBe(0);
  });

  it('on a Friday looks as far as Monday, whose places it offers', () => {
    addOpening(fixtureDb(desk.ground), {
      practitionerId: NGUYEN,
      weekday: 1,
      start: 760,
      end: 790,
      kind: 'unscheduled',
    });
    desk.book(desk.open({ patientId: DUPONT }), { day: '2026-11-30', start: 600 });
    run(
      fixtureDb(desk.ground),
      `INSERT INTO absences (version, practitioner_id, from_day, to_day, reason) VALUES (1, ?, '2026-11-30', '2026-11-30', 'sick')`,
      [NGUYEN],
    );
    addOpening(fixtureDb(desk.ground), {
      practitionerId: PETIT,
      weekday: 1,
      start: 760,
      end: 820,
      kind: 'unscheduled',
    });
    desk.at('2026-11-27', 18 * 60);
    const shown = tonight();
    expect([shown.reopens, shown.counts.unscheduled, shown.counts.toWarn]).toEqual(['2026-11-30', 3, 1]);
  });

  it('names the hours of exactly the places that the reserve counts', () => {
    addOpening(fixtureDb(desk.ground), {
      practitionerId: NGUYEN,
      weekday: 2,
      start: 760,
      end: 805,
      kind: 'unscheduled',
    });
    const [left] = unscheduledLeft(desk.ground, '2026-11-24');
    expect(left).toEqual({
      practitionerId: NGUYEN,
      places: [
        { start: 760, end: 775 },
        { start: 775, end: 790 },
        { start: 790, end: 805 },
      ],
    });
    const [day] = unscheduledDays(desk.ground, { from: '2026-11-24', to: '2026-11-24' });
    expect(day?.left).toBe(3);
  });

  it('is journalled with how much, never with what or whom; and keeps the words in the same act', async () => {
    desk.promise({ patientId: MARTIN, about: 'résultat' });
    const { words } = await give({ words: { version: 0, note: 'Parking fermé', onCall: 'Dr Petit' } });
    expect(words).toEqual({ version: 1, note: 'Parking fermé', onCall: 'Dr Petit' });
    const given = since(desk.ground.db, 0).at(-1);
    expect(given).toMatchObject({ action: 'handover.given', actor: 'CM', undoable: false });
    expect(given?.after).toEqual({
      day: '2026-11-23',
      reopens: '2026-11-24',
      names: 'full',
      as: 'text',
      instructions: 0,
      unscheduled: 0,
      callbacks: 1,
      late: 0,
      toWarn: 0,
    });
    expect(refused(() => desk.undo())).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });
});
