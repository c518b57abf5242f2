/** A feverish child, from the first word to an appointment or to the 15, on a real house. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booking, MONDAY, refused } from '../../../tests/support/agenda-desk.ts';
import {
  addOpening,
  BERNARD,
  clara,
  DUPONT,
  fixtureDb,
  MARTIN,
  NGUYEN,
  PETIT,
  UNSCHEDULED,
} from '../../../tests/support/agenda-house.ts';
import { colleague } from '../../../tests/support/directory-drafts.ts';
import { openRequestsDesk, type RequestsDesk } from '../../../tests/support/requests-desk.ts';
import type { DirectoryDraft } from '../../contract/directory.ts';
import type { RequestId } from '../../contract/ids.ts';
import type { UrgencyAct } from '../../contract/urgency.ts';
import * as agenda from '../agenda/service.ts';
import { all } from '../core/db.ts';
import { createEntry } from '../directory/service.ts';
import * as reserve from '../practice/service/reserve.ts';
import * as redirections from '../redirections/service.ts';
import * as urgency from '../urgency/service.ts';
import * as service from './service.ts';

let desk: RequestsDesk;
beforeEach(() => {
  desk = openRequestsDesk();
  for (const weekday of [1, 2, 3, 4, 5]) {
    addOpening(fixtureDb(desk.ground), {
      practitionerId: NGUYEN,
      weekday,
      start: 690,
      end: 750,
      kind: 'unscheduled',
    });
    addOpening(fixtureDb(desk.ground), {
      practitionerId: PETIT,
      weekday,
      start: 1020,
      end: 1080,
      kind: 'unscheduled',
    });
  }
  desk.at(MONDAY, 600);
});
afterEach(() => desk.shut());

const said = (requestId: RequestId, what: UrgencyAct = 'ruled-out') =>
  urgency.record(desk.ground, clara, {
    key: randomUUID(),
    at: desk.clock.now(),
    what,
    requestId,
    requestOpenedAt:
      all<{ at: number }>(desk.ground.db, 'SELECT opened_at AS at FROM requests WHERE id = ?', [requestId])[0]
        ?.at ?? null,
    practitionerId: null,
    staffId: null,
    cardId: null,
    followsKey: null,
  });
const asked = (patientId = DUPONT) => {
  const request = desk.open({ nature: 'unscheduled', patientId });
  said(request.id);
  return request;
};
const walk = (requestId: RequestId) => service.walk(desk.ground, clara, requestId);
const ticks = () =>
  all<{ step: string; what: string }>(desk.ground.db, 'SELECT step, what FROM cascade_ticks ORDER BY id').map(
    ({ step, what }) => `${step} ${what}`,
  );
/** Nothing is free with anybody until that minute. */
const fillMorning = () => {
  for (const practitionerId of [NGUYEN, PETIT])
    desk.ground.write(clara, (tx) => {
      const minutes = 150;
      agenda.bookWithin(
        tx,
        booking({
          practitionerId,
          day: MONDAY,
          start: 600,
          minutes,
          patientId: BERNARD,
          acceptPatientBusy: true,
          override: { reason: 'essai', taken: true },
        }),
      );
    });
};

