/** Short ways to free a time, to offer and to answer in tests, always through the services; the cards follow the journal. */
import type { ClaimId, FreedSlotId, PatientId, WaitlistEntryId } from '../../src/contract/ids.ts';
import type { FreedSlot, Offer, OverrideReason } from '../../src/contract/waitlist-offers.ts';
import { agendaCompensations } from '../../src/main/agenda/service.ts';
import { appointmentClaim } from '../../src/main/agenda/store/claims.ts';
import type { Call } from '../../src/main/core/actor.ts';
import type { Follower } from '../../src/main/core/follow.ts';
import { since } from '../../src/main/core/journal.ts';
import { silentLog } from '../../src/main/core/log.ts';
import { undoLast } from '../../src/main/core/undo.ts';
import { practiceCompensations } from '../../src/main/practice/undo.ts';
import { requestCompensations } from '../../src/main/requests/service.ts';
import * as offers from '../../src/main/waitlist/offers-service.ts';
import {
  type EntryRow,
  entryById,
  insertEntry,
  type NewEntry,
} from '../../src/main/waitlist/store/entries.ts';
import { type AgendaDesk, openAgendaDesk } from './agenda-desk.ts';
import { clara, fixtureDb, MARTIN } from './agenda-house.ts';
import { anyTime } from './requests-desk.ts';

export interface OffersDesk extends Omit<AgendaDesk, 'say'> {
  readonly follower: Follower;
  /** Journal read to its end, then the cards that stand. */
  cards(): FreedSlot[];
  card(id: FreedSlotId): ReturnType<typeof offers.freedSlot>;
  /** Somebody who would leave this appointment for a sooner one. */
  wantsSooner(appointmentId: ClaimId, more?: Partial<NewEntry>): EntryRow;
  wantsDoctor(patientId: PatientId, more?: Partial<NewEntry>): EntryRow;
  entry(id: WaitlistEntryId): EntryRow;
  offer(slotId: FreedSlotId, entryId: WaitlistEntryId, override?: OverrideReason | null, call?: Call): Offer;
  /** Arrived, absent… as the agenda says it. */
  readonly status: AgendaDesk['say'];
  answer(
    offer: Pick<Offer, 'id' | 'version'>,
    answer: Parameters<typeof offers.answer>[2]['answer'],
    call?: Call,
  ): Offer;
  accept(offer: Pick<Offer, 'id' | 'version'>, call?: Call): ReturnType<typeof offers.accept>;
  undo(call?: Call): string;
  /** Journal from there on, oldest first. */
  actions(): string[];
}

const compensations = {
  ...practiceCompensations,
  ...agendaCompensations,
  ...requestCompensations,
  ...offers.offerCompensations,
};

export const newEntry = (more: Partial<NewEntry>): NewEntry => ({
  kind: 'registration',
  patientId: MARTIN,
  profession: 'general-practitioner',
  practitionerIds: [],
  appointmentId: null,
  wishes: anyTime,
  homeVisit: false,
  stepFree: false,
  origin: 'call',
  requestId: null,
  since: Date.parse('2026-10-01T09:00:00Z'),
  reconfirmBy: '2027-02-01',
  attempts: 0,
  lastAttemptAt: null,
  cptsAgrees: null,
  state: 'waiting',
  ended: null,
  closedAt: null,
  closedBy: null,
  ...more,
});

export const openOffersDesk = (...options: Parameters<typeof openAgendaDesk>): OffersDesk => {
  const { say, ...desk } = openAgendaDesk(...options);
  const { ground } = desk.house;
  const follower = offers.followFreed(ground, silentLog);
  return {
    ...desk,
    follower,
    status: say,
    cards: () => {
      follower.catchUp();
      return offers.freed(ground);
    },
    card: (id) => offers.freedSlot(ground, id),
    wantsSooner: (appointmentId, more = {}) =>
      insertEntry(
        fixtureDb(ground),
        newEntry({
          kind: 'earlier',
          appointmentId,
          patientId: appointmentClaim(ground.db, appointmentId).patientId,
          ...more,
        }),
      ),
    wantsDoctor: (patientId, more = {}) => insertEntry(fixtureDb(ground), newEntry({ patientId, ...more })),
    entry: (id) => entryById(ground.db, id),
    offer: (slotId, entryId, override = null, call = clara) =>
      offers.offer(ground, call, { slotId, entryId, override }),
    answer: ({ id, version }, answer, call = clara) => offers.answer(ground, call, { id, version, answer }),
    accept: ({ id, version }, call = clara) =>
      offers.accept(ground, call, { id, version, acceptPatientBusy: false }),
    undo: (call = clara) => undoLast(ground, call, compensations).action,
    actions: () => since(ground.db, 0).map(({ action }) => action),
    close: () => {
      follower.stop();
      desk.close();
    },
  };
};
