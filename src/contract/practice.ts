import * as z from 'zod';
import { needs } from './base.ts';
import { AbsenceId, AppointmentTypeId, ExceptionId, OpeningHoursId, PractitionerId } from './ids.ts';
import { Profession } from './professions.ts';
import { Day, Minute, Weekday } from './time.ts';

/** Where public holidays differ: metropolitan France, Alsace-Moselle, and each overseas territory. */
export const Region = z.enum([
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-martin',
  'saint-barthelemy',
  'saint-pierre-et-miquelon',
]);
export type Region = z.infer<typeof Region>;

export const House = z.object({
  version: z.int(),
  name: z.string().trim().min(1).max(120),
  /** IANA zone, `Europe/Paris`… */
  zone: z.string().min(1).max(60),
  region: Region,
  phone: z.string().max(20).nullable(),
  address: z.string().max(300).nullable(),
  /** The fictitious house of the demo says so everywhere. */
  demo: z.boolean(),
});
export type House = z.infer<typeof House>;

/** `#rrggbb`: one accent a practitioner, never the only sign. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/);

export const Practitioner = z.object({
  id: PractitionerId,
  version: z.int(),
  title: z.string().trim().max(12),
  familyName: z.string().trim().min(1).max(100),
  givenName: z.string().trim().max(100),
  profession: Profession,
  /** Eleven digits or none. A wrong check digit is a warning, never a refusal: official examples fail it too. */
  rpps: z
    .string()
    .regex(/^\d{11}$/)
    .nullable(),
  colour: Colour,
  /** Grid of the agenda, in minutes. */
  step: z.int().min(5).max(120),
  active: z.boolean(),
  /** Order of the columns. */
  position: z.int(),
});
export type Practitioner = z.infer<typeof Practitioner>;

export const SlotKind = z.enum(['regular', 'unscheduled', 'newPatient']);
export type SlotKind = z.infer<typeof SlotKind>;

export const AppointmentType = z
  .object({
    id: AppointmentTypeId,
    version: z.int(),
    /** Of a whole profession, or of one practitioner: exactly one of the two. */
    profession: Profession.nullable(),
    practitionerId: PractitionerId.nullable(),
    name: z.string().trim().min(1).max(80),
    minutes: z.int().min(5).max(480),
    colour: Colour.nullable(),
    /** Consigne, shown at booking: « certificats : pas le lundi ». */
    instruction: z.string().trim().max(500).nullable(),
    kind: SlotKind,
    active: z.boolean(),
    position: z.int(),
  })
  .strict();
export type AppointmentType = z.infer<typeof AppointmentType>;

