/** How an area says its errors in French: what happened, what is safe, what to do. */
import type { ConflictReason } from '../../../../contract/conflicts.ts';
import type { ErrorCode, ErrorData } from '../../../../contract/errors.ts';

export interface ErrorText {
  readonly title: string;
  /** What is safe and what to do. */
  readonly body: string;
}

/** `zone` is the house's: an hour is said as its wall shows it, whatever the PC believes. */
export type ErrorTexts<C extends ErrorCode = ErrorCode> = {
  readonly [K in C]: (data: ErrorData<K>, zone: string) => ErrorText;
};

export type ConflictTexts<R extends ConflictReason = ConflictReason> = Readonly<Record<R, ErrorText>>;

export const NOTHING_WRITTEN = 'Rien n’a été enregistré.';
