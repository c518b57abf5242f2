/** People on a list, as the rank may know them: gathered once for any number, whatever they are ranked for. */
import type { Criterion, CriterionFact } from '../../../contract/criteria.ts';
import type { PatientId, PractitionerId } from '../../../contract/ids.ts';
import { type Instant, localNow } from '../../../contract/time.ts';
import type { WaitlistLine } from '../../../contract/waitlist.ts';
import { placesOf } from '../../agenda/store/claims.ts';
import type { ReadDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { criteriaOf } from '../../criteria/service.ts';
import { birthsOf } from '../../patients/store.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import type { OfferFilter, Place, RankFacts } from '../rules/facts.ts';
import { type Ranked, ranked, type Standing } from '../rules/rank.ts';
import type { EntryRow } from '../store/entries.ts';
import { placeFactsOf } from '../store/place-facts.ts';
import { rulesInForce } from '../store/rule-versions.ts';
import { toEntries } from './lines.ts';
import { wallNow } from './shared.ts';

export interface PersonFacts extends RankFacts {
  /** What a line of the screen is made of, for those who are shown; the rank is given nothing of it. */
  readonly row: EntryRow;
  /** The record that answers for her. */
  readonly patientId: PatientId;
  readonly criteria: readonly CriterionFact[];
}

const counts = ({ answer, criterion }: CriterionFact): Criterion[] => (answer === 'yes' ? [criterion] : []);

/** What counts today for each of these people, a merged record as the one that is kept. */
export const countingOf = (db: ReadDb, now: Instant, ids: readonly PatientId[]): Criterion[][] => {
  const people = birthsOf(db, ids);
  const criteria = criteriaOf(db, [...people.values()], wallNow(db, now).day);
  return ids.map((id) => (criteria.get(people.get(id)?.id ?? id) ?? []).flatMap(counts));
};

/** @param heldBy what is known of each from offers of the place that is meant */
export const factsOf = (
  db: ReadDb,
  now: Instant,
  rows: readonly EntryRow[],
  heldBy: (entry: Pick<EntryRow, 'id'>) => readonly OfferFilter[] = () => [],
): PersonFacts[] => {
  const zone = housesZone(db);
  const people = birthsOf(
    db,
    rows.map(({ patientId }) => patientId),
  );
  const criteria = criteriaOf(db, [...people.values()], localNow(now, zone).day);
  const standing = placesOf(
    db,
    rows.flatMap(({ appointmentId }) => appointmentId ?? []),
  );
  return rows.map((row): PersonFacts => {
    const { id, kind, profession, practitionerIds, wishes, homeVisit, stepFree } = row;
    const patient = found(people.get(row.patientId), 'patient');
    const appointment = row.appointmentId === null ? null : (standing.get(row.appointmentId) ?? null);
    const hers = criteria.get(patient.id) ?? [];
    return {
      row,
      patientId: patient.id,
      criteria: hers,
      entryId: id,
      kind,
      profession,
      practitionerIds,
      wishes,
      homeVisit,
      stepFree,
      since: localNow(row.since, zone).day,
      counting: hers.flatMap(counts),
      birth: patient.birth,
      minutes: appointment ? appointment.end - appointment.start : null,
      appointment,
      elsewhere: [],
      held: heldBy(row),
    };
  });
};

/** By the rule in force. @param place null: the list as such */
export const rankedNow = <F extends RankFacts>(
  db: ReadDb,
  now: Instant,
  people: readonly F[],
  place: Place | null,
): Ranked<F> => ranked(people, { rules: rulesInForce(db), now, zone: housesZone(db), place });

/** With this practitioner. @param slot null: at no hour in particular */
export const placeWith = (db: ReadDb, practitionerId: PractitionerId, slot: Place['slot']): Place => {
  const { profession } = practitioner(db, practitionerId);
  const { sex, stepFree, homeVisits } = placeFactsOf(db, practitionerId);
  return { practitionerId, profession, sex, stepFree, homeVisits, slot };
};

/** Each with what the screen shows of her: read for those who are shown only. */
export const toLines = (db: ReadDb, standings: readonly Standing<PersonFacts>[]): WaitlistLine[] => {
  const entries = toEntries(
    db,
    standings.map(({ facts }) => facts.row),
  );
  return standings.map(({ facts, rank }, i) => ({
    entry: found(entries[i], 'waitlist-entry'),
    criteria: [...facts.criteria],
    rank,
  }));
};

/** The first to come first: by the rule in force, or by date alone while the house has adopted none. */
export const linesInTurn = (db: ReadDb, now: Instant, rows: readonly EntryRow[]): WaitlistLine[] =>
  toLines(db, rankedNow(db, now, factsOf(db, now, rows), null).candidates);
