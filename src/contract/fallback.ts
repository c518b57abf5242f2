/**
 * What the desk works from when Parvis does not open: today, tomorrow, who is to be rung and the top of the lists, as PDFs
 * in a folder of the house's choice. Readable without Parvis, hence not encrypted: off until somebody chose it.
 */
import * as z from 'zod';
import { needs } from './base.ts';
import { Instant } from './time.ts';

export const FallbackNames = z.enum(['full', 'initials']);
export type FallbackNames = z.infer<typeof FallbackNames>;

export const FallbackState = z.object({
  /** Null: nothing is written anywhere. */
  folder: z.string().nullable(),
  names: FallbackNames,
  /** When the sheets were last written, all of them, and under which names. */
  writtenAt: Instant.nullable(),
  files: z.array(z.string()),
  /** French, ready to show: why the last try did not come through; the sheets from before are still there. */
  failure: z.string().nullable(),
});
export type FallbackState = z.infer<typeof FallbackState>;

export const fallback = {
  state: needs('desk.read').output(FallbackState),
  /**
   * CONFLICT `fallback-relative`, `fallback-missing`, `fallback-not-a-folder`, `fallback-inside`, `fallback-unwritable`.
   * Null: no more, and the sheets that Parvis wrote there are removed; as they are from a folder that is left for another.
   */
  choose: needs('practice.write')
    .input(z.object({ folder: z.string().trim().min(1).max(500).nullable(), names: FallbackNames }))
    .output(FallbackState),
  /** Now. A failure is in the state. */
  write: needs('paper.print').output(FallbackState),
};
