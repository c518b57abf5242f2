import * as z from 'zod';
import { Instant } from './time.ts';

/** A copy, as whoever has to choose one sees it. */
export const CopyListed = z.object({
  file: z.string(),
  at: Instant,
  /** Null in a copy of an older Parvis, which did not say. */
  people: z.int().nullable(),
  appointments: z.int().nullable(),
  /** The last thing that was done in it, and by whose initials. */
  lastChange: z.object({ at: Instant, by: z.string() }).nullable(),
  proven: z.boolean(),
});
export type CopyListed = z.infer<typeof CopyListed>;