/** A weekly range, every n weeks from the week of `anchorDay`. Alternation is never read off the week number. */
export const OpeningHours = z.object({
  id: OpeningHoursId,
  version: z.int(),
  practitionerId: PractitionerId,
  weekday: Weekday,
  start: Minute,
  end: Minute,
  kind: SlotKind,
  /** How many patients at once (a physiotherapist may run 3). */
  capacity: z.int().min(1).max(20),
  everyWeeks: z.int().min(1).max(12),
  anchorDay: Day,
  validFrom: Day,
  validTo: Day.nullable(),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

/**
 * One date that differs. `closed` takes the range away (the whole day: 0 to 1440); `replaced` rows of a date stand
 * instead of all its weekly hours; `extra` adds a range that the practitioner gives, even on a public holiday.
 */
export const OpeningException = z.object({
  id: ExceptionId,
  version: z.int(),
  practitionerId: PractitionerId,
  day: Day,
  effect: z.enum(['closed', 'replaced', 'extra']),
  start: Minute,
  end: Minute,
  kind: SlotKind,
  capacity: z.int().min(1).max(20),
  reason: z.string().trim().max(200).nullable(),
});
export type OpeningException = z.infer<typeof OpeningException>;

/** Away: whole days (`start` and `end` null), or the same part of each day. The reason is the house's own, coded. */
export const Absence = z.object({
  id: AbsenceId,
  version: z.int(),
  practitionerId: PractitionerId,
  fromDay: Day,
  toDay: Day,
  start: Minute.nullable(),
  end: Minute.nullable(),
  reason: z.enum(['leave', 'sick', 'training', 'meeting', 'other']),
  note: z.string().trim().max(200).nullable(),
});
export type Absence = z.infer<typeof Absence>;

export const Holiday = z.object({ day: Day, name: z.string() });
export type Holiday = z.infer<typeof Holiday>;

export const PractitionerDraft = Practitioner.omit({ id: true, version: true });
export type PractitionerDraft = z.infer<typeof PractitionerDraft>;
export const AppointmentTypeDraft = AppointmentType.omit({ id: true, version: true });
export type AppointmentTypeDraft = z.infer<typeof AppointmentTypeDraft>;
export const OpeningHoursDraft = OpeningHours.omit({ id: true, version: true });
export type OpeningHoursDraft = z.infer<typeof OpeningHoursDraft>;
/** The same range on several weekdays: « du lundi au vendredi, 8 h 30 à 12 h 30 ». */
export const WeeklyHoursDraft = OpeningHoursDraft.omit({ weekday: true }).extend({
  weekdays: z.array(Weekday).min(1).max(7),
});
export type WeeklyHoursDraft = z.infer<typeof WeeklyHoursDraft>;
export const OpeningExceptionDraft = OpeningException.omit({ id: true, version: true });
export type OpeningExceptionDraft = z.infer<typeof OpeningExceptionDraft>;
export const AbsenceDraft = Absence.omit({ id: true, version: true });
export type AbsenceDraft = z.infer<typeof AbsenceDraft>;

const versioned = <I extends z.ZodType>(id: I) => z.object({ id, version: z.int() });

/** A saved practitioner, with what deserves a second look. */
const SavedPractitioner = z.object({
  practitioner: Practitioner,
  warnings: z.array(z.enum(['rpps-check-digit'])),
});

/** First start in one go: nothing half set up. */
export const HouseSetup = z.object({
  house: House.pick({ name: true, zone: true, region: true, phone: true, address: true }),
  practitioners: z.array(PractitionerDraft).max(40),
  staff: z
    .array(z.object({ initials: z.string().trim().min(1).max(4), name: z.string().trim().min(1).max(100) }))
    .min(1)
    .max(20),
});
export type HouseSetup = z.infer<typeof HouseSetup>;

export const practice = {
  /** Null until the first start is done. */
  house: needs('public').output(House.nullable()),
  /** First start only: no actor exists yet, so the journal says « installation ». CONFLICT once a house exists. */
  setUp: needs('public').input(HouseSetup).output(House),
  updateHouse: needs('practice.write')
    .input(House.omit({ demo: true }))
    .output(House),

  practitioners: needs('desk.read').output(z.array(Practitioner)),
  addPractitioner: needs('practice.write').input(PractitionerDraft).output(SavedPractitioner),
  updatePractitioner: needs('practice.write').input(Practitioner).output(SavedPractitioner),

  /** Columns from left to right; practitioners that are not named come after, in their present order. */
  orderPractitioners: needs('practice.write')
    .input(z.object({ ids: z.array(PractitionerId).max(200) }))
    .output(z.array(Practitioner)),

  appointmentTypes: needs('desk.read').output(z.array(AppointmentType)),
  addAppointmentType: needs('practice.write').input(AppointmentTypeDraft).output(AppointmentType),
  updateAppointmentType: needs('practice.write').input(AppointmentType).output(AppointmentType),

  openingHours: needs('desk.read')
    .input(z.object({ practitionerId: PractitionerId }))
    .output(z.array(OpeningHours)),
  addOpeningHours: needs('practice.write').input(OpeningHoursDraft).output(OpeningHours),
  /** All of them or none. */
  addWeeklyHours: needs('practice.write').input(WeeklyHoursDraft).output(z.array(OpeningHours)),
  updateOpeningHours: needs('practice.write').input(OpeningHours).output(OpeningHours),
  removeOpeningHours: needs('practice.write').input(versioned(OpeningHoursId)).output(z.object({})),

  exceptions: needs('desk.read')
    .input(z.object({ practitionerId: PractitionerId, from: Day, to: Day }))
    .output(z.array(OpeningException)),
  addException: needs('practice.write').input(OpeningExceptionDraft).output(OpeningException),
  removeException: needs('practice.write').input(versioned(ExceptionId)).output(z.object({})),

  absences: needs('desk.read')
    .input(z.object({ practitionerId: PractitionerId.optional(), from: Day, to: Day }))
    .output(z.array(Absence)),
  addAbsence: needs('practice.write').input(AbsenceDraft).output(Absence),
  updateAbsence: needs('practice.write').input(Absence).output(Absence),
  removeAbsence: needs('practice.write').input(versioned(AbsenceId)).output(z.object({})),

  /** Public holidays of the house's region between two days, both included. */
  holidays: needs('desk.read')
    .input(z.object({ from: Day, to: Day }))
    .output(z.array(Holiday)),
};
