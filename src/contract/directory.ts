/**
 * The directory: colleagues and structures outside the house, to whom somebody may be sent. What the house knows by
 * itself (who takes newcomers, which number answers) and what the public extraction of the RPPS says of them.
 */
import * as z from 'zod';
import { needs } from './base.ts';
import { DirectoryEntryId, StaffId } from './ids.ts';
import { Day, daysBetween } from './time.ts';

/** A person, or what kind of structure. */
export const DirectoryKind = z.enum([
  'person',
  'practice',
  'msp',
  'cpts',
  'ess',
  'hospital',
  'pharmacy',
  'service',
  'structure',
]);
export type DirectoryKind = z.infer<typeof DirectoryKind>;

/**
 * Professions as the national directory knows them (table TRE_G15). `physician`: a doctor of whom nothing says whether
 * she is a generalist. `other`: said by `professionLabel` alone.
 */
export const DirectoryProfession = z.enum([
  'general-practitioner',
  'specialist',
  'physician',
  'nurse',
  'physiotherapist',
  'midwife',
  'dentist',
  'pharmacist',
  'speech-therapist',
  'podiatrist',
  'psychologist',
  'dietitian',
  'occupational-therapist',
  'orthoptist',
  'psychomotor-therapist',
  'optician',
  'audiologist',
  'other',
]);
export type DirectoryProfession = z.infer<typeof DirectoryProfession>;

/** As the desk last heard. */
export const Told = z.enum(['yes', 'no', 'unknown']);
export type Told = z.infer<typeof Told>;

const text = (max: number) => z.string().trim().min(1).max(max).nullable();

/** Where somebody works. */
export const DirectoryPlace = z.object({
  /** Name of the practice or of the building. */
  name: text(160),
  address: text(200),
  postalCode: text(10),
  commune: text(100),
  /** `03`, `2A`, `971`: derived from the postal code when nobody says it. */
  departement: z
    .string()
    .regex(/^(?:\d{2}|2[AB]|\d{3})$/)
    .nullable(),
  /** E.164. */
  phone: z.string().nullable(),
});
export type DirectoryPlace = z.infer<typeof DirectoryPlace>;

/** What an extraction says of somebody, by parts: a part that the house changed by hand is its own from then on. */
export const FilePart = z.enum(['names', 'profession', 'competences', 'places', 'publicPhone']);
export type FilePart = z.infer<typeof FilePart>;

export const DirectorySource = z.discriminatedUnion('kind', [
  /** Written down here. */
  z.object({ kind: z.literal('house') }),
  z.object({
    kind: z.literal('rpps'),
    /** Of the last extraction that named this person; null when the file did not say its date. */
    extractionDay: Day.nullable(),
    /** The day of an import whose file names this person no more, though it should have. */
    goneOn: Day.nullable(),
    /** Changed here by hand: no import touches them. */
    ownParts: z.array(FilePart),
  }),
]);
export type DirectorySource = z.infer<typeof DirectorySource>;

