import type { Owner } from '../../../contract/callbacks.ts';
import type { PractitionerId, StaffId } from '../../../contract/ids.ts';

export interface OwnerColumns {
  readonly ownerStaffId: StaffId | null;
  readonly ownerPractitionerId: PractitionerId | null;
}

export const OWNER_COLUMNS = 'owner_staff_id AS ownerStaffId, owner_practitioner_id AS ownerPractitionerId';

/** The table's CHECK holds: exactly one of the two. */
export const ownerIn = ({ ownerStaffId, ownerPractitionerId }: OwnerColumns): Owner =>
  ownerPractitionerId === null
    ? { kind: 'staff', staffId: ownerStaffId as StaffId }
    : { kind: 'practitioner', practitionerId: ownerPractitionerId };

export const ownerColumns = (owner: Owner): OwnerColumns => ({
  ownerStaffId: owner.kind === 'staff' ? owner.staffId : null,
  ownerPractitionerId: owner.kind === 'practitioner' ? owner.practitionerId : null,
});

/** A row is `:practitioner`'s when it is hers by name, or under her initials at the desk. */
export const OWNED_BY_PRACTITIONER = `(owner_practitioner_id = :practitioner
  OR owner_staff_id IN (SELECT id FROM staff WHERE practitioner_id = :practitioner))`;
