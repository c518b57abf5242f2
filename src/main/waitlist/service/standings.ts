/** People on a list, as the rank may know them: gathered once for any number, whatever they are ranked for. */
import type { Criterion, CriterionFact } from '../../../contract/criteria.ts';
import type { PatientId, PractitionerId } from '../../../contract/ids.ts';
import { type Instant, localNow } from '../../../contract/time.ts';
import type { WaitlistEntry, WaitlistLine } from '../../../contract/waitlist.ts';
import type { ReadDb } from '../../core/db.ts';
import { criteriaOf } from '../../criteria/service.ts';
import { summariesOf } from '../../patients/store.ts';
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
  /** For the screen: the rank is given nothing of it but what stands above. */
  readonly entry: WaitlistEntry;
  readonly criteria: readonly CriterionFact[];
}

const counts = ({ answer, criterion }: CriterionFact): Criterion[] => (answer === 'yes' ? [criterion] : []);

/** What counts today for each of these people, a merged record as the one that is kept. */
export const countingOf = (db: ReadDb, now: Instant, ids: readonly PatientId[]): Criterion[][] => {
  const people = summariesOf(db, ids);
  const criteria = criteriaOf(db, [...people.values()], wallNow(db, now).day);
  return ids.map((id) => (criteria.get(people.get(id)?.id ?? id) ?? []).flatMap(counts));
};

/** @param heldBy what is known of each from offers of the place that is meant */
export const factsOf = (
  db: ReadDb,
  now: Instant,
  rows: readonly EntryRow[],
  heldBy: (entry: Pick<WaitlistEntry, 'id'>) => readonly OfferFilter[] = () => [],
): PersonFacts[] => {
  const zone = housesZone(db);
  const entries = toEntries(db, rows);
  const criteria = criteriaOf(
    db,
    entries.map(({ patient }) => patient),
    localNow(now, zone).day,
  );
  return entries.map((entry): PersonFacts => {
    const { id, kind, profession, practitionerIds, wishes, homeVisit, stepFree, patient, appointment } =
      entry;
    const hers = criteria.get(patient.id) ?? [];
    return {
      entry,
      criteria: hers,
      entryId: id,
      kind,
      profession,
      practitionerIds,
      wishes,
      homeVisit,
      stepFree,
      since: localNow(entry.since, zone).day,
      counting: hers.flatMap(counts),
      birth: patient.birth,
      minutes: appointment ? appointment.end - appointment.start : null,
      appointment,
      elsewhere: [],
      held: heldBy(entry),
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

export const toLine = ({ facts, rank }: Standing<PersonFacts>): WaitlistLine => ({
  entry: facts.entry,
  criteria: [...facts.criteria],
  rank,
});

/** The first to come first: by the rule in force, or by date alone while the house has adopted none. */
export const linesInTurn = (db: ReadDb, now: Instant, rows: readonly EntryRow[]): WaitlistLine[] =>
  rankedNow(db, now, factsOf(db, now, rows), null).candidates.map(toLine);
