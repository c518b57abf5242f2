/**
 * What a policy means for one request at this minute: can this practitioner take it, and if not, on which grounds may
 * the answer be no. About the request and the practitioner's door: nothing of the person is an argument here.
 */
import {
  type Condition,
  type ConditionState,
  type Decision,
  DecisionGround,
  Ground,
  type GroundRefused,
  type Meter,
  type Policy,
} from '../../../contract/intake.ts';
import { professionalOrigins, type RequestOrigin } from '../../../contract/requests.ts';

/** What is asked, as far as a policy may look at it. */
export interface Asked {
  readonly origin: RequestOrigin;
  /** A home visit is asked for: the only case in which a sector may count (residence is a ground of CP 225-1). */
  readonly homeVisit: boolean;
}

const isMet = (condition: Condition, asked: Asked): ConditionState['met'] => {
  switch (condition) {
    case 'referred-by-professional':
      // A professional's own door says it. At any other the patient may have a letter in her hand, and only she knows.
      return professionalOrigins.includes(asked.origin) ? 'yes' : 'ask';
    case 'home-visit-in-sector':
      return asked.homeVisit ? 'ask' : 'yes';
  }
};

export const conditionsOf = (policy: Policy | null, asked: Asked): ConditionState[] =>
  (policy?.conditions ?? []).map((kind) => ({ kind, met: isMet(kind, asked) }));

export type Can = 'yes' | 'ask' | 'no' | 'unknown';

export interface Door {
  readonly policy: Policy | null;
  readonly meter: Meter;
  /** The practitioner's own decision about this patient, while it stands. */
  readonly decision: Decision | null;
  /** A place of this practitioner is kept for this very request. */
  readonly placeKept: boolean;
  /** The file shows that this practitioner follows the person: no newcomer here. */
  readonly followed: boolean;
}

/**
 * `unknown` without a policy: neither open nor closed is ever supposed. A policy speaks of newcomers: whoever is
 * followed comes in, until the practitioner has decided otherwise.
 */
export const canTake = ({ policy, meter, decision, placeKept, followed }: Door, asked: Asked): Can => {
  if (placeKept || (followed && decision === null)) return 'yes';
  if (policy === null) return 'unknown';
  if (decision !== null) return 'no';
  switch (policy.state) {
    case 'open':
      return 'yes';
    case 'closed':
      return 'no';
    case 'quota':
      return (meter.left ?? 0) > 0 ? 'yes' : 'no';
    case 'conditional': {
      return conditionsOf(policy, asked).some(({ met }) => met === 'ask') ? 'ask' : 'yes';
    }
  }
};

const byPolicy = (policy: Policy, door: Door, asked: Asked, ground: Ground): GroundRefused | null => {
  if ((policy.situations as readonly Ground[]).includes(ground)) return null;
  // The state is about newcomers. Whoever is followed is let go by a decision alone, handed over (R.4127-47, al. 3).
  if (door.followed) return 'known-patient';
  switch (policy.state) {
    case 'open':
      return 'policy-open';
    case 'closed':
      return policy.ground === ground ? null : 'not-in-policy';
    case 'quota':
      if ((door.meter.left ?? 0) > 0) return 'places-left';
      return ground === 'list-full' ? null : 'not-in-policy';
    case 'conditional': {
      const open = conditionsOf(policy, asked).filter(({ met }) => met !== 'yes');
      if (open.length === 0) return 'condition-met';
      // A sector says where visits go: it is a mode of practice, and the ground of nothing but a visit.
      const grounds = open.map(({ kind }) =>
        kind === 'home-visit-in-sector' ? 'outside-mode-of-practice' : policy.ground,
      );
      return grounds.includes(ground as never) ? null : 'not-in-policy';
    }
  }
};

const byDecision = (decision: Decision | null, ground: Ground): GroundRefused | null => {
  if (decision === null || decision.ground !== ground) return 'no-decision';
  return decision.owed.length === 0 ? null : 'continuity-owed';
};

/**
 * Why this ground may not be given for this practitioner's no; null when it may. Without a policy nothing may, but that
 * is another refusal (NO_POLICY).
 */
export const whyNotGround = (door: Door, asked: Asked, ground: Ground): GroundRefused | null => {
  if (door.placeKept) return 'place-kept';
  if (DecisionGround.options.includes(ground as never)) return byDecision(door.decision, ground);
  return door.policy === null ? 'not-in-policy' : byPolicy(door.policy, door, asked, ground);
};

/** The grounds that may be given now, in the order of the list. */
export const groundsFor = (door: Door, asked: Asked): Ground[] =>
  Ground.options.filter((ground) => whyNotGround(door, asked, ground) === null);
