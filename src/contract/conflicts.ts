/** Why what was asked contradicts what is there: one closed list, so that each has its French sentence (`api/errors`). */
import * as z from 'zod';

export const ConflictReason = z.enum([
  // the file and its copies
  'open',
  'held-by-another',
  'first-start-over',
  'house-exists',
  'no-copies',
  'target-relative',
  'target-missing',
  'target-not-a-folder',
  'target-inside',
  'target-unwritable',
  'target-full',
  'target-other-house',
  'target-same-disk',
  // patients and the agenda
  'already-merged',
  'merge-cycle',
  'not-merged',
  'extra-booked',
  'erasure-stands',
  // requests, urgency, unscheduled care
  'request-closed',
  'callback-closed',
  'callback-of-another-request',
  'callback-not-to-patient',
  'card-changed',
  'already-signed',
  'urgency-settled',
  'not-unscheduled',
  'last-step',
  // refusals and redirections
  'already-refused',
  'place-promised',
  'colleague-closed',
  'practitioner-closed',
  'practitioner-decided',
  'policy-changed',
  'already-decided',
  'decision-withdrawn',
  'entry-put-away',
  'redirection-ended',
  // the two lists
  'not-waiting',
  'other-list',
  'entry-closed',
  'entry-waiting',
  'entry-settled',
  'appointment-over',
  'not-on-a-list',
  'already-adopted',
  'places-standing',
  // files that are taken over
  'import-stopped',
  'file-already-whole',
  'file-not-whole',
]);
export type ConflictReason = z.infer<typeof ConflictReason>;
