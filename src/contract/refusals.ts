import * as z from 'zod';
import { needs } from './base.ts';
import { PolicyId, PractitionerId } from './ids.ts';
import { Meter, Policy, PolicyDraft } from './intake.ts';

/** How one practitioner receives newcomers today. */
export const PolicyToday = z.object({
  practitionerId: PractitionerId,
  /** Null: nobody has said yet. Such a practitioner counts neither as open nor as closed. */
  current: Policy.nullable(),
  /** The next one that is dated from a later day, if any. */
  next: Policy.nullable(),
  meter: Meter,
  reviewOverdue: z.boolean(),
});
export type PolicyToday = z.infer<typeof PolicyToday>;

export const refusals = {
  /** Of every active practitioner, in the order of the columns. */
  policies: needs('desk.read').output(z.array(PolicyToday)),
  /** All that this practitioner ever said, the latest written first; those taken back included. */
  policyHistory: needs('desk.read')
    .input(z.object({ practitionerId: PractitionerId }))
    .output(z.array(Policy)),
  /**
   * Adds a policy; nothing is ever overwritten. A practitioner sets her own only.
   * `basedOn`: the latest one that the form was filled from (null: none); left out, nothing is compared.
   * @throws INVALID_INPUT at the field; CONFLICT `policy-changed` when somebody set another one meanwhile; FORBIDDEN
   */
  setPolicy: needs('policies.write')
    .input(PolicyDraft.extend({ basedOn: PolicyId.nullable().optional() }))
    .output(Policy),
};
