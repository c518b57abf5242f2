/**
 * All that the rank may know. What must never count (name, sex, commune, origin of the request, coverage, how easy somebody
 * is to reach) is not here: it cannot count by mistake (docs/spec/waitlist-rank.md).
 */
import type { Criterion } from '../../../contract/criteria.ts';
import type { PractitionerId, WaitlistEntryId } from '../../../contract/ids.ts';
import type { BirthDate } from '../../../contract/patients.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { ListWishes } from '../../../contract/requests.ts';
import type { Day, Interval, Minute } from '../../../contract/time.ts';
import type { WaitlistKind } from '../../../contract/waitlist.ts';
import type { FilterReason } from '../../../contract/waitlist-rank.ts';

/** Known from what happened with this very place or this very person, not from limits: the offers say them. */
export type OfferFilter = Extract<
  FilterReason,
  'declined' | 'not-reached' | 'in-offer' | 'moved-in-chain' | 'busy'
>;

export interface RankFacts {
  readonly entryId: WaitlistEntryId;
  readonly kind: WaitlistKind;
  readonly profession: Profession;
  /** Day of the house on which the first of the requests that continue one another was opened. */
  readonly since: Day;
  /** Those answered « yes » that hold today. */
  readonly counting: readonly Criterion[];
  /** Said only where an age counts. */
  readonly birth: BirthDate;
  readonly practitionerIds: readonly PractitionerId[];
  readonly wishes: Omit<ListWishes, 'note'>;
  readonly homeVisit: boolean;
  readonly stepFree: boolean;
  /** How long the person needs there. Null: nobody knows, any length will do. */
  readonly minutes: number | null;
  /** Earlier list only: the one that stands meanwhile. */
  readonly appointment: {
    readonly practitionerId: PractitionerId;
    readonly day: Day;
    readonly start: Minute;
  } | null;
  /** Where else in the house the person is on the place's day; her own appointment to be moved left out. */
  readonly elsewhere: readonly Interval[];
  readonly held: readonly OfferFilter[];
}

/** What comes free. Without `slot`: a place to be taken on at all, which has no hour. */
export interface Place {
  readonly practitionerId: PractitionerId;
  readonly profession: Profession;
  /** Null: nobody has said. */
  readonly sex: 'female' | 'male' | null;
  readonly stepFree: boolean | null;
  readonly homeVisits: boolean;
  readonly slot: ({ readonly day: Day } & Interval) | null;
}