describe('the cascade', () => {
  it('is not shown before urgency is ruled out, nor while a doubt waits', () => {
    const request = desk.open({ nature: 'unscheduled', patientId: DUPONT });
    expect(refused(() => walk(request.id)).code).toBe('URGENCY_NOT_RULED_OUT');
    said(request.id, 'doubt');
    said(request.id);
    expect(refused(() => walk(request.id)).code).toBe('URGENCY_NOT_RULED_OUT');
    expect(ticks()).toEqual([]);
  });

  it('is for unscheduled care only, and for a request that is still open', () => {
    const other = desk.open({ patientId: DUPONT });
    said(other.id);
    expect(refused(() => walk(other.id))).toEqual({ code: 'CONFLICT', data: { reason: 'not-unscheduled' } });
    const closed = asked(MARTIN);
    desk.close(closed, { kind: 'withdrawn' });
    expect(refused(() => walk(closed.id))).toEqual({ code: 'CONFLICT', data: { reason: 'request-closed' } });
  });

  it('begins with her own doctor this half-day, then colleagues, then this afternoon, then up to 48 hours', () => {
    const { current, steps, nextHalfDay, late, ownDoctorId } = walk(asked().id);
    expect([current, late, ownDoctorId]).toEqual(['own-doctor', false, NGUYEN]);
    expect(nextHalfDay).toEqual({ day: MONDAY, half: 'afternoon' });
    const first = (kind: string) => steps.find((step) => step.kind === kind)?.slots[0];
    expect(first('own-doctor')).toMatchObject({ practitionerId: NGUYEN, start: 600, ownDoctor: true });
    expect(first('colleagues')).toMatchObject({ practitionerId: PETIT, day: MONDAY });
    expect(first('next-half-day')).toMatchObject({ practitionerId: NGUYEN, day: MONDAY, start: 840 });
    expect(first('within-48h')).toMatchObject({ practitionerId: NGUYEN, day: '2026-11-24' });
    expect(ticks()).toEqual([]);
  });

  it('ticks what has nothing to offer with its hour, once, and goes on to the first step that has', () => {
    fillMorning();
    const { id } = asked();
    expect(walk(id).current).toBe('next-half-day');
    walk(id);
    expect(ticks()).toEqual(['own-doctor nothing', 'colleagues nothing']);
    expect(walk(id).steps[0]?.tick).toEqual({ what: 'nothing', at: desk.clock.now(), by: 1 });
  });

  it('a colleague’s reserve is offered only where she allows it', () => {
    const afternoon = () => {
      const { steps } = walk(asked().id);
      return (
        steps
          .find(({ kind }) => kind === 'next-half-day')
          ?.slots.filter((slot) => slot.kind === 'unscheduled') ?? []
      );
    };
    desk.at(MONDAY, 700);
    // Everything else of the afternoon is taken.
    for (const [practitionerId, minutes] of [
      [NGUYEN, 240],
      [PETIT, 180],
    ] as const)
      desk.ground.write(clara, (tx) => {
        agenda.bookWithin(
          tx,
          booking({
            practitionerId,
            day: MONDAY,
            start: 840,
            minutes,
            patientId: BERNARD,
            acceptPatientBusy: true,
          }),
        );
      });
    expect(afternoon()).toEqual([]);
    reserve.setRule(desk.ground, clara, { practitionerId: PETIT, version: 0, shares: true, keeps: false });
    expect(afternoon().map(({ practitionerId, start }) => [practitionerId, start])).toEqual([
      [PETIT, 1020],
      [PETIT, 1040],
      [PETIT, 1060],
    ]);
  });

  it('what is declined is ticked and passed, once however often it is pressed; the 15 is never passed', () => {
    const { id } = asked();
    const pass = (step: Parameters<typeof service.pass>[2]['step']) =>
      service.pass(desk.ground, clara, { requestId: id, step });
    expect(pass('own-doctor').current).toBe('colleagues');
    expect(pass('own-doctor').current).toBe('colleagues');
    for (const step of ['colleagues', 'next-half-day', 'within-48h', 'outside'] as const) pass(step);
    expect(pass('callback').current).toBe('fifteen');
    expect(ticks()).toEqual([
      'own-doctor declined',
      'colleagues declined',
      'next-half-day declined',
      'within-48h declined',
      'outside nothing',
      'callback nothing',
    ]);
    expect(refused(() => pass('fifteen'))).toEqual({ code: 'CONFLICT', data: { reason: 'last-step' } });
  });

  it('shows the CPTS line once the house has one, and always whom to ring when it is closed', () => {
    const { id } = asked();
    expect(walk(id).outside).toEqual([{ kind: 'out-of-hours', name: null, phone: '15' }]);
    reserve.saveSettings(desk.ground, clara, {
      version: 1,
      releaseAt: null,
      sorterId: PETIT,
      cptsName: 'CPTS fictive',
      cptsPhone: '01 99 00 00 11',
    });
    const { outside, sorterId } = walk(id);
    expect(outside[0]).toEqual({ kind: 'cpts', name: 'CPTS fictive', phone: '01 99 00 00 11' });
    expect(sorterId).toBe(PETIT);
  });

  it('shows who gives such appointments outside, with a number; whoever said « complet » comes last', () => {
    const { id } = asked();
    const entered = (name: string, more: Partial<DirectoryDraft> = {}) =>
      createEntry(
        desk.ground,
        clara,
        colleague({ name, takesUnscheduled: 'yes', publicPhone: '04 65 71 10 00', ...more }),
      ).entry.id;
    const full = entered('Aubain');
    const free = entered('Zénith');
    entered('Sans-Numéro', { publicPhone: null });
    entered('Soins', { profession: 'nurse' });
    entered('Autre', { takesUnscheduled: 'unknown' });
    const names = () =>
      walk(id).outside.map((help) => (help.kind === 'directory' ? help.entry.id : help.kind));
    expect(names()).toEqual([full, free, 'out-of-hours']);
    const sent = desk.open({ patientId: MARTIN });
    const { id: sentTo, version } = redirections.start(desk.ground, clara, {
      request: { id: sent.id, version: sent.version },
      redirection: {
        to: { kind: 'entry', entryId: full, despite: null },
        how: 'phone',
        due: desk.clock.now() + 24 * 3_600_000,
      },
    });
    redirections.step(desk.ground, clara, { id: sentTo, version, step: 'full' });
    expect(names()).toEqual([free, full, 'out-of-hours']);
  });
});

