/**
 * A desk that books as fast as it can, until somebody kills it: `node booker.ts FOLDER FIRST`. After each commit it
 * acknowledges the appointment to its parent, as it would to a receptionist. Meanwhile a follower reacts to each
 * booking, and copies and checks of the file run in their worker, so that a kill falls in the middle of them too.
 */
import { book } from '../../src/main/agenda/service.ts';
import { DeskError } from '../../src/main/core/errors.ts';
import { createGate } from '../../src/main/core/gate.ts';
import { silentLog } from '../../src/main/core/log.ts';
import { CONSULTATION, clara, fillHouse, NURSING, PHYSIO, patient } from '../support/agenda-house.ts';
import { testClock } from '../support/ground.ts';
import type { Acknowledged } from './expectations.ts';
import { followBookings } from './expectations.ts';
import { placeAt } from './places.ts';

const [folder = '', first = '0'] = process.argv.slice(2);

const gate = createGate({
  folder,
  clock: testClock(),
  log: silentLog,
  program: 'Parvis',
  sealer: null,
  plainKey: true,
  appVersion: '0.0.0',
  demo: false,
  compensations: {},
  upkeepAfterMs: null,
  onOpen: (ground) => followBookings(ground).stop,
});
const status = await gate.open();
if (status.state === 'closed') throw new Error(status.failure.message);
if (status.firstStart) fillHouse(gate.ground());

const copies = async (): Promise<void> => {
  while (!gate.closing().aborted) await gate.backUpNow();
};
void copies();

const types = { doctor: CONSULTATION, nurse: NURSING, physiotherapist: PHYSIO };

const bookNext = (n: number): void => {
  const place = placeAt(n);
  try {
    const { appointment } = book(gate.ground(), clara, {
      practitionerId: place.practitionerId,
      day: place.day,
      start: place.start,
      appointmentTypeId: types[place.kind],
      patientId: patient(1 + (n % 4)),
      acceptPatientBusy: true,
    });
    const said: Acknowledged = {
      id: appointment.id,
      practitionerId: place.practitionerId,
      day: place.day,
      start: place.start,
      patientId: 1 + (n % 4),
      n,
    };
    process.send?.(said);
  } catch (error) {
    // Booked just before the kill, and never acknowledged: the place is rightly taken.
    if (!(error instanceof DeskError && error.code === 'SLOT_TAKEN')) throw error;
  }
};

for (let n = Number(first); ; n++) {
  bookNext(n);
  // Followers, copies and messages have their turn between two bookings.
  await new Promise((resolve) => setImmediate(resolve));
}