export const DirectoryEntry = z.object({
  id: DirectoryEntryId,
  version: z.int(),
  kind: DirectoryKind,
  /** « Dr », « Mme »; empty for a structure. */
  title: z.string().trim().max(20),
  /** Family name, or the name of the structure. */
  name: z.string().trim().min(1).max(160),
  givenName: z.string().trim().max(100),
  /** Of a person; null for a structure. */
  profession: DirectoryProfession.nullable(),
  /** As the source says it, where the code says less. */
  professionLabel: text(120),
  /** « Gynécologie », « plaies et cicatrisation ». */
  competences: z.array(z.string().trim().min(1).max(120)).max(20),
  /** « sur courrier », « enfants jusqu’à 15 ans ». */
  conditions: text(500),
  takesNewcomers: Told,
  /** Gives appointments for unscheduled care. */
  takesUnscheduled: Told,
  /** The number that may be given to a patient. E.164. */
  publicPhone: z.string().nullable(),
  /** Between professionals only. E.164. */
  professionalPhone: z.string().nullable(),
  mssante: z.email().max(200).nullable(),
  places: z.array(DirectoryPlace).max(12),
  /** Eleven digits. A wrong check digit is a warning, never a refusal: official examples fail it too. */
  rpps: z
    .string()
    .regex(/^\d{11}$/)
    .nullable(),
  source: DirectorySource,
  /** The last day on which somebody of the house made sure that all of this still holds. */
  verifiedOn: Day.nullable(),
  verifiedBy: StaffId.nullable(),
  /** Out of the way since that day: found only when asked for. */
  putAwayOn: Day.nullable(),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

const PhoneText = z.string().trim().min(1).max(30).nullable();

/** Phones in any spelling; the desk stores E.164 or names the field. */
export const DirectoryDraft = DirectoryEntry.omit({
  id: true,
  version: true,
  source: true,
  verifiedOn: true,
  verifiedBy: true,
  putAwayOn: true,
}).extend({
  publicPhone: PhoneText,
  professionalPhone: PhoneText,
  places: z.array(DirectoryPlace.omit({ departement: true }).extend({ phone: PhoneText })).max(12),
});
export type DirectoryDraft = z.infer<typeof DirectoryDraft>;

/** Days after which what was verified should be asked again. */
export const VERIFIED_FOR_DAYS = 90;

export type Verification = 'never' | 'fresh' | 'stale';

export const verificationOf = (
  { verifiedOn }: Pick<DirectoryEntry, 'verifiedOn'>,
  today: Day,
): Verification => {
  if (verifiedOn === null) return 'never';
  return daysBetween(verifiedOn, today) > VERIFIED_FOR_DAYS ? 'stale' : 'fresh';
};

/** What a search may be narrowed to; each must hold. */
export const DirectoryWishes = z.object({
  /** Beginnings of words of the name, the profession, a competence, a place; digits of a postal code or a phone. */
  text: z.string().max(200).default(''),
  profession: DirectoryProfession.nullable().default(null),
  kind: DirectoryKind.nullable().default(null),
  /** Whole, as `choices` spells it. */
  competence: z.string().max(120).nullable().default(null),
  commune: z.string().max(100).nullable().default(null),
  /** Only those of whom it is known that they take newcomers. */
  newcomers: z.boolean().default(false),
  unscheduled: z.boolean().default(false),
  putAway: z.boolean().default(false),
  limit: z.int().min(1).max(100).default(30),
});
export type DirectoryWishes = z.infer<typeof DirectoryWishes>;

const SavedEntry = z.object({ entry: DirectoryEntry, warnings: z.array(z.enum(['rpps-check-digit'])) });
export type SavedEntry = z.infer<typeof SavedEntry>;

const versioned = z.object({ id: DirectoryEntryId, version: z.int() });

export const directory = {
  /** Those who take newcomers first, then those of whom nobody knows; by name within. */
  search: needs('desk.read')
    .input(DirectoryWishes)
    .output(z.object({ entries: z.array(DirectoryEntry), more: z.boolean() })),
  get: needs('desk.read')
    .input(z.object({ id: DirectoryEntryId }))
    .output(DirectoryEntry),
  /** What a search can be narrowed to here, in alphabetical order. */
  choices: needs('desk.read').output(
    z.object({
      professions: z.array(DirectoryProfession),
      kinds: z.array(DirectoryKind),
      competences: z.array(z.string()),
      communes: z.array(z.string()),
      /** Entries in all, those put away left out. */
      count: z.int(),
    }),
  ),
  create: needs('directory.write').input(DirectoryDraft).output(SavedEntry),
  update: needs('directory.write')
    .input(versioned.extend({ entry: DirectoryDraft }))
    .output(SavedEntry),
  /** « Vérifié aujourd’hui »: all that the entry says still holds. */
  verify: needs('directory.write').input(versioned).output(DirectoryEntry),
  putAway: needs('directory.write')
    .input(versioned.extend({ away: z.boolean() }))
    .output(DirectoryEntry),
};
