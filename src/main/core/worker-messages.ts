/** What the desk and a worker of its own say to each other: one request at a time, each answered once. */
import type { ErrorCode, ErrorData } from '../../contract/errors.ts';

export type Failure =
  | { readonly code: ErrorCode; readonly data: ErrorData<ErrorCode> }
  | {
      readonly code: null;
      readonly stopped: boolean;
      readonly message: string;
      /** Of the system or of SQLite: `SQLITE_FULL`… */
      readonly cause: string | null;
    };

export type Reply<Answers, Progress> =
  | { readonly progress: Progress }
  | { readonly id: number; readonly value: Answers[keyof Answers] }
  | { readonly id: number; readonly failure: Failure };

/** One request among those that `Asks` names. */
export type RequestOf<Asks> = {
  readonly [A in keyof Asks]: { readonly id: number; readonly ask: A; readonly of: Asks[A] };
}[keyof Asks];