describe('booking from the cascade', () => {
  const book = (
    request: { id: RequestId; version: number },
    more: Partial<ReturnType<typeof booking>> = {},
  ) =>
    service.book(desk.ground, clara, {
      id: request.id,
      version: request.version,
      step: 'own-doctor',
      booking: booking({ day: MONDAY, start: 690, appointmentTypeId: UNSCHEDULED, ...more }),
    });

  it('books, closes the request and ticks the step with one commit; nothing of it when the place went', () => {
    const request = asked();
    desk.ground.write(clara, (tx) => {
      agenda.bookWithin(
        tx,
        booking({ day: MONDAY, start: 690, appointmentTypeId: UNSCHEDULED, patientId: BERNARD }),
      );
    });
    expect(refused(() => book(request)).code).toBe('SLOT_TAKEN');
    expect(ticks()).toEqual([]);
    const booked = book(request, { start: 705 });
    expect(booked.request.outcome).toEqual({ kind: 'appointment', appointmentId: booked.appointment.id });
    expect(booked.advice.readBack).toBe(
      'aujourd’hui lundi 23 novembre à 11\u00a0h\u00a045 avec le Dr\u00a0Nguyen',
    );
    expect(booked.advice.where).toBe('Maison de santé fictive');
    expect(ticks()).toEqual(['own-doctor booked']);
  });

  it('Ctrl+Z opens the request again, and its step is to be tried again', () => {
    const request = asked();
    book(request);
    desk.undo();
    const { current, steps } = walk(request.id);
    expect(current).toBe('own-doctor');
    expect(steps[0]?.tick).toBeNull();
  });

  it('counts by its door only once the patient was seen', () => {
    const request = desk.open({ nature: 'unscheduled', patientId: DUPONT, origin: 'pharmacy' });
    said(request.id);
    const { appointment } = book(request);
    const counts = () => service.counts(desk.ground, { from: MONDAY, to: MONDAY });
    expect(counts()).toEqual([{ origin: 'pharmacy', booked: 1, seen: 0, within48h: 0 }]);
    const say = (at: { id: number; version: number }, status: 'arrived' | 'in-progress') =>
      agenda.setStatus(desk.ground, clara, {
        id: appointment.id,
        version: at.version,
        status,
        release: false,
      });
    const arrived = say(appointment, 'arrived');
    expect(counts()[0]?.seen).toBe(0);
    say(arrived, 'in-progress');
    expect(counts()).toEqual([{ origin: 'pharmacy', booked: 1, seen: 1, within48h: 1 }]);
  });
});
