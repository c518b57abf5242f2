/** What the desk and the worker that sets a paper say to each other: one job, one answer. */
import type { Paper } from '../../contract/paper.ts';
import type { Instant } from '../../contract/time.ts';

export interface PaperJob {
  readonly paper: Paper;
  /** Files of fonts by the names that the layout gives them. */
  readonly fonts: Readonly<Record<string, Uint8Array>>;
  readonly madeAt: Instant;
}

export type PaperAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'too-long' }
  /** `message` is for the local log; it says nothing of the paper's content. */
  | { readonly ok: false; readonly why: 'failed'; readonly message: string };
