/** What stands around freed times: opening hours, claims and the clock, read once for any number of cards. */
import type { ClaimId, PractitionerId } from '../../../contract/ids.ts';
import type { AppointmentType, Practitioner, SlotKind } from '../../../contract/practice.ts';
import { type Day, type Instant, type Interval, localNow } from '../../../contract/time.ts';
import { offers } from '../../agenda/rules/offers.ts';
import { mayUse } from '../../agenda/rules/openings.ts';
import { openOn } from '../../agenda/service.ts';
import { holdsBetween } from '../../agenda/store/appointments.ts';
import { bookedBetween } from '../../agenda/store/occupied.ts';
import type { ReadDb } from '../../core/db.ts';
import { appointmentTypes } from '../../practice/store/appointment-types.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioners } from '../../practice/store/practitioners.ts';
import { type Piece, partsToOffer } from '../rules/freed.ts';

export interface Where extends Interval {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
}

export interface Around {
  /**
   * What of it can be offered now.
   * @param holds `all` but this one stand in the way; `none`: an offer made in between takes nothing away for good
   */
  parts(at: Where, holds: { readonly but: ClaimId | null } | 'none'): Piece[];
  /** What of it would be offered if nobody were booked there. */
  wereNobodyThere(at: Where): Piece[];
  /** Why nothing of it can be offered any more: not open, its hour came, or somebody is booked there. */
  over(at: Where & { readonly kind: SlotKind }): 'gone' | 'past' | 'taken';
}

/** Types that somebody who comes through this kind of range may come for. */
const typesFor = (types: readonly AppointmentType[], who: Practitioner, kind: SlotKind): AppointmentType[] =>
  types.filter(
    (type) =>
      type.active &&
      offers(who, type) &&
      (kind === 'newPatient' ? type.kind === 'newPatient' : mayUse(type.kind, kind)),
  );

/** What a newcomer is booked for with this practitioner. */
export const newcomerType = (
  types: readonly AppointmentType[],
  who: Practitioner,
): AppointmentType | undefined => {
  const hers = types.filter((type) => type.active && offers(who, type));
  return hers.find(({ kind }) => kind === 'newPatient') ?? hers[0];
};

export const aroundOf = (db: ReadDb, now: Instant, places: readonly Where[]): Around => {
  const days = places.map(({ day }) => day).sort();
  const from = days[0] ?? '';
  const to = days.at(-1) ?? '';
  const wall = localNow(now, housesZone(db));
  const people = new Map(practitioners(db).map((one) => [one.id, one]));
  const types = appointmentTypes(db);
  const ids = [...new Set(places.map(({ practitionerId }) => practitionerId))];
  const openOf = openOn(db, ids, from, to, now);
  const booked = bookedBetween(db, from, to);
  const holds = holdsBetween(db, from, to, now);
  const shortest = (who: Practitioner, kind: SlotKind): number => {
    const lengths = typesFor(types, who, kind).map(({ minutes }) => minutes);
    return lengths.length > 0 ? Math.min(...lengths) : (newcomerType(types, who)?.minutes ?? who.step);
  };
  const notBefore = (day: Day): number => (day < wall.day ? 1440 : day === wall.day ? wall.minute : 0);
  const openTo = ({ practitionerId, day }: Where) => {
    const who = people.get(practitionerId);
    return who?.active ? openOf(practitionerId, day) : [];
  };
  const partsOf = (at: Where, busy: readonly Interval[], from = notBefore(at.day)): Piece[] => {
    const who = people.get(at.practitionerId);
    if (!who) return [];
    return (['regular', 'newPatient'] as const)
      .flatMap((kind) =>
        partsToOffer(at, {
          open: openTo(at).filter((range) => range.kind === kind),
          busy,
          notBefore: from,
          step: who.step,
          shortest: shortest(who, kind),
        }),
      )
      .sort((a, b) => a.start - b.start);
  };
  return {
    parts: (at, but) => {
      const held =
        but === 'none'
          ? []
          : holds.filter(
              (hold) =>
                hold.id !== but.but && hold.practitionerId === at.practitionerId && hold.day === at.day,
            );
      return partsOf(at, [...booked.on(at.practitionerId, at.day), ...held]);
    },
    wereNobodyThere: (at) => partsOf(at, []),
    over: (at) => {
      const hers = ({ kind }: Piece): boolean => kind === at.kind;
      if (!partsOf(at, [], 0).some(hers)) return 'gone';
      return partsOf(at, []).some(hers) ? 'taken' : 'past';
    },
  };
};
