/** What one key says about a request while the person is on the phone. Pure. */
import type { PractitionerId } from '../../../../../contract/ids.ts';
import type { PatientSummary } from '../../../../../contract/patients.ts';
import { RequestMessage, type RequestNature, RequestOrigin } from '../../../../../contract/requests.ts';
import { codesOf, messageKinds, natures } from '../../../requests/words.ts';
import { type Asked, isProfessional } from '../asked.ts';
import type { Fold } from '../draft.ts';

const ownDoctor = (patient: PatientSummary | null): PractitionerId | null =>
  patient?.attendingDoctor.kind === 'house' ? patient.attendingDoctor.practitionerId : null;

/** A message is first of all for the person's own doctor; whom somebody named before is kept. */
export const withNature = (asked: Asked, nature: RequestNature, patient: PatientSummary | null): Asked => ({
  ...asked,
  nature,
  separate: false,
  practitionerId:
    nature === 'message' && asked.practitionerId === null ? ownDoctor(patient) : asked.practitionerId,
});

const KINDS = RequestMessage.shape.kind.options;

/** A single letter or digit, while nothing is unfolded; null when it means nothing here. */
export const askedByKey = (asked: Asked, key: string, patient: PatientSummary | null): Asked | null => {
  const nature = codesOf(natures).find((one) => natures[one].key === key);
  if (nature !== undefined) return withNature(asked, nature, patient);
  if (asked.nature !== 'message') return null;
  const kind = /^[1-9]$/.test(key) ? codesOf(messageKinds)[Number(key) - 1] : undefined;
  if (kind !== undefined && KINDS.includes(kind)) return { ...asked, message: { ...asked.message, kind } };
  return key === 'u' ? { ...asked, message: { ...asked.message, urgent: !asked.message.urgent } } : null;
};

export const FOLD_KEYS: Readonly<Record<Fold, string>> = { who: 'p', whom: 'q', when: 'e' };

/** Nine doors, nine digits; behind a professional one, o and n say whether the person agrees. */
export const whoByKey = (asked: Asked, key: string): Asked | null => {
  const origin = /^[1-9]$/.test(key) ? RequestOrigin.options[Number(key) - 1] : undefined;
  if (origin !== undefined) return { ...asked, origin };
  if (!isProfessional(asked.origin)) return null;
  if (key === 'o') return { ...asked, patientAgrees: true };
  return key === 'n' ? { ...asked, patientAgrees: false } : null;
};
