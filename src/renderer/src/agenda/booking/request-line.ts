/**
 * The request behind a call: opened as soon as its matter is known, kept in step with what is said, closed by its
 * outcome. Calls to the desk wait for one another, so that a quick hand never opens it twice; and once it is open, it is
 * only ever brought up to date: neither another desk's change nor a failure opens a second one.
 */
import type { Booking } from '../../../../contract/agenda.ts';
import type { Redirection, RedirectionDraft } from '../../../../contract/redirections.ts';
import type { Closing, DeskRequest } from '../../../../contract/requests.ts';
import { client } from '../../api/client.ts';
import { isFailure } from '../../api/error-text.ts';
import { askedBy, changedSince, openingOf, type Told, toldOf } from './asked.ts';
import type { Draft } from './draft.ts';

/** What the desk holds, and what this call last told it. */
interface Known {
  readonly request: DeskRequest;
  readonly told: Told;
  /** Found open from an earlier day: another matter must not be written over it. */
  readonly continued: boolean;
}

/** The last thing known to be true; a failure leaves it as it was. */
const lines = new Map<number, Promise<Known | null>>();

/** Somebody at another desk changed it meanwhile: their work stays, ours goes on top of it. */
const update = async ({ id, version }: DeskRequest, changed: Partial<Told>): Promise<DeskRequest> => {
  try {
    return await client.requests.update({ id, version, ...changed });
  } catch (error) {
    if (isFailure(error, 'STALE_VERSION') === null) throw error;
    const now = await client.requests.get({ id });
    return client.requests.update({ id, version: now.version, ...changed });
  }
};

const tell = async (known: Known | null, told: Told, separate: boolean): Promise<Known> => {
  if (known === null || (known.continued && known.told.nature !== told.nature)) {
    const { continued, ...request } = await client.requests.open({
      ...openingOf(told),
      ...(separate ? { separate } : {}),
    });
    // Version 1 is a row of today, even where it follows from an earlier one.
    return { request, told, continued: continued && request.version > 1 };
  }
  const changed = changedSince(known.told, told);
  if (Object.keys(changed).length === 0) return known;
  return { ...known, request: await update(known.request, changed), told };
};

const isClosed = (error: unknown): boolean => isFailure(error, 'CONFLICT')?.reason === 'request-closed';

/** Takes up a request that exists already. */
export const adoptRequest = (key: number, request: DeskRequest): void => {
  const told = toldOf(askedBy(request), request.patient);
  lines.set(key, Promise.resolve({ request, told, continued: false }));
};

/** Opens the request, or brings it up to date. @throws what the desk answers; the next try goes on from what is known */
export const keepRequest = async (draft: Draft): Promise<DeskRequest> => {
  const before = lines.get(draft.key) ?? Promise.resolve(null);
  const told = toldOf(draft.asked, draft.patient);
  const next = before.then((known) => tell(known, told, draft.asked.separate));
  lines.set(
    draft.key,
    // Concluded at another desk meanwhile: whoever is on the phone now asks anew.
    next.catch((error: unknown) => (isClosed(error) ? null : before)),
  );
  return (await next).request;
};

/** Forgets which request a call was about: it was concluded, or is about another matter after all. */
export const forgetRequest = (key: number): void => {
  lines.delete(key);
};

export const requestOf = async (key: number): Promise<DeskRequest | null> =>
  (await lines.get(key))?.request ?? null;

/** Tries once more on what another desk made of it: an outcome that was said on the phone is not undone by an edit. */
const onLatest = async <T>(request: DeskRequest, act: (at: DeskRequest) => Promise<T>): Promise<T> => {
  try {
    return await act(request);
  } catch (error) {
    if (isFailure(error, 'STALE_VERSION') === null) throw error;
    return act(await client.requests.get({ id: request.id }));
  }
};

/** Books and closes the request in one transaction of the desk. */
export const bookDraft = async (draft: Draft, booking: Booking) => {
  const request = await keepRequest(draft);
  const { cascadeStep: step } = draft;
  const booked = await onLatest(request, ({ id, version }) =>
    step === null
      ? client.requests.book({ id, version, booking })
      : client.unscheduled.book({ id, version, booking, step }),
  );
  forgetRequest(draft.key);
  return booked;
};

/** Ends the request. @throws OUTCOME_REQUIRED and what else the desk answers */
export const closeDraft = async (draft: Draft, outcome: Closing): Promise<DeskRequest> => {
  const request = await keepRequest(draft);
  const closed = await onLatest(request, ({ id, version }) =>
    client.requests.close({ id, version, outcome }),
  );
  forgetRequest(draft.key);
  return closed;
};

/** Ends the request by sending the person on, and follows it. @throws DESPITE_REQUIRED and what else the desk answers */
export const redirectDraft = async (draft: Draft, redirection: RedirectionDraft): Promise<Redirection> => {
  const request = await keepRequest(draft);
  const sent = await onLatest(request, ({ id, version }) =>
    client.redirections.start({ request: { id, version }, redirection }),
  );
  forgetRequest(draft.key);
  return sent;
};
