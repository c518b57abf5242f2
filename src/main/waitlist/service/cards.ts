/** One card for each freed time: raised, ended and raised again by what the journal tells (docs/spec/waitlist-offers.md). */
import type { FreedSlotId, PractitionerId } from '../../../contract/ids.ts';
import { addDays, type Day, daysBetween, localNow } from '../../../contract/time.ts';
import type { FreedEnd } from '../../../contract/waitlist-offers.ts';
import { standingIn } from '../../agenda/store/occupied.ts';
import type { Tx } from '../../core/ground.ts';
import type { JournalRecord, RowRef } from '../../core/journal.ts';
import { subtract } from '../../practice/rules/intervals.ts';
import { housesZone } from '../../practice/store/house.ts';
import { openingFactsOf } from '../../practice/store/opening-facts.ts';
import { type Piece, servedBy, type Vacated, vacatedBy } from '../rules/freed.ts';
import { changeOf, daysOf, gainedOn } from '../rules/gained.ts';
import { touchedBy } from '../rules/touched.ts';
import * as store from '../store/freed-slots.ts';
import { aroundOf, type Where } from './around.ts';

export type Told = Pick<JournalRecord, 'seq' | 'action' | 'undoes' | 'rows' | 'before' | 'after'>;

export const rowsOfCard = (row: store.FreedRow): RowRef[] => [
  { entity: 'freed-slot', id: row.id },
  { entity: 'practitioner', id: row.practitionerId },
];

/** Days beyond any that is booked. */
const EVER: Day = '9999-12-31';

const todayOf = (tx: Tx): Day => localNow(tx.now, housesZone(tx.db)).day;

const freedBy = (tx: Tx, told: Told): Vacated[] => {
  const change = changeOf(told);
  if (change === null) return vacatedBy(told);
  const days = daysOf(change, todayOf(tx));
  if (days === null) return [];
  const { practitionerId, cause } = change;
  const facts = openingFactsOf(tx.db, [practitionerId], days.from, days.to).get(practitionerId);
  if (!facts) return [];
  return everyDay(days.from, days.to).flatMap((day) =>
    gainedOn(day, facts, change).map((gained) => ({ practitionerId, day, ...gained, cause })),
  );
};

const everyDay = (from: Day, to: Day): Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));

const cardFor = (tx: Tx, told: Told, time: Vacated, { start, end, kind }: Piece): store.FreedRow => {
  const { practitionerId, day, cause } = time;
  const after = told.rows.find(({ entity }) => entity === 'freed-slot')?.id ?? null;
  const card = store.insertFreed(tx.db, {
    practitionerId,
    day,
    start,
    end,
    kind,
    serves: servedBy(kind),
    cause,
    freedBy: told.seq,
    after: after as FreedSlotId | null,
    raisedAt: tx.now,
  });
  tx.record({ action: 'freed-slot.raised', rows: rowsOfCard(card), after: card });
  return card;
};

/**
 * Raises what this entry freed, once: replayed, or raised already within the transaction that wrote it, it adds nothing.
 * Where a card stands already, no second one is laid upon it. What was taken again before the journal was read has its
 * card too, ended at once: whoever took it may take that back.
 * @returns those that stand
 */
export const raise = (tx: Tx, told: Told): store.FreedRow[] => {
  const times = freedBy(tx, told);
  if (times.length === 0 || store.slotsFreedBy(tx.db, told.seq).length > 0) return [];
  const around = aroundOf(tx.db, tx.now, times);
  const raised: store.FreedRow[] = [];
  for (const time of times) {
    const { practitionerId, day } = time;
    const standing = store.standingSlotsOf(tx.db, practitionerId, day, day);
    for (const uncovered of subtract([time], standing)) {
      const left = around.parts({ ...time, ...uncovered }, 'none');
      raised.push(...left.map((piece) => cardFor(tx, told, time, piece)));
      for (const rest of subtract([uncovered], left))
        for (const piece of around.wereNobodyThere({ ...time, ...rest })) {
          const by = takenBy(tx, { practitionerId, day, ...piece });
          if (by !== null && by > told.seq) end(tx, cardFor(tx, told, time, piece), 'taken', by);
        }
    }
  }
  return raised;
};

const end = (tx: Tx, before: store.FreedRow, why: FreedEnd, by: number | null): store.FreedRow => {
  const after = store.saveEnding(tx.db, before.id, { ended: why, endedAt: tx.now, endedBy: by });
  tx.record({ action: 'freed-slot.ended', rows: rowsOfCard(after), before, after });
  return after;
};

/** The journal is read a little late: what took the time may have been written after the entry that is being read. */
const takenBy = (tx: Tx, card: Where): number | null =>
  store.lastTold(tx.db, standingIn(tx.db, card, tx.now, null));

/** Ends those cards of a practitioner of which nothing is left, whoever took it. */
export const settle = (
  tx: Tx,
  { seq, undoes }: Pick<Told, 'seq' | 'undoes'>,
  of: { readonly practitionerId: PractitionerId; readonly from: Day; readonly to: Day },
): void => {
  const cards = store.standingSlotsOf(tx.db, of.practitionerId, of.from, of.to);
  if (cards.length === 0) return;
  const around = aroundOf(tx.db, tx.now, cards);
  for (const card of cards) {
    if (around.parts(card, 'none').some(({ kind }) => kind === card.kind)) continue;
    const why = around.over(card);
    const by = why === 'taken' ? takenBy(tx, card) : null;
    if (why === 'past') end(tx, card, why, null);
    else if (undoes !== null && (by === null || by <= seq)) end(tx, card, 'gone', seq);
    else end(tx, card, why, by ?? seq);
  }
};

/** Where the undone act had put somebody. */
const placeTaken = ({ action, before }: Told): Where | null =>
  action.startsWith('appointment.') ? (before as Where | null) : null;

/**
 * What the undone entry had freed is gone; what it had taken is to be had again: also where something later took the rest,
 * or was read first.
 */
const unwind = (tx: Tx, told: Told, undone: number): void => {
  for (const card of store.slotsFreedBy(tx.db, undone))
    if (card.ended === null) end(tx, card, 'gone', told.seq);
  const taken = placeTaken(told);
  const since = taken === null ? [] : store.slotsEndedSince(tx.db, undone, taken);
  for (const before of [...store.slotsEndedBy(tx.db, undone), ...since]) {
    const around = aroundOf(tx.db, tx.now, [before]);
    const { practitionerId, day, start } = before;
    const standing = store.standingSlotsOf(tx.db, practitionerId, day, day);
    if (standing.some((other) => other.start < before.end && start < other.end)) continue;
    if (!around.parts(before, 'none').some(({ kind }) => kind === before.kind)) {
      // Taken again before this was read: it is that one's to give back now.
      const by = around.over(before) === 'taken' ? takenBy(tx, before) : null;
      if (by !== null && by > told.seq) end(tx, before, 'taken', by);
      continue;
    }
    const after = store.saveEnding(tx.db, before.id, { ended: null, endedAt: null, endedBy: null });
    tx.record({ action: 'freed-slot.stands-again', rows: rowsOfCard(after), before, after });
  }
};

/** The follower's reaction: everything that one entry of the journal means for freed times. */
export const reactToFreed = (tx: Tx, told: Told): void => {
  const touched = touchedBy(told);
  if (touched.length === 0) return;
  if (told.undoes === null) raise(tx, told);
  else unwind(tx, told, told.undoes);
  for (const { practitionerId, day } of touched)
    settle(tx, told, { practitionerId, from: day ?? '', to: day ?? EVER });
};
