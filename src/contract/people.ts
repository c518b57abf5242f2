import * as z from 'zod';
import { needs } from './base.ts';
import { PractitionerId, StaffId } from './ids.ts';
import { Role } from './rights.ts';

/** Somebody who works at this desk: picked by initials, and by PIN once she has one. */
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

/** What must be known before anybody sits down: who is asked for a PIN, and when a desk locks by itself. */
export const Seating = z.object({
  version: z.int(),
  /** Without a key or a click for so many minutes, the desk of somebody who has a PIN locks. Null: never. */
  lockMinutes: z.int().min(1).max(120).nullable(),
  /** Whoever has no PIN cannot sit down. */
  pinRequired: z.boolean(),
  /** Who has a PIN. */
  withPin: z.array(StaffId),
});
export type Seating = z.infer<typeof Seating>;

/** Longer than any PIN: what was typed by mistake is refused as a wrong one, not as a bug. */
const typedPin = z.string().max(64);

/** What a call then carries (`SEAT_HEADER`). It lives in the desk's memory and ends with it. */
const Seat = z.object({ seat: z.string() });

export const people = {
  /** Who may sit at the desk, for the picker: initials, name, role; active first. */
  list: needs('public').output(z.array(Staff)),
  add: needs('people.write').input(StaffDraft).output(Staff),
  /** @throws FORBIDDEN `people.govern` where a référent is made or touched, or somebody who has a PIN is doubled */
  update: needs('people.write').input(Staff).output(Staff),

  seating: needs('public').output(Seating),
  /**
   * Takes the desk. `pin` null: for somebody who has none.
   * @throws PIN_REQUIRED, PIN_WRONG, PIN_WAIT, NOT_FOUND
   */
  sit: needs('public')
    .input(z.object({ staffId: StaffId, pin: typedPin.nullable() }))
    .output(Seat),
  /** Ends the seat that the call carries: at the end of the day, when the desk is locked, when somebody else sits down. */
  leave: needs('public').output(z.object({})),
  /**
   * One's own, with the present one if there is one (`current`); anybody's with `people.govern`. `pin` null takes it away.
   * The seats of that person end; whoever changed her own gets a new one.
   * @throws INVALID_INPUT at `pin` or `current`, FORBIDDEN, PIN_WRONG, PIN_WAIT, NOT_FOUND
   */
  setPin: needs('seat.own')
    .input(z.object({ staffId: StaffId, pin: typedPin.nullable(), current: typedPin.nullable() }))
    .output(z.object({ seat: z.string().nullable() })),
  /**
   * A référent who has forgotten hers, where no other can give her a new one: by the house's recovery code.
   * @throws WRONG_RECOVERY_CODE, FORBIDDEN for anybody else, INVALID_INPUT at `pin`
   */
  recoverPin: needs('public')
    .input(z.object({ staffId: StaffId, recoveryCode: z.string().max(200), pin: typedPin }))
    .output(Seat),
  /** @throws STALE_VERSION; INVALID_INPUT `own-pin-first` at `pinRequired` */
  saveSeating: needs('people.govern')
    .input(Seating.omit({ withPin: true }))
    .output(Seating),
};
