/** One round: four places come free, eight people wait for them, and every desk wants all of it at the same moment. */
import { ORPCError } from '@orpc/client';
import type { Appointment } from '../../src/contract/agenda.ts';
import type { ClaimId, WaitlistEntryId } from '../../src/contract/ids.ts';
import type { Day } from '../../src/contract/time.ts';
import type { FreedSlot, Offer } from '../../src/contract/waitlist-offers.ts';
import { CONSULTATION, NGUYEN } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { anybody } from '../support/waitlist-desk.ts';
import type { Told, Watched } from './offers-expectations.ts';
import { waiter, walker } from './offers-house.ts';

const GOING = 4;
const WAITING = 8;
/** The morning's first place; those who wait have the afternoon's. */
const MORNING = 510;
const AFTERNOON = 840;

/** Two that only book, so that a place may be won without the list. */
const BOOKING = 2;

export interface Clients {
  readonly all: readonly DeskClient[];
  /** Prepares each round: nobody's Ctrl+Z reaches what it did. */
  readonly aside: DeskClient;
}

export interface Prepared {
  readonly today: Day;
  readonly later: Day;
  readonly places: readonly Watched[];
  readonly cards: readonly FreedSlot[];
  readonly entries: readonly WaitlistEntryId[];
}

/** What was acknowledged, and how often each refusal was said. */
export interface Tally {
  readonly told: Told[];
  readonly refusals: Map<string, number>;
  /** The desk is being killed: whatever it was asked stays without an answer. */
  killed: boolean;
}

const book = async (desk: DeskClient, day: Day, start: number, patientId: Appointment['patient']['id']) =>
  (await desk.agenda.book({ practitionerId: NGUYEN, day, start, appointmentTypeId: CONSULTATION, patientId }))
    .appointment;

const times = (count: number, first: number): number[] =>
  Array.from({ length: count }, (_, n) => first + 15 * n);

