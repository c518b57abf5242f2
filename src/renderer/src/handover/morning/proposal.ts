/** What Enter would do with a line, or what stops it. Pure. */
import type { PatientId, PractitionerId } from '../../../../contract/ids.ts';
import type { AsideReason, LineKind, LineProblem, LineReading } from '../../../../contract/night-return.ts';
import type { Day, Minute } from '../../../../contract/time.ts';

/** What somebody has said otherwise than the line. */
export interface Choice {
  readonly kind?: LineKind;
  /** `new`: none of those who look like it. */
  readonly person?: PatientId | 'new';
  readonly place?: { readonly practitionerId: PractitionerId; readonly day: Day; readonly start: Minute };
}

export type Stop =
  | { readonly kind: 'problem'; readonly problem: LineProblem }
  | { readonly kind: 'collision'; readonly why: NonNullable<LineReading['collision']>['why'] }
  | { readonly kind: 'person' };

export type Proposal =
  | { readonly what: 'aside'; readonly reason: AsideReason }
  | {
      readonly what: LineKind;
      readonly patientId: PatientId | null;
      readonly confirmedNew: boolean;
      readonly place: Choice['place'];
      readonly stops: readonly Stop[];
    };

const ONLY_APPOINTMENTS: readonly LineProblem['code'][] = [
  'practitioner-missing',
  'day-missing',
  'hour-missing',
  'name-missing',
  'no-type',
];
const OF_THE_PLACE: readonly LineProblem['field'][] = ['whom', 'day', 'start'];

/** Read as something else, the line lacks what an appointment needs without having said so. */
const lacking = (reading: LineReading): LineProblem[] => {
  if (reading.kind === 'appointment' || reading.place !== null) return [];
  if (reading.problems.some(({ field }) => OF_THE_PLACE.includes(field))) return [];
  return reading.practitionerId === null
    ? [{ field: 'whom', code: 'practitioner-missing' }]
    : [{ field: 'day', code: 'day-missing' }];
};

export const proposalOf = (reading: LineReading, choice: Choice): Proposal => {
  const what = choice.kind ?? reading.kind;
  if (choice.kind === undefined && choice.person === undefined && choice.place === undefined) {
    if (reading.already === 'same-appointment') return { what: 'aside', reason: 'already-done' };
    // The same request of a known person is one request, and gains what is new in the second line.
    if (reading.twin !== null && !(what === 'request' && reading.patient !== null))
      return { what: 'aside', reason: 'duplicate' };
  }
  const person = choice.person ?? reading.patient?.id ?? (reading.people.length === 0 ? 'new' : null);
  const problems = [...reading.problems, ...(what === 'appointment' ? lacking(reading) : [])]
    .filter(({ code }) => what === 'appointment' || !ONLY_APPOINTMENTS.includes(code))
    .filter(({ field }) => choice.place === undefined || !OF_THE_PLACE.includes(field));
  const collides =
    what === 'appointment' && choice.place === undefined && reading.kind === what ? reading.collision : null;
  return {
    what,
    patientId: person === 'new' ? null : person,
    confirmedNew: choice.person === 'new',
    place: choice.place,
    stops: [
      ...problems.map((problem) => ({ kind: 'problem' as const, problem })),
      ...(collides === null ? [] : [{ kind: 'collision' as const, why: collides.why }]),
      ...(person === null ? [{ kind: 'person' as const }] : []),
    ],
  };
};
