/** What contradicts what is there, each in words of its own: the compiler refuses a reason without them. */
import { agendaConflicts } from './agenda.ts';
import { copyConflicts } from './copies.ts';
import { deskConflicts } from './desk.ts';
import { exchangeConflicts } from './exchange.ts';
import { refusalConflicts } from './refusals.ts';
import { requestConflicts } from './requests.ts';
import type { ConflictTexts, ErrorTexts } from './said.ts';
import { waitlistConflicts } from './waitlist.ts';

const conflicts: ConflictTexts = {
  ...deskConflicts,
  ...copyConflicts,
  ...agendaConflicts,
  ...requestConflicts,
  ...refusalConflicts,
  ...waitlistConflicts,
  ...exchangeConflicts,
};

export const conflictTexts: ErrorTexts<'CONFLICT'> = { CONFLICT: ({ reason }) => conflicts[reason] };
