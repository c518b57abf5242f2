/** Booking at a desk that is copying its house: what the receptionist feels of it, beside the same bookings in peace. */
import { setTimeout } from 'node:timers/promises';
import { buildAllIfStale } from '../../scripts/start/build.ts';
import { AppointmentTypeId, PatientId, PractitionerId } from '../../src/contract/ids.ts';
import { addDays } from '../../src/contract/time.ts';
import type { DeskClient } from '../support/client.ts';
import { startDesk } from '../support/running-desk.ts';
import { asDataFolder } from './desk-folder.ts';
import { type GrownHouse, HORIZON_DAYS, NOW, TODAY } from './grow.ts';
import { type Figure, figure, type Timing, timing } from './measure.ts';

const BOOKINGS = 150;
/** Rings, not a hammer: two receptionists who never stop. */
const PAUSE_MS = 20;

/** Free places of the doctors, far enough ahead for there to be enough of them. */
const placesOf = async (client: DeskClient) => {
  const { slots } = await client.agenda.freeSlots({
    who: { kind: 'practitioner', practitionerId: PractitionerId.parse(1) },
    minutes: 15,
    from: addDays(TODAY, 40),
    limit: 20,
    horizonDays: HORIZON_DAYS - 40,
  });
  return slots;
};

/** Through the desk's door, as a screen asks; each is cancelled again. @returns from the question to the answer */
const bookings = async (client: DeskClient, going: (done: number) => boolean): Promise<Timing> => {
  const places = await placesOf(client);
  const ms: number[] = [];
  while (going(ms.length)) {
    const place = places[ms.length % places.length];
    if (place === undefined) throw new Error('no free place in the grown house');
    const { practitionerId, day, start } = place;
    const from = performance.now();
    const { appointment } = await client.agenda.book({
      practitionerId,
      day,
      start,
      appointmentTypeId: AppointmentTypeId.parse(1),
      patientId: PatientId.parse(1 + (ms.length % 1_000)),
    });
    ms.push(performance.now() - from);
    await client.agenda.cancel({
      id: appointment.id,
      version: appointment.version,
      by: 'house',
      reason: 'mesure',
    });
    await setTimeout(PAUSE_MS);
  }
  return timing(ms);
};

export const benchCopying = async (house: GrownHouse): Promise<Figure[]> => {
  buildAllIfStale();
  const folder = asDataFolder(house);
  const desk = await startDesk({ now: new Date(NOW).toISOString(), folder, built: true });
  try {
    const client = desk.as({ actorId: 1, station: 'Banc' });
    const inPeace = await bookings(client, (done) => done < BOOKINGS);
    let copying = true;
    const copies: number[] = [];
    const copied = (async () => {
      while (copying) {
        const from = performance.now();
        await client.copies.make();
        copies.push(performance.now() - from);
      }
    })();
    const meanwhile = await bookings(client, (done) => done < BOOKINGS || copies.length < 2);
    copying = false;
    await copied;
    return [
      figure('prendre un rendez-vous pendant une sauvegarde', 20, meanwhile, {
        what: 'le même, sans sauvegarde',
        measured: inPeace,
      }),
      figure('une sauvegarde, vérifiée', null, timing(copies)),
    ];
  } finally {
    await desk.stop();
  }
};
