/**
 * What a new house starts with, so that the first call can be booked: each profession's plainest appointments, for
 * adults, with the usual lengths. All of it is meant to be changed.
 */
import type { AppointmentTypeDraft, SlotKind } from '../../../contract/practice.ts';
import type { Profession } from '../../../contract/professions.ts';

type Default = readonly [name: string, minutes: number, kind?: SlotKind];

const defaults: Readonly<Record<Profession, readonly Default[]>> = {
  'general-practitioner': [
    ['Consultation', 15],
    ['Renouvellement', 15],
    ['Certificat', 30],
    ['Nouveau patient', 30, 'newPatient'],
    ['Soin non programmé', 15, 'unscheduled'],
    ['Visite à domicile', 40],
  ],
  specialist: [
    ['Consultation', 20],
    ['Première consultation', 30, 'newPatient'],
  ],
  nurse: [
    ['Soin infirmier', 15],
    ['Prise de sang', 15],
    ['Pansement', 20],
  ],
  physiotherapist: [
    ['Séance', 30],
    ['Bilan', 45, 'newPatient'],
  ],
  midwife: [
    ['Consultation', 30],
    ['Suivi de grossesse', 30],
    ['Rééducation', 30],
  ],
  dentist: [
    ['Consultation', 30],
    ['Soin', 45],
    ['Urgence dentaire', 20, 'unscheduled'],
  ],
  'speech-therapist': [
    ['Séance', 30],
    ['Bilan', 60, 'newPatient'],
  ],
  podiatrist: [
    ['Soin de pédicurie', 30],
    ['Bilan podologique', 45],
  ],
  psychologist: [
    ['Entretien', 45],
    ['Premier entretien', 60, 'newPatient'],
  ],
  dietitian: [
    ['Suivi', 30],
    ['Bilan', 60, 'newPatient'],
  ],
  'occupational-therapist': [
    ['Séance', 45],
    ['Bilan', 60, 'newPatient'],
  ],
  orthoptist: [
    ['Séance', 30],
    ['Bilan', 45, 'newPatient'],
  ],
  'psychomotor-therapist': [
    ['Séance', 45],
    ['Bilan', 60, 'newPatient'],
  ],
  other: [['Rendez-vous', 30]],
};

/** One set per profession, whatever the number of its practitioners. */
export const defaultTypesOf = (professions: readonly Profession[]): AppointmentTypeDraft[] =>
  [...new Set(professions)].flatMap((profession) =>
    defaults[profession].map(([name, minutes, kind], index) => ({
      profession,
      practitionerId: null,
      name,
      minutes,
      colour: null,
      instruction: null,
      kind: kind ?? 'regular',
      active: true,
      position: index + 1,
    })),
  );
