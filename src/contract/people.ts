import * as z from 'zod';
import { needs } from './base.ts';
import { PractitionerId, StaffId } from './ids.ts';
import { Role } from './rights.ts';

/** Somebody who works at this desk: picked by initials; PINs come later. */
export const Staff = z.object({
  id: StaffId,
  version: z.int(),
  initials: z.string().trim().min(1).max(4),
  name: z.string().trim().min(1).max(100),
  role: Role,
  /** Set when this person is a practitioner of the house: her initials open her glance. */
  practitionerId: PractitionerId.nullable(),
  active: z.boolean(),
});
export type Staff = z.infer<typeof Staff>;

export const StaffDraft = Staff.omit({ id: true, version: true });
export type StaffDraft = z.infer<typeof StaffDraft>;

const LITTLE_WORDS = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'd', 'l', 'dr', 'pr', 'm', 'mme']);

/**
 * Initials to propose for a name: « Sophie Lenoir » gives SL, « Anne-Marie de La Tour » gives AMT. One to three
 * capitals; « ? » when the name has no letter.
 */
export const initialsOf = (name: string): string => {
  const words = name.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !LITTLE_WORDS.has(word.toLocaleLowerCase('fr-FR')));
  const initials = (telling.length > 0 ? telling : words).map((word) => [...word.normalize('NFC')][0] ?? '');
  return initials.join('').toLocaleUpperCase('fr-FR').slice(0, 3) || '?';
};

export const people = {
  /** Who may sit at the desk, for the picker: initials, name, role; active first. */
  list: needs('public').output(z.array(Staff)),
  add: needs('people.write').input(StaffDraft).output(Staff),
  update: needs('people.write').input(Staff).output(Staff),
};
