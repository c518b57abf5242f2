/**
 * Who may do what. Every procedure of the contract names the right that it needs; a role is a set of rights
 * (docs/spec/rights.md). Reception does the house's settings too: in most houses nobody else will. What only a référent
 * does (`coordinator`) is to say who may do what, and whose PIN is forgotten.
 */
import * as z from 'zod';

export const Right = z.enum([
  /** Before anybody is at the desk: state of the file, first start, who works here. */
  'public',
  /** One's own seat: one's PIN. */
  'seat.own',
  'desk.read',
  'agenda.write',
  'patients.write',
  'requests.write',
  /** What was done about an urgency: also from a desk that is locked, where nobody holds any other right. */
  'urgency.record',
  /** The card itself; signing and answering are a practitioner's own acts. */
  'urgency.write',
  /** How a practitioner receives newcomers: hers by herself, anybody's by reception, as told. */
  'policies.write',
  /** The house's own wordings. */
  'texts.write',
  /** Keeping a newcomer's place, recording a refusal: what is said to the person. */
  'refusals.write',
  /** A decision about a patient: the service takes it from that practitioner alone, and says so to anybody else. */
  'decisions.write',
  /** Lists of people that leave the file: a day on paper, a hand-over. Each one is journalled. */
  'paper.print',
  'practice.write',
  'people.write',
  /** Who is a référent, other people's PINs, when a desk locks by itself. */
  'people.govern',
  /** The whole journal, what an entry changed, and whether it holds. */
  'journal.read',
  /** Who saw one patient's record: to answer the patient who asks. */
  'journal.patient',
  'exchange.write',
  /** Colleagues and structures outside: added, corrected, verified, put away. */
  'directory.write',
  /** The public extraction taken into the directory. */
  'directory.import',
  /** Everything held about one person, handed over: the controller's answer, by a practitioner or a référent. */
  'patients.disclose',
  /** Data of patients erased for good, by the rules of retention or because somebody asks. */
  'patients.erase',
]);
export type Right = z.infer<typeof Right>;

export const Role = z.enum(['reception', 'practitioner', 'coordinator']);
export type Role = z.infer<typeof Role>;

const everything: readonly Right[] = Right.options;

/** What reception holds only while a house has no référent (docs/spec/rights.md). */
export const REFERENTS: readonly Right[] = [
  'people.govern',
  'patients.disclose',
  'patients.erase',
  'journal.read',
];

export const rightsOf: Readonly<Record<Role, readonly Right[]>> = {
  reception: everything.filter((right) => !REFERENTS.includes(right)),
  coordinator: everything,
  practitioner: [
    'public',
    'seat.own',
    'desk.read',
    'agenda.write',
    'patients.write',
    'requests.write',
    'urgency.record',
    'urgency.write',
    'policies.write',
    'decisions.write',
    'paper.print',
    'journal.patient',
    'directory.write',
    'patients.disclose',
  ],
};

/** What a desk at which nobody is seated, or that is locked, may still do: an urgency does not wait for a PIN. */
export const rightsWhileLocked: readonly Right[] = ['public', 'urgency.record'];
