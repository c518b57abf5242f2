/** A practitioner's own answer: under her initials at this desk, or from her glance. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PractitionerId, RequestId, StaffId } from '../../../../contract/ids.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import type { UrgencyDecision, UrgencyEvent } from '../../../../contract/urgency.ts';
import { client } from '../../api/client.ts';
import { isFailure } from '../../api/error-text.ts';
import { refresh } from '../../api/live.ts';
import { api, queryClient } from '../../api/query.ts';
import { showError, showNotice, showSuccess } from '../../app/notify.ts';
import { useStation } from '../../app/station.ts';
import { decisionText } from '../words.ts';
import {
  type About,
  type Asked,
  afterAWhile,
  askedOf,
  atOpening,
  type Choose,
  follow,
  GONE_MS,
  READ_MS,
  type Stage,
} from './asked.ts';

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

const useAnswer = () =>
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
    // She has a code, and this desk is somebody else's: she takes it, reads the line again and answers under her name.
    onError: (error, { as }) =>
      isFailure(error, 'LOCKED') !== null
        ? useStation.getState().beginSwitch(as)
        : isFailure(error, 'CONFLICT')?.reason === 'urgency-settled'
          ? showNotice('Réponse non notée : cette urgence avait déjà la sienne, ou le 15 a été appelé.')
          : showError(error),
    // Whatever came of it, what waits now is asked for: the place is the next one's.
    onSettled: () => refresh(queryClient, ['urgency']),
  });

interface InPlace {
  readonly asked: Asked | null;
  readonly waiting: readonly UrgencyEvent[];
  readonly turn: (id: UrgencyEvent['id'], stage: Stage) => void;
}

/**
 * One line at a time of those that wait, kept in its place until it is settled (see `asked.ts`).
 * @param lingers whether one that was settled elsewhere stays a moment to say so
 */
export const useAsked = (choose: Choose, lingers: boolean): InPlace => {
  const waiting = useWaitingUrgencies();
  const [before, setAsked] = useState(() => atOpening(waiting, choose));
  const asked = follow(before, waiting, choose, lingers);
  if (asked !== before) setAsked(asked);
  const latest = useRef({ waiting, choose });
  useEffect(() => {
    latest.current = { waiting, choose };
  });
  const id = asked?.event.id;
  const stage = asked?.stage;
  // biome-ignore lint/correctness/useExhaustiveDependencies: its time runs from when it came into its place.
  useEffect(() => {
    if (stage !== 'shown' && stage !== 'gone') return;
    const pass = (now: Asked | null): Asked | null =>
      now === null ? null : afterAWhile(now, latest.current.waiting, latest.current.choose);
    const timer = setTimeout(() => setAsked(pass), stage === 'shown' ? READ_MS : GONE_MS);
    return () => clearTimeout(timer);
  }, [id, stage]);
  return {
    asked,
    waiting,
    turn: (which, next) => setAsked((now) => (now?.event.id === which ? { ...now, stage: next } : now)),
  };
};

export interface MyAnswer {
  readonly asked: Asked;
  /** The request that it is about; null without one. */
  readonly request: DeskRequest | null;
  /** Others that wait behind it. */
  readonly more: number;
  /** Does it take a key? Not before it has been read, with the name of whom it is about. */
  readonly ready: boolean;
  readonly say: (decision: UrgencyDecision) => void;
}

/**
 * What this practitioner is asked, if anything is: by her staff line, never in a colleague's name.
 * @param about what the view was opened about
 */
export const useMyAnswer = (who: PractitionerId | null, about: About | null = null): MyAnswer | null => {
  const as = useStaffOf(who);
  const { asked, waiting, turn } = useAsked(
    (all) => (who === null || as === null ? null : askedOf(all, who, about)),
    true,
  );
  const answer = useAnswer();
  const requestId = asked?.event.requestId ?? null;
  const request = useQuery({
    ...api.requests.get.queryOptions({ input: { id: requestId ?? (0 as RequestId) } }),
    enabled: requestId !== null,
  });
  if (as === null || asked === null) return null;
  const ready = asked.stage === 'ready' && (requestId === null || !request.isPending);
  return {
    asked,
    request: request.data ?? null,
    more: waiting.filter(({ id }) => id !== asked.event.id).length,
    ready,
    say: (decision) => {
      if (!ready) return;
      const { id } = asked.event;
      turn(id, 'sent');
      answer.mutate({ as, eventId: id, decision }, { onError: () => turn(id, 'ready') });
    },
  };
};
