/**
 * The request behind a call: opened as soon as somebody said something, kept in step with what is known, closed by the
 * booking. Calls to the desk wait for one another, so that a quick hand never opens it twice.
 */
import type { Booking } from '../../../../contract/agenda.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { client } from '../../api/client.ts';
import { showError } from '../../app/notify.ts';
import type { Draft } from './draft.ts';

type Told = Pick<Draft, 'patient' | 'wish'>;

interface Line {
  last: Promise<DeskRequest | null>;
  told: Told;
}

const lines = new Map<number, Line>();

const open = ({ patient, wish }: Told): Promise<DeskRequest> =>
  client.requests.open({
    origin: 'call',
    ...(patient === null ? {} : { patientId: patient.id }),
    ...(wish.trim() === '' ? {} : { wish: wish.trim() }),
  });

const update = ({ id, version }: DeskRequest, { patient, wish }: Told): Promise<DeskRequest> =>
  client.requests.update({
    id,
    version,
    patientId: patient?.id ?? null,
    wish: wish.trim() === '' ? null : wish.trim(),
  });

const same = (a: Told, b: Told): boolean =>
  a.patient?.id === b.patient?.id && a.wish.trim() === b.wish.trim();

/** Takes up a request that exists already. */
export const adoptRequest = (key: number, request: DeskRequest): void => {
  lines.set(key, {
    last: Promise.resolve(request),
    told: { patient: request.patient, wish: request.wish ?? '' },
  });
};

/** Opens the request, or brings it up to date. An error is shown; null then, and the next try starts again. */
export const keepRequest = (draft: Draft): Promise<DeskRequest | null> => {
  const told: Told = { patient: draft.patient, wish: draft.wish };
  const line = lines.get(draft.key);
  if (line !== undefined && same(line.told, told)) return line.last;
  const before = line?.last ?? Promise.resolve(null);
  const last = before
    .then((request) => (request === null ? open(told) : update(request, told)))
    .catch((error: unknown) => {
      lines.delete(draft.key);
      showError(error);
      return null;
    });
  lines.set(draft.key, { last, told });
  return last;
};

export const requestOf = (key: number): Promise<DeskRequest | null> =>
  lines.get(key)?.last ?? Promise.resolve(null);

/** Books and closes the request in one transaction of the desk. */
export const bookDraft = async (draft: Draft, booking: Booking) => {
  const request = (await keepRequest(draft)) ?? (await open(draft));
  return client.requests.book({ id: request.id, version: request.version, booking });
};

/** « Sans suite » : closed without an appointment, and said so. */
export const withdrawDraft = async (draft: Draft): Promise<void> => {
  const request = await requestOf(draft.key);
  if (request !== null)
    await client.requests.close({ id: request.id, version: request.version, outcome: { kind: 'withdrawn' } });
  lines.delete(draft.key);
};
