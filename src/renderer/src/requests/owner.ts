/** Who answers for a request or a call-back, as the screen says it. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Owner } from '../../../contract/callbacks.ts';
import type { Staff } from '../../../contract/people.ts';
import type { Practitioner } from '../../../contract/practice.ts';
import { practitionerName } from '../agenda/practitioner-name.ts';
import { usePractitioners } from '../agenda/use-house.ts';
import { api } from '../api/query.ts';
import { useStation } from '../app/station.ts';

export const ownerKey = (owner: Owner): string =>
  owner.kind === 'staff' ? `staff ${owner.staffId}` : `practitioner ${owner.practitionerId}`;

export const sameOwner = (a: Owner | null, b: Owner | null): boolean =>
  a === b || (a !== null && b !== null && ownerKey(a) === ownerKey(b));

export interface OwnerChoice {
  readonly owner: Owner;
  readonly key: string;
  readonly label: string;
}

export interface Owners {
  /** Whoever sits here; null before anybody does. */
  readonly me: Owner | null;
  /** Practitioners first, then the reception; practitioners are not named twice. */
  readonly choices: readonly OwnerChoice[];
  nameOf(owner: Owner): string;
}

/** Pure: from what the house is. */
export const ownersOf = (
  staff: readonly Staff[],
  practitioners: readonly Practitioner[],
  actorId: Staff['id'] | null,
): Owners => {
  const actor = staff.find(({ id }) => id === actorId);
  const me: Owner | null =
    actor === undefined
      ? null
      : actor.practitionerId === null
        ? { kind: 'staff', staffId: actor.id }
        : { kind: 'practitioner', practitionerId: actor.practitionerId };
  const choice = (owner: Owner, label: string): OwnerChoice => ({ owner, key: ownerKey(owner), label });
  const choices = [
    ...practitioners.map((one) =>
      choice({ kind: 'practitioner', practitionerId: one.id }, practitionerName(one)),
    ),
    ...staff
      .filter(({ active, practitionerId }) => active && practitionerId === null)
      .map(({ id, name }) => choice({ kind: 'staff', staffId: id }, name)),
  ];
  return {
    me,
    choices,
    nameOf: (owner) => {
      const known = choices.find(({ key }) => key === ownerKey(owner));
      if (known !== undefined) return known.label;
      // Somebody who has left still answers for what was theirs, until it is given to somebody else.
      return owner.kind === 'staff'
        ? (staff.find(({ id }) => id === owner.staffId)?.name ?? '?')
        : 'Praticien parti';
    },
  };
};

export const useOwners = (): Owners => {
  const { data: staff } = useQuery(api.people.list.queryOptions());
  const practitioners = usePractitioners();
  const actorId = useStation((state) => state.actorId);
  return useMemo(() => ownersOf(staff ?? [], practitioners, actorId), [staff, practitioners, actorId]);
};
