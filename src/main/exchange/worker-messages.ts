/** What the exchange service and its worker say to each other. One request at a time, each answered once. */
import type { FileInspection, FileRole, ImportOutcome, ImportReport } from '../../contract/exchange.ts';
import type { Region } from '../../contract/practice.ts';
import type { Day, Instant } from '../../contract/time.ts';
import type { Call } from '../core/actor.ts';
import type { Committed, FileAccess } from '../core/ground.ts';
import type { RequestOf } from '../core/worker-messages.ts';
import type { ReadRole } from './rules/fields.ts';
import type { Known, Prepared, PreparedType } from './rules/prepared.ts';

export interface Correction {
  readonly role: FileRole;
  readonly mapping: Readonly<Record<string, string>>;
}

export interface CheckFacts {
  readonly today: Day;
  readonly region: Region;
  readonly known: Known;
  readonly types: readonly PreparedType[];
}

/** A prepared row with the digest that recognises it at the next import. */
export type Fingerprinted<T> = T & { readonly fingerprint: string };
export type PreparedRows = { readonly [K in keyof Prepared]: readonly Fingerprinted<Prepared[K][number]>[] };

export interface Asks {
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly inspect: { readonly remembered: readonly (Correction & { readonly headers: string })[] };
  readonly correct: { readonly name: string; readonly correction: Correction };
  readonly check: CheckFacts;
  /** Digests of the rows that were checked: done before the pen is taken. */
  readonly prepare: object;
  readonly write: { readonly file: FileAccess; readonly call: Call; readonly now: Instant };
  readonly refused: { readonly role: ReadRole };
}
export type Ask = keyof Asks;
export type Request = RequestOf<Asks>;

export interface Answers {
  file: { lines: number };
  inspect: FileInspection[];
  correct: FileInspection[];
  check: ImportReport;
  prepare: object;
  write: { readonly outcome: ImportOutcome; readonly committed: Committed | null };
  refused: { fileName: string; csv: string };
}
