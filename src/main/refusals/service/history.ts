import type { PatientId } from '../../../contract/ids.ts';
import type { Decision } from '../../../contract/intake.ts';
import type { RefusalEvent } from '../../../contract/refusals.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Ground } from '../../core/ground.ts';
import { historyOf, type JournalRecord } from '../../core/journal.ts';
import { recordsOf } from '../../patients/store.ts';
import { requestsOf } from '../../requests/store/requests.ts';
import { decisionsAbout } from '../store/decisions.ts';
import { type PlaceRow, placesFor } from '../store/places.ts';
import { type RefusalRow, refusalsOf } from '../store/refusals.ts';

interface Step extends RefusalEvent {
  readonly seq: number;
}

const said = (entry: JournalRecord): Pick<Step, 'seq' | 'at' | 'by'> => ({
  seq: entry.seq,
  at: entry.at,
  by: entry.actor,
});

const closedIn = (row: unknown): number | null =>
  (row as { closedAt?: number | null } | null)?.closedAt ?? null;

const ofPlace = (db: ReadDb, place: PlaceRow): Step[] => {
  const { requestId, practitionerId } = place;
  const own = historyOf(db, { entity: 'newcomer-place', id: place.id });
  const kept = own.find(({ action }) => action === 'newcomer.accepted');
  const about = { requestId, practitionerId };
  const steps: Step[] = kept ? [{ ...said(kept), ...about, what: { kind: 'place-kept' } }] : [];
  // Given back by hand, or by what ended the request: its entry tells who.
  const back =
    own.find(({ action }) => action === 'newcomer.given-back') ??
    historyOf(db, { entity: 'request', id: requestId }).find(
      ({ after }) => place.givenBackAt !== null && closedIn(after) === place.givenBackAt,
    );
  return back ? [...steps, { ...said(back), ...about, what: { kind: 'place-given-back' } }] : steps;
};

const ofRefusal = (db: ReadDb, row: RefusalRow): Step[] => {
  const { requestId, practitionerId, ground, colleagues, waysForward } = row;
  return historyOf(db, { entity: 'refusal', id: row.id })
    .filter(({ action }) => action === 'refusal.recorded')
    .map((entry) => ({
      ...said(entry),
      requestId,
      practitionerId,
      what: { kind: 'refused', refusalId: row.id, ground, colleagues, waysForward },
    }));
};

const ofDecision = (db: ReadDb, { id, practitionerId, ground }: Decision): Step[] =>
  historyOf(db, { entity: 'decision', id }).flatMap((entry): Step[] => {
    const about = { ...said(entry), requestId: null, practitionerId };
    switch (entry.action) {
      case 'decision.recorded':
        return [{ ...about, what: { kind: 'decided', ground } }];
      case 'decision.handed-over':
        return [{ ...about, what: { kind: 'handed-over' } }];
      case 'decision.withdrawn':
        return [{ ...about, what: { kind: 'decision-withdrawn' } }];
      default:
        return [];
    }
  });

/** One person's refusals, places and decisions, along merged records, the latest first. Codes only. */
export const history = ({ db }: Ground, patientId: PatientId): RefusalEvent[] => {
  const records = recordsOf(db, patientId);
  const asked = requestsOf(db, records).map(({ id }) => id);
  return [
    ...placesFor(db, asked).flatMap((place) => ofPlace(db, place)),
    ...refusalsOf(db, asked).flatMap((row) => ofRefusal(db, row)),
    ...decisionsAbout(db, records).flatMap((decision) => ofDecision(db, decision)),
  ]
    .toSorted((a, b) => b.seq - a.seq)
    .map(({ seq: _seq, ...step }) => step);
};
