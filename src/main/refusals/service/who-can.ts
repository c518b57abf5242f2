/** « Qui peut ? »: each practitioner's door, looked at for one request at this minute. */
import type { PractitionerId, RequestId } from '../../../contract/ids.ts';
import type { Policy, WhoCan } from '../../../contract/intake.ts';
import type { Practitioner } from '../../../contract/practice.ts';
import type { Profession } from '../../../contract/professions.ts';
import { type Instant, localNow } from '../../../contract/time.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Ground } from '../../core/ground.ts';
import { recordsOf } from '../../patients/store.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioners } from '../../practice/store/practitioners.ts';
import { type RequestRow, requestById } from '../../requests/service.ts';
import { currentPolicy, meterOf, monthOf, reviewOverdue } from '../rules/policies.ts';
import { type Asked, canTake, conditionsOf, type Door, groundsFor } from '../rules/standing.ts';
import { decisionsAbout } from '../store/decisions.ts';
import { isFollowedBy } from '../store/followed.ts';
import { placeFor, placesTaken } from '../store/places.ts';
import { allPolicies } from '../store/policies.ts';
import { refusedBy } from '../store/refusals.ts';

export interface Standing {
  readonly practitioner: Practitioner;
  readonly door: Door;
  readonly entry: WhoCan;
}

const entryOf = (
  { id, profession }: Practitioner,
  door: Door,
  asked: Asked,
  more: { readonly reviewOverdue: boolean; readonly refused: boolean },
): WhoCan => {
  const { policy, meter, decision, placeKept, followed } = door;
  return {
    practitionerId: id,
    profession,
    state: policy?.state ?? null,
    policyId: policy?.id ?? null,
    can: canTake(door, asked),
    meter,
    conditions: conditionsOf(policy, asked),
    // Where visits go is nobody's business who asks for none.
    visitSector: asked.homeVisit ? (policy?.visitSector ?? null) : null,
    validFrom: policy?.validFrom ?? null,
    reviewOn: policy?.reviewOn ?? null,
    grounds: groundsFor(door, asked),
    groundOnPaper: policy?.groundOnPaper ?? false,
    instructions: policy?.instructions ?? null,
    whoSorts: policy?.whoSorts ?? null,
    decision: decision && {
      id: decision.id,
      ground: decision.ground,
      decidedOn: decision.decidedOn,
      continuityOwed: decision.owed.length > 0,
    },
    placeKept,
    followed,
    ...more,
  };
};

/** What is asked, as far as a policy may look at it. */
export const askedIn = (request: RequestRow, homeVisit: boolean): Asked => ({
  origin: request.origin,
  homeVisit,
});

/** Every active practitioner, in the order of the columns. */
export const standings = (
  db: ReadDb,
  now: Instant,
  request: RequestRow,
  homeVisit: boolean,
): readonly Standing[] => {
  const { day } = localNow(now, housesZone(db));
  const month = monthOf(day);
  const asked = askedIn(request, homeVisit);
  const policies = allPolicies(db);
  const records = request.patientId === null ? [] : recordsOf(db, request.patientId);
  const decided = decisionsAbout(db, records).filter((one) => one.withdrawnAt === null);
  const keptBy = placeFor(db, request.id)?.practitionerId;
  const refused = refusedBy(db, request.id);
  const policyOf = (id: PractitionerId): Policy | null =>
    currentPolicy(
      policies.filter(({ practitionerId }) => practitionerId === id),
      day,
    );
  return practitioners(db)
    .filter(({ active }) => active)
    .map((practitioner) => {
      const { id } = practitioner;
      const policy = policyOf(id);
      const door: Door = {
        policy,
        meter: meterOf(policy, month, placesTaken(db, id, month)),
        decision: decided.find(({ practitionerId }) => practitionerId === id) ?? null,
        placeKept: keptBy === id,
        followed: isFollowedBy(db, records, id),
      };
      const more = { reviewOverdue: reviewOverdue(policy, day), refused: refused.includes(id) };
      return { practitioner, door, entry: entryOf(practitioner, door, asked, more) };
    });
};

const ORDER: readonly WhoCan['can'][] = ['yes', 'ask', 'unknown', 'no'];

/** Those who can first; among equals in the order of the columns. */
export const listed = (all: readonly Standing[], profession: Profession | null): WhoCan[] =>
  all
    .map(({ entry }) => entry)
    .filter((entry) => profession === null || entry.profession === profession)
    .sort((a, b) => ORDER.indexOf(a.can) - ORDER.indexOf(b.can));

/** @throws DeskError NOT_FOUND */
export const whoCan = (
  { db, clock }: Ground,
  input: {
    readonly requestId: RequestId;
    readonly profession?: Profession | undefined;
    readonly homeVisit: boolean;
  },
): WhoCan[] => {
  const request = requestById(db, input.requestId);
  return listed(standings(db, clock.now(), request, input.homeVisit), input.profession ?? request.profession);
};
