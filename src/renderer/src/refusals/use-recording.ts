import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PractitionerId } from '../../../contract/ids.ts';
import type { ColleagueAnswer, WhoCan } from '../../../contract/intake.ts';
import type { RefusalWords } from '../../../contract/refusal-papers.ts';
import type { DeskRequest } from '../../../contract/requests.ts';
import { client } from '../api/client.ts';
import { type ErrorText, errorText, isFailure } from '../api/error-text.ts';
import { refresh } from '../api/live.ts';
import { queryClient } from '../api/query.ts';
import { complaintOf } from './complaint.ts';
import { askedIn, groundIn, type RefusalDraft, spokenOf, withComplaint, withRecorded } from './draft.ts';
import { concludeInHand, slotsOf } from './go.ts';
import { changeRefusal, useHand } from './hand.ts';
import { closingOf, promiseBeside } from './ways.ts';

interface Facts {
  readonly draft: RefusalDraft;
  readonly request: DeskRequest;
  readonly standings: readonly WhoCan[];
}

interface Recording {
  readonly pending: boolean;
  /** What belongs to no step in particular. */
  readonly failure: ErrorText | null;
  /** The guarded act, as it stands. */
  record(words: RefusalWords, promised: string | null): void;
  /** A colleague takes the person on: a place is kept, and her slots are next. */
  accept(practitionerId: PractitionerId): void;
}

/** What was asked changed at another desk meanwhile: the request as it is now, and the same said once more. */
const onLatest = async <T>(request: DeskRequest, act: (at: DeskRequest) => Promise<T>): Promise<T> => {
  try {
    return await act(request);
  } catch (error) {
    if (isFailure(error, 'STALE_VERSION') === null) throw error;
    return act(await client.requests.get({ id: request.id }));
  }
};

/** Somebody declined a door that has closed since: that no longer says anything, and the desk refuses it. */
const isMoot = (standings: readonly WhoCan[], { practitionerId, answer }: ColleagueAnswer): boolean =>
  answer === 'declined-by-patient' &&
  standings.some((one) => one.practitionerId === practitionerId && one.can === 'no' && one.meter.left !== 0);

const send = async ({ draft, request, standings }: Facts, words: RefusalWords) => {
  const practitionerId = askedIn(draft, standings);
  const ground = groundIn(draft, standings);
  const asked = standings.find((one) => one.practitionerId === practitionerId);
  if (asked === undefined || practitionerId === null || ground === null)
    throw new Error('a refusal without a practitioner or a ground is not sent');
  const close = request.patient === null ? null : closingOf(draft, asked.profession);
  const callback = promiseBeside(draft, close);
  return onLatest(request, ({ id, version }) =>
    client.refusals.record({
      request: { id, version },
      practitionerId,
      ground,
      decisionId: asked.decision?.ground === ground ? asked.decision.id : null,
      homeVisit: draft.homeVisit,
      colleagues: spokenOf(draft, practitionerId).filter((said) => !isMoot(standings, said)),
      waysForward: [...draft.ways],
      wordsShown: [...words.wordsShown],
      ...(close === null ? {} : { close }),
      ...(callback === null ? {} : { callback }),
    }),
  );
};

export const useRecording = (facts: Facts): Recording => {
  const [failure, setFailure] = useState<ErrorText | null>(null);
  const { draft, request } = facts;
  /** What was said up to the key that records, drawn or not. */
  const latest = (): RefusalDraft => useHand.getState().drafts.get(draft.requestId) ?? draft;
  const onError = async (error: unknown) => {
    const complaint = complaintOf(error);
    if (complaint === null) setFailure(errorText(error));
    else changeRefusal(draft.requestId, (current) => withComplaint(current, complaint));
    // Who can, and what is left, may be another answer than the one on screen.
    await refresh(queryClient, ['refusals', 'urgency', 'requests']);
  };
  const recording = useMutation({
    networkMode: 'always',
    mutationFn: ({ words }: { readonly words: RefusalWords; readonly promised: string | null }) =>
      send({ ...facts, draft: latest() }, words),
    onMutate: () => setFailure(null),
    onSuccess: (written, { words, promised }) => {
      changeRefusal(draft.requestId, (current) =>
        withRecorded(current, { refusalId: written.refusal.id, words, promised }),
      );
      concludeInHand(written.request);
    },
    onError,
  });
  const accepting = useMutation({
    networkMode: 'always',
    mutationFn: (practitionerId: PractitionerId) =>
      onLatest(request, ({ id, version }) =>
        client.refusals.accept({ request: { id, version }, practitionerId, homeVisit: latest().homeVisit }),
      ),
    onMutate: () => setFailure(null),
    onSuccess: (_, practitionerId) => slotsOf(request, practitionerId),
    onError,
  });
  const pending = recording.isPending || accepting.isPending;
  return {
    pending,
    failure,
    record: (words, promised) => {
      if (!pending) recording.mutate({ words, promised });
    },
    accept: (practitionerId) => {
      if (!pending) accepting.mutate(practitionerId);
    },
  };
};
