/** What the import and its worker say to each other. */
import type { DirectoryImportReport, ImportFilter } from '../../../contract/directory-import.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { Call } from '../../core/actor.ts';
import type { Committed, FileAccess } from '../../core/ground.ts';
import type { RequestOf } from '../../core/worker-messages.ts';

export interface Asks {
  readonly begin: { readonly name: string; readonly filter: ImportFilter };
  readonly chunk: { readonly bytes: Uint8Array; readonly last: boolean };
  /** `file` null: nothing is known yet, and nothing is written. `write` false: only what would come of it. */
  readonly compare: {
    readonly file: FileAccess | null;
    readonly write: boolean;
    readonly today: Day;
    readonly now: Instant;
  };
  /** What was staged is shown, all at once. The desk has handed its pen meanwhile. */
  readonly publish: { readonly file: FileAccess; readonly call: Call; readonly now: Instant };
  /** What was staged is taken away again. */
  readonly sweep: { readonly file: FileAccess };
}
export type Request = RequestOf<Asks>;

export interface ReadSoFar {
  readonly lines: number;
  readonly activities: number;
  readonly persons: number;
}

export interface Answers {
  begin: object;
  chunk: ReadSoFar;
  compare: DirectoryImportReport;
  publish: { readonly report: DirectoryImportReport; readonly committed: Committed | null };
  sweep: object;
}
