import * as z from 'zod';

/**
 * Professions of a maison de santé. Codes of the directory's table TRE_G15 where it has one, for the take-over of the
 * RPPS extractions; labels are what the former software and the screen say.
 */
export const Profession = z.enum([
  'general-practitioner',
  'specialist',
  'nurse',
  'physiotherapist',
  'midwife',
  'dentist',
  'speech-therapist',
  'podiatrist',
  'psychologist',
  'dietitian',
  'occupational-therapist',
  'orthoptist',
  'psychomotor-therapist',
  'other',
]);
export type Profession = z.infer<typeof Profession>;

export interface ProfessionLabel {
  readonly label: string;
  /** For filters and column heads. */
  readonly short: string;
  readonly plural: string;
}

export const professionLabels: Readonly<Record<Profession, ProfessionLabel>> = {
  'general-practitioner': { label: 'Médecin généraliste', short: 'Médecin', plural: 'Médecins' },
  specialist: { label: 'Médecin spécialiste', short: 'Spécialiste', plural: 'Spécialistes' },
  nurse: { label: 'Infirmier', short: 'Infirmier', plural: 'Infirmiers' },
  physiotherapist: { label: 'Masseur-kinésithérapeute', short: 'Kiné', plural: 'Kinés' },
  midwife: { label: 'Sage-femme', short: 'Sage-femme', plural: 'Sages-femmes' },
  dentist: { label: 'Chirurgien-dentiste', short: 'Dentiste', plural: 'Dentistes' },
  'speech-therapist': { label: 'Orthophoniste', short: 'Orthophoniste', plural: 'Orthophonistes' },
  podiatrist: { label: 'Pédicure-podologue', short: 'Podologue', plural: 'Podologues' },
  psychologist: { label: 'Psychologue', short: 'Psychologue', plural: 'Psychologues' },
  dietitian: { label: 'Diététicien', short: 'Diététicien', plural: 'Diététiciens' },
  'occupational-therapist': { label: 'Ergothérapeute', short: 'Ergothérapeute', plural: 'Ergothérapeutes' },
  orthoptist: { label: 'Orthoptiste', short: 'Orthoptiste', plural: 'Orthoptistes' },
  'psychomotor-therapist': { label: 'Psychomotricien', short: 'Psychomotricien', plural: 'Psychomotriciens' },
  other: { label: 'Autre profession', short: 'Autre', plural: 'Autres' },
};