/** The follower comes after the answer, when the desk has nothing else to do. */
const cardsOf = async (desk: DeskClient, day: Day): Promise<FreedSlot[]> => {
  for (;;) {
    const cards = (await desk.waitlist.freed()).filter((card) => card.day === day);
    if (cards.reduce((minutes, { start, end }) => minutes + end - start, 0) >= GOING * 15) return cards;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** @param n of the round: other people each time, and the same again after a while */
export const prepare = async (
  { aside }: Clients,
  { n, today, later }: { readonly n: number; readonly today: Day; readonly later: Day },
): Promise<Prepared> => {
  // Whoever writes a request lets go of those whose appointment has begun.
  await aside.requests.open({ nature: 'appointment', patientId: walker(n), separate: true });
  const going = await Promise.all(
    times(GOING, MORNING).map((start, at) => book(aside, today, start, walker(at))),
  );
  const waiting = await Promise.all(
    times(WAITING, AFTERNOON).map((start, at) => book(aside, later, start, waiter(n * WAITING + at))),
  );
  const entries = await Promise.all(
    waiting.map(({ id }) =>
      aside.waitlist.add({ kind: 'earlier', appointmentId: id, origin: 'call', limits: anybody }),
    ),
  );
  await Promise.all(going.map(({ id, version }) => aside.agenda.cancel({ id, version, by: 'patient' })));
  return {
    today,
    later,
    places: [...going, ...waiting].map(({ day, start }) => ({ day, start })),
    cards: await cardsOf(aside, today),
    entries: entries.map(({ id }) => id),
  };
};

/** What came of one call: what it answered, or null when it was refused by a code of the contract, or cut off. */
const said = async <T>(tally: Tally, call: Promise<T>, toldOf: (value: T) => Told): Promise<T | null> => {
  try {
    const value = await call;
    tally.told.push(toldOf(value));
    return value;
  } catch (error) {
    if (error instanceof ORPCError && error.defined) {
      tally.refusals.set(error.code, (tally.refusals.get(error.code) ?? 0) + 1);
      return null;
    }
    if (tally.killed) return null;
    throw error;
  }
};

const made = ({ id }: Offer): Told => ({ action: 'offer.made', entity: 'waitlist-offer', id });
const answered = ({ id }: Offer): Told => ({ action: 'offer.answered', entity: 'waitlist-offer', id });
const accepted = ({ offer }: { readonly offer: Offer }): Told => ({
  action: 'offer.accepted',
  entity: 'waitlist-offer',
  id: offer.id,
});
const booked = ({ id }: Appointment): Told => ({ action: 'appointment.booked', entity: 'claim', id });

/** @throws Error when a place, an offer or a person was won by nobody, or by two */
const expectOneWinner = <T>(tally: Tally, what: string, outcomes: readonly (T | null)[]): T | null => {
  const winners = outcomes.filter((one): one is T => one !== null);
  if (winners.length > 1 || (winners.length === 0 && !tally.killed))
    throw new Error(`${what}: won by ${winners.length}`);
  return winners[0] ?? null;
};

/** Everybody rings somebody else for the same place, while two book it: one gets it. */
const raceForPlace = async ({ all }: Clients, round: Prepared, tally: Tally): Promise<Offer | null> => {
  const [card] = round.cards;
  if (!card) throw new Error('no card');
  const outcomes = await Promise.all<Offer | Appointment | null>([
    ...all
      .slice(BOOKING)
      .map((desk, at) =>
        said(
          tally,
          desk.waitlist.offer({ slotId: card.id, entryId: round.entries[at % WAITING] ?? (0 as never) }),
          made,
        ),
      ),
    ...all
      .slice(0, BOOKING)
      .map((desk, at) => said(tally, book(desk, card.day, card.start, walker(at)), booked)),
  ]);
  const winner = expectOneWinner(tally, `place of card ${card.id}`, outcomes);
  return winner !== null && 'entryId' in winner ? winner : null;
};

/** Everybody writes down what she said: one is heard. */
const raceToAnswer = async ({ all }: Clients, { id, version }: Offer, tally: Tally): Promise<void> => {
  const outcomes = await Promise.all<unknown>(
    all.map((desk, at) =>
      at % 3 === 2
        ? said(tally, desk.waitlist.answer({ id, version, answer: 'not-this-slot' }), answered)
        : said(tally, desk.waitlist.accept({ id, version }), accepted),
    ),
  );
  expectOneWinner(tally, `answer to offer ${id}`, outcomes);
};

/** The same person is rung for two places: she is offered one of them. */
const raceForPerson = async ({ all }: Clients, round: Prepared, tally: Tally): Promise<void> => {
  const [, first, second] = round.cards;
  const entryId = round.entries.at(-1);
  const [one, other] = all;
  if (!first || !second || !one || !other || entryId === undefined) throw new Error('too few cards');
  if ((await one.waitlist.get({ id: entryId })).entry.state !== 'waiting') return;
  const outcomes = await Promise.all(
    [
      one.waitlist.offer({ slotId: first.id, entryId }),
      other.waitlist.offer({ slotId: second.id, entryId }),
    ].map((call) => said(tally, call, made)),
  );
  expectOneWinner(tally, `entry ${entryId}`, outcomes);
};

interface Known {
  cards: readonly FreedSlot[];
  readonly offers: Offer[];
  readonly appointments: Map<ClaimId, number>;
}

type Draw = () => number;

const oneOf = <T>(draw: Draw, some: readonly T[]): T | undefined => some[Math.floor(draw() * some.length)];

const offerAny = async (desk: DeskClient, round: Prepared, tally: Tally, known: Known, draw: Draw) => {
  const card = oneOf(draw, known.cards);
  const entryId = oneOf(draw, round.entries);
  if (!card || entryId === undefined) return;
  const override = draw() < 0.3 ? 'nobody-else' : null;
  const offer = await said(tally, desk.waitlist.offer({ slotId: card.id, entryId, override }), made);
  if (offer) known.offers.push(offer);
};

const answerAny = async (desk: DeskClient, tally: Tally, known: Known, draw: Draw) => {
  const offer = oneOf(draw, known.offers);
  if (!offer) return;
  const { id, version } = offer;
  const what = oneOf(draw, [
    'accept',
    'accept',
    'not-this-slot',
    'no-answer',
    'no-longer-looking',
    'withdrawn',
  ]);
  if (what === 'accept' || what === undefined) {
    const done = await said(tally, desk.waitlist.accept({ id, version }), accepted);
    if (done) known.appointments.set(done.appointment.id, done.appointment.version);
    if (done?.next) known.cards = [...known.cards, done.next];
    return;
  }
  await said(
    tally,
    desk.waitlist.answer({ id, version, answer: what as 'withdrawn' | 'no-answer' }),
    answered,
  );
};

const bookAny = async (desk: DeskClient, round: Prepared, tally: Tally, known: Known, draw: Draw) => {
  const place = oneOf(draw, round.places.slice(0, GOING));
  if (!place) return;
  const done = await said(tally, book(desk, place.day, place.start, walker(Math.floor(draw() * 8))), booked);
  if (done) known.appointments.set(done.id, done.version);
};

const cancelAny = async (desk: DeskClient, tally: Tally, known: Known, draw: Draw) => {
  const one = oneOf(draw, [...known.appointments]);
  if (!one) return;
  const [id, version] = one;
  await said(tally, desk.agenda.cancel({ id, version, by: 'patient' }), (now) => ({
    action: 'appointment.cancelled',
    entity: 'claim',
    id: now.id,
  }));
};

const leaveAny = async (desk: DeskClient, tally: Tally, known: Known, draw: Draw) => {
  const card = oneOf(draw, known.cards);
  if (card)
    await said(tally, desk.waitlist.leaveFree({ id: card.id, version: card.version }), ({ id }) => ({
      action: 'freed-slot.raised',
      entity: 'freed-slot',
      id,
    }));
};

const lookAgain = async (desk: DeskClient, { today, later }: Prepared, known: Known) => {
  known.cards = (await desk.waitlist.freed()).filter(({ day }) => day === today || day === later);
};

const undo = async (desk: DeskClient, tally: Tally) => {
  try {
    await desk.gate.undo();
  } catch (error) {
    if (!(tally.killed || (error instanceof ORPCError && error.defined))) throw error;
  }
};

const actAny = async (desk: DeskClient, round: Prepared, tally: Tally, known: Known, draw: Draw) => {
  const what = draw();
  if (what < 0.35) await offerAny(desk, round, tally, known, draw);
  else if (what < 0.62) await answerAny(desk, tally, known, draw);
  else if (what < 0.75) await bookAny(desk, round, tally, known, draw);
  else if (what < 0.87) await cancelAny(desk, tally, known, draw);
  else if (what < 0.95) await undo(desk, tally);
  else if (what < 0.98) await lookAgain(desk, round, known);
  else await leaveAny(desk, tally, known, draw);
};

const ACTS = 5;

/** Whatever people do at ten desks on a busy morning. */
const storm = async ({ all }: Clients, round: Prepared, tally: Tally, draw: Draw): Promise<void> => {
  const known: Known = { cards: round.cards, offers: [], appointments: new Map() };
  await Promise.all(
    all.map(async (desk) => {
      for (let act = 0; act < ACTS && !tally.killed; act++) await actAny(desk, round, tally, known, draw);
    }),
  );
};

/** @throws Error when something was won by two, or refused otherwise than the contract says */
export const rush = async (clients: Clients, round: Prepared, tally: Tally, draw: Draw): Promise<void> => {
  try {
    const offer = await raceForPlace(clients, round, tally);
    if (offer !== null && !tally.killed) await raceToAnswer(clients, offer, tally);
    if (!tally.killed) await raceForPerson(clients, round, tally);
    await storm(clients, round, tally, draw);
  } catch (error) {
    if (!tally.killed) throw error;
    // A read that was cut off; what was won by two is found in the file.
    if (error instanceof Error && error.message.includes('won by')) throw error;
  }
};
