/** An outcome as columns: what is looked for is a column, what is only read again is kept whole. */
import type { CallbackId, ClaimId, PractitionerId } from '../../../contract/ids.ts';
import type { Profession } from '../../../contract/professions.ts';
import type {
  ListWishes,
  RedirectedTo,
  RequestOutcome,
  UnresolvedReason,
} from '../../../contract/requests.ts';

export interface OutcomeColumns {
  readonly outcome: RequestOutcome['kind'] | null;
  readonly appointmentId: ClaimId | null;
  readonly listProfession: Profession | null;
  readonly listWishes: string | null;
  readonly redirectedTo: RedirectedTo['kind'] | null;
  readonly redirectedPractitionerId: PractitionerId | null;
  readonly redirectedLabel: string | null;
  readonly callbackId: CallbackId | null;
  readonly said: string | null;
  readonly unresolvedReason: UnresolvedReason | null;
}

export const OUTCOME_COLUMNS = `outcome, appointment_id AS appointmentId, list_profession AS listProfession,
  list_wishes AS listWishes, redirected_to AS redirectedTo, redirected_practitioner_id AS redirectedPractitionerId,
  redirected_label AS redirectedLabel, callback_id AS callbackId, said, unresolved_reason AS unresolvedReason`;

const none: OutcomeColumns = {
  outcome: null,
  appointmentId: null,
  listProfession: null,
  listWishes: null,
  redirectedTo: null,
  redirectedPractitionerId: null,
  redirectedLabel: null,
  callbackId: null,
  said: null,
  unresolvedReason: null,
};

interface Kept {
  readonly practitionerIds?: PractitionerId[];
  readonly wishes: ListWishes;
}

const redirection = (to: RedirectedTo): Partial<OutcomeColumns> => ({
  redirectedTo: to.kind,
  redirectedPractitionerId: to.kind === 'colleague' ? to.practitionerId : null,
  redirectedLabel: to.kind === 'colleague' ? null : to.label || null,
});

const own = (outcome: RequestOutcome): Partial<OutcomeColumns> => {
  switch (outcome.kind) {
    case 'appointment':
      return { appointmentId: outcome.appointmentId };
    case 'registration-list': {
      const { practitionerIds, wishes, profession } = outcome;
      return { listProfession: profession, listWishes: JSON.stringify({ practitionerIds, wishes }) };
    }
    case 'earlier-list':
      return {
        appointmentId: outcome.appointmentId,
        listWishes: JSON.stringify({ wishes: outcome.wishes }),
      };
    case 'redirected':
      return redirection(outcome.to);
    case 'callback':
      return { callbackId: outcome.callbackId };
    case 'answered':
      return { said: outcome.said };
    case 'unresolved':
      return { unresolvedReason: outcome.reason };
    case 'emergency':
    case 'withdrawn':
      return {};
  }
};

export const outcomeColumns = (outcome: RequestOutcome | null): OutcomeColumns =>
  outcome === null ? none : { ...none, outcome: outcome.kind, ...own(outcome) };

const redirectedIn = (row: OutcomeColumns): RedirectedTo => {
  const kind = row.redirectedTo as RedirectedTo['kind'];
  if (kind === 'colleague') return { kind, practitionerId: row.redirectedPractitionerId as PractitionerId };
  return kind === 'outside'
    ? { kind, label: row.redirectedLabel ?? '' }
    : { kind, label: row.redirectedLabel };
};

/** The CHECKs of the table hold: what the kind needs is there. */
export const outcomeIn = (row: OutcomeColumns): RequestOutcome | null => {
  switch (row.outcome) {
    case null:
      return null;
    case 'appointment':
      return { kind: 'appointment', appointmentId: row.appointmentId as ClaimId };
    case 'registration-list': {
      const { practitionerIds = [], wishes } = JSON.parse(row.listWishes ?? '{}') as Kept;
      return {
        kind: 'registration-list',
        profession: row.listProfession as Profession,
        practitionerIds,
        wishes,
      };
    }
    case 'earlier-list': {
      const { wishes } = JSON.parse(row.listWishes ?? '{}') as Kept;
      return { kind: 'earlier-list', appointmentId: row.appointmentId as ClaimId, wishes };
    }
    case 'redirected':
      return { kind: 'redirected', to: redirectedIn(row) };
    case 'callback':
      return { kind: 'callback', callbackId: row.callbackId as CallbackId };
    case 'answered':
      return { kind: 'answered', said: row.said ?? '' };
    case 'unresolved':
      return { kind: 'unresolved', reason: row.unresolvedReason as UnresolvedReason };
    case 'emergency':
    case 'withdrawn':
      return { kind: row.outcome };
  }
};
