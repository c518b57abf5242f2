/** A call from its first word to its appointment, as a screen makes it, over every way to the desk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppointmentTypeId, PatientId, PractitionerId } from '../../src/contract/ids.ts';
import type { PatientDraft } from '../../src/contract/patients.ts';
import type { DeskClient } from '../support/client.ts';
import { errorOf } from './error-of.ts';
import { openTestDesk, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const TUESDAY = '2026-11-24';

const person = (birthName: string, givenNames: string, phone: string): PatientDraft => ({
  birthName,
  usedName: null,
  givenNames,
  usedGivenName: null,
  birth: { precision: 'day', value: '1952-03-12' },
  sex: 'female',
  identity: 'provisional',
  phones: [phone],
  email: null,
  address: null,
  postalCode: null,
  city: null,
  attendingDoctor: { kind: 'none' },
  needs: [],
  note: null,
});

describe.each(transports)('a call $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  let clara: DeskClient;
  let louis: DeskClient;
  let doctor: PractitionerId;
  let consultation: AppointmentTypeId;
  let dupont: PatientId;
  let martin: PatientId;

  beforeEach(async () => {
    house = await openTestDesk();
    connection = await connect(house.desk);
    const nobody = connection.as({});
    await nobody.practice.setUp({
      house: {
        name: 'Maison fictive',
        zone: 'Europe/Paris',
        region: 'metropole',
        phone: null,
        address: null,
      },
      practitioners: [
        {
          title: 'Dr',
          familyName: 'Nguyen',
          givenName: 'Linh',
          profession: 'general-practitioner',
          rpps: null,
          colour: '#0d7a72',
          step: 15,
          active: true,
          position: 1,
        },
      ],
      staff: [
        { initials: 'CM', name: 'Clara Fictive' },
        { initials: 'LB', name: 'Louis Fictif' },
      ],
    });
    const staff = await nobody.people.list();
    const sitting = (initials: string, station: string) =>
      connection.as({ actorId: staff.find((s) => s.initials === initials)?.id ?? 0, station });
    clara = sitting('CM', 'Accueil 1');
    louis = sitting('LB', 'Accueil 2');
    doctor = (await clara.practice.practitioners())[0]?.id as PractitionerId;
    consultation = (await clara.practice.appointmentTypes()).find((t) => t.name === 'Consultation')
      ?.id as AppointmentTypeId;
    await clara.practice.addWeeklyHours({
      practitionerId: doctor,
      weekdays: [1, 2, 3, 4, 5],
      start: 540,
      end: 720,
      kind: 'regular',
      capacity: 1,
      everyWeeks: 1,
      anchorDay: '2026-11-23',
      validFrom: '2026-01-01',
      validTo: null,
    });
    dupont = (await clara.patients.create({ patient: person('Dupont', 'Marie', '06 39 98 00 01') })).id;
    martin = (await clara.patients.create({ patient: person('Martin', 'Jeanne', '06 39 98 00 02') })).id;
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
  });

  it('goes from the first word to the sentence to read back, and is taken back whole', async () => {
    const request = await clara.requests.open({ patientId: dupont, wish: 'renouvellement' });
    const { slots } = await clara.agenda.freeSlots({
      who: { kind: 'any' },
      appointmentTypeId: consultation,
      patientId: dupont,
      from: TUESDAY,
      limit: 2,
    });
    expect(slots.map((slot) => [slot.day, slot.start, slot.end])).toEqual([
      [TUESDAY, 540, 555],
      [TUESDAY, 555, 570],
    ]);
    const booked = await clara.requests.book({
      id: request.id,
      version: request.version,
      booking: {
        practitionerId: doctor,
        day: TUESDAY,
        start: 540,
        appointmentTypeId: consultation,
        patientId: dupont,
      },
    });
    expect(booked.advice.readBack).toBe('demain mardi 24 novembre à 9\u00a0h avec le Dr\u00a0Nguyen');
    expect(booked.request).toMatchObject({
      outcome: { kind: 'appointment', appointmentId: booked.appointment.id },
    });
    const [day] = await louis.agenda.range({ from: TUESDAY, to: TUESDAY });
    expect(day?.appointments).toEqual([booked.appointment]);
    expect(await clara.requests.pending()).toEqual([]);

    expect(await clara.gate.undo()).toEqual({ action: 'appointment.booked' });
    expect((await clara.requests.pending()).map((r) => r.id)).toEqual([request.id]);
    expect((await louis.agenda.range({ from: TUESDAY, to: TUESDAY }))[0]?.appointments).toEqual([]);
  });

  it('that loses its place to the other window is offered the nearest free ones', async () => {
    const place = { practitionerId: doctor, day: TUESDAY, start: 600, appointmentTypeId: consultation };
    const { appointment } = await clara.agenda.book({ ...place, patientId: dupont });
    const near = (start: number) => ({
      practitionerId: doctor,
      day: TUESDAY,
      start,
      end: start + 15,
      kind: 'regular',
      ownDoctor: false,
    });
    expect(await errorOf(louis.agenda.book({ ...place, patientId: martin }))).toEqual({
      code: 'SLOT_TAKEN',
      defined: true,
      data: { with: [appointment.id], proposals: [585, 615, 570, 630, 555].map(near) },
    });
  });

  it('follows its patient through the day, and the second window is told what changed', async () => {
    const place = { practitionerId: doctor, day: '2026-11-23', start: 540, appointmentTypeId: consultation };
    const { appointment } = await clara.agenda.book({ ...place, patientId: dupont });
    const arrived = await clara.agenda.setStatus({ id: appointment.id, version: 1, status: 'arrived' });
    expect((await louis.agenda.waitingRoom({ day: '2026-11-23' })).waiting).toEqual([arrived]);
    expect((await louis.agenda.glance({ practitionerId: doctor })).waiting).toEqual([arrived]);
    expect(await errorOf(louis.agenda.cancel({ id: appointment.id, version: 1, by: 'patient' }))).toEqual({
      code: 'STALE_VERSION',
      defined: true,
      data: { version: 2, changed: ['arrivedAt', 'status'] },
    });
  });

  it('made while a former agenda is being written waits for it, and the day can be read meanwhile', async () => {
    const { promise: written, resolve } = Promise.withResolvers<{ committed: null }>();
    const writing = house.ground.handPen(() => written);
    const steps: string[] = [];
    const booking = clara.agenda
      .book({
        practitionerId: doctor,
        day: TUESDAY,
        start: 540,
        appointmentTypeId: consultation,
        patientId: dupont,
      })
      .then(({ appointment }) => {
        steps.push('booked');
        return appointment;
      });
    for (const reading of [louis, clara])
      expect((await reading.agenda.range({ from: TUESDAY, to: TUESDAY }))[0]?.appointments).toEqual([]);
    steps.push('read');
    resolve({ committed: null });
    await writing;
    const appointment = await booking;
    expect(steps).toEqual(['read', 'booked']);
    expect((await louis.agenda.range({ from: TUESDAY, to: TUESDAY }))[0]?.appointments).toEqual([
      appointment,
    ]);
  });
});
