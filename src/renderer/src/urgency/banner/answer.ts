/** A practitioner's own answer: under her initials at this desk, or from her glance. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PractitionerId, StaffId } from '../../../../contract/ids.ts';
import type { UrgencyDecision, UrgencyEvent } from '../../../../contract/urgency.ts';
import { client } from '../../api/client.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { useStation } from '../../app/station.ts';
import { decisionText } from '../words.ts';

/** One key each, wherever she is asked. */
export const ANSWER_KEYS: readonly { readonly key: string; readonly decision: UrgencyDecision }[] = [
  { key: 'p', decision: 'no-urgency' },
  { key: 'j', decision: 'i-take-it' },
  { key: 'c', decision: 'fifteen' },
];

export const decisionOf = (key: string): UrgencyDecision | null =>
  ANSWER_KEYS.find((one) => one.key === key.toLocaleLowerCase('fr-FR'))?.decision ?? null;

/** Doubts and people told, oldest first. Nobody seated, or no answer of the desk: none are known. */
export const useWaitingUrgencies = (): readonly UrgencyEvent[] => {
  const seated = useStation(({ actorId }) => actorId !== null);
  return useQuery({ ...api.urgency.waiting.queryOptions(), enabled: seated }).data ?? [];
};

/** Who of the staff this practitioner is; null when she has no initials here. */
export const useStaffOf = (practitionerId: PractitionerId | null): StaffId | null => {
  const { data: staff = [] } = useQuery(api.people.list.queryOptions());
  if (practitionerId === null) return null;
  const one = staff.find(
    (person) => person.active && person.role === 'practitioner' && person.practitionerId === practitionerId,
  );
  return one?.id ?? null;
};

/** The one of these that is most hers: she was told; otherwise the oldest. */
export const askedOf = (waiting: readonly UrgencyEvent[], who: PractitionerId): UrgencyEvent | null =>
  waiting.find(({ practitionerId }) => practitionerId === who) ?? waiting[0] ?? null;

export const useAnswer = () =>
  useMutation({
    mutationFn: ({
      as,
      ...answer
    }: {
      as: StaffId;
      eventId: UrgencyEvent['id'];
      decision: UrgencyDecision;
    }) => client.urgency.acknowledge(answer, { context: { actorId: as } }),
    onSuccess: (_, { decision }) =>
      showSuccess(`Réponse notée : ${decisionText[decision].toLocaleLowerCase('fr-FR')}`),
    onError: showError,
  });

export interface MyAnswer {
  readonly event: UrgencyEvent;
  /** Others that wait behind it. */
  readonly more: number;
  readonly say: (decision: UrgencyDecision) => void;
}

/** What this practitioner is asked, if anything is: by her staff line, never in a colleague's name. */
export const useMyAnswer = (who: PractitionerId | null): MyAnswer | null => {
  const waiting = useWaitingUrgencies();
  const as = useStaffOf(who);
  const answer = useAnswer();
  const event = who === null ? null : askedOf(waiting, who);
  if (as === null || event === null) return null;
  return {
    event,
    more: waiting.length - 1,
    say: (decision) => {
      if (!answer.isPending) answer.mutate({ as, eventId: event.id, decision });
    },
  };
};
