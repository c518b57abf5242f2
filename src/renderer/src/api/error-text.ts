/**
 * Every error of the contract, said in French: what happened, what is safe, what to do. One closed list, checked by
 * the compiler: a new code cannot reach the screen without its sentence, which stands with its area in `errors/`.
 */
import { ORPCError } from '@orpc/client';
import { type ErrorCode, type ErrorData, errorData } from '../../../contract/errors.ts';
import { houseZone } from '../app/now.ts';
import { agendaTexts } from './errors/agenda.ts';
import { conflictTexts } from './errors/conflicts.ts';
import { deskTexts } from './errors/desk.ts';
import { exchangeTexts } from './errors/exchange.ts';
import { refusalTexts } from './errors/refusals.ts';
import { requestTexts } from './errors/requests.ts';
import type { ErrorText, ErrorTexts } from './errors/said.ts';
import { seatTexts } from './errors/seat.ts';
import { waitlistTexts } from './errors/waitlist.ts';

export type { ErrorText } from './errors/said.ts';

type FailureOf<C extends ErrorCode> = {
  [K in C]: { readonly code: K; readonly data: ErrorData<K> };
}[C];

export type DeskFailure = FailureOf<ErrorCode>;

/** The typed error behind whatever was thrown, or null when the call did not get an answer of the desk. */
export const deskFailure = (error: unknown): DeskFailure | null => {
  if (!(error instanceof ORPCError) || !Object.hasOwn(errorData, error.code)) return null;
  const code = error.code as ErrorCode;
  const data = errorData[code].safeParse(error.data ?? {});
  return data.success ? ({ code, data: data.data } as DeskFailure) : null;
};

export const isFailure = <C extends ErrorCode>(error: unknown, code: C): ErrorData<C> | null => {
  const failure = deskFailure(error);
  return failure?.code === code ? (failure.data as ErrorData<C>) : null;
};

const texts: ErrorTexts = {
  ...deskTexts,
  ...seatTexts,
  ...conflictTexts,
  ...agendaTexts,
  ...requestTexts,
  ...refusalTexts,
  ...waitlistTexts,
  ...exchangeTexts,
};

const textOf = <C extends ErrorCode>({ code, data }: FailureOf<C>, zone: string): ErrorText =>
  texts[code](data, zone);

export const errorText = (error: unknown, zone = houseZone()): ErrorText => {
  const failure = deskFailure(error);
  return failure === null ? unanswered : textOf(failure, zone);
};

const unanswered: ErrorText = {
  title: 'Parvis n’a pas répondu',
  body: 'Ce qui était enregistré est en sécurité. Vérifiez à l’écran si l’action est faite, puis réessayez ; si cela continue, fermez et rouvrez Parvis.',
};
