/**
 * What somebody asks for, as far as this call has said it. Null: not said, the desk's own default counts. Pure.
 */
import type { Owner } from '../../../../contract/callbacks.ts';
import type { DirectoryEntryId, PractitionerId } from '../../../../contract/ids.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import type { Profession } from '../../../../contract/professions.ts';
import {
  type DeskRequest,
  professionalOrigins,
  type RequestMessage,
  type RequestNature,
  type RequestOrigin,
} from '../../../../contract/requests.ts';
import type { Instant } from '../../../../contract/time.ts';

export interface Asked {
  readonly nature: RequestNature;
  readonly origin: RequestOrigin;
  /** Who asks, behind a professional door. */
  readonly professional: string;
  /** The same in the directory; null once another name is typed. */
  readonly professionalEntryId: DirectoryEntryId | null;
  readonly patientAgrees: boolean | null;
  readonly callerName: string;
  readonly practitionerId: PractitionerId | null;
  readonly profession: Profession | null;
  /** Kept while another nature is looked at; sent with a message only. */
  readonly message: RequestMessage;
  readonly wish: string;
  readonly owner: Owner | null;
  readonly due: Instant | null;
  /** Another matter than the one of the last thirty days. */
  readonly separate: boolean;
}

export const nothingAsked: Asked = {
  nature: 'appointment',
  origin: 'call',
  professional: '',
  professionalEntryId: null,
  patientAgrees: null,
  callerName: '',
  practitionerId: null,
  profession: null,
  message: { kind: 'result', urgent: false },
  wish: '',
  owner: null,
  due: null,
  separate: false,
};

export const isProfessional = (origin: RequestOrigin): boolean => professionalOrigins.includes(origin);

export const askedBy = (request: DeskRequest): Asked => ({
  nature: request.nature,
  origin: request.origin,
  professional: request.professional ?? '',
  professionalEntryId: request.professionalEntryId,
  patientAgrees: request.patientAgrees,
  callerName: request.callerName ?? '',
  practitionerId: request.practitionerId,
  profession: request.profession,
  message: request.message ?? nothingAsked.message,
  wish: request.wish ?? '',
  owner: request.owner,
  due: request.due,
  separate: false,
});

/** What the desk is told. */
export interface Told {
  readonly nature: RequestNature;
  readonly origin: RequestOrigin;
  readonly professional: string | null;
  readonly professionalEntryId: DirectoryEntryId | null;
  readonly patientAgrees: boolean | null;
  readonly patientId: PatientSummary['id'] | null;
  readonly callerName: string | null;
  readonly practitionerId: PractitionerId | null;
  readonly profession: Profession | null;
  readonly message?: RequestMessage;
  readonly wish: string | null;
  readonly owner?: Owner;
  readonly due?: Instant;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const toldOf = (asked: Asked, patient: PatientSummary | null): Told => {
  const professional = isProfessional(asked.origin);
  // A message waits for whom it is meant for, unless somebody else was named.
  const forHer: Owner | null =
    asked.nature === 'message' && asked.practitionerId !== null
      ? { kind: 'practitioner', practitionerId: asked.practitionerId }
      : null;
  const owner = asked.owner ?? forHer;
  return {
    nature: asked.nature,
    origin: asked.origin,
    professional: professional ? orNull(asked.professional) : null,
    professionalEntryId: professional && asked.professional.trim() !== '' ? asked.professionalEntryId : null,
    patientAgrees: professional ? asked.patientAgrees : null,
    patientId: patient?.id ?? null,
    callerName: orNull(asked.callerName),
    practitionerId: asked.practitionerId,
    profession: asked.practitionerId === null ? asked.profession : null,
    wish: orNull(asked.wish),
    ...(asked.nature === 'message' ? { message: asked.message } : {}),
    ...(owner === null ? {} : { owner }),
    ...(asked.due === null ? {} : { due: asked.due }),
  };
};

const FIELDS = [
  'nature',
  'origin',
  'professional',
  'professionalEntryId',
  'patientAgrees',
  'patientId',
  'callerName',
  'practitionerId',
  'profession',
  'message',
  'wish',
  'owner',
  'due',
] as const satisfies readonly (keyof Told)[];

/** Only what this call changed since it last told the desk: what another desk wrote meanwhile stays. */
export const changedSince = (before: Told, now: Told): Partial<Told> =>
  Object.fromEntries(
    FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field])).map((field) => [
      field,
      now[field],
    ]),
  );

/** What a new request is opened with: nothing that was not said, so that an earlier one that it continues keeps its own. */
export const openingOf = (told: Told): Partial<Told> => ({
  nature: told.nature,
  origin: told.origin,
  ...Object.fromEntries(FIELDS.filter((field) => told[field] != null).map((field) => [field, told[field]])),
});
