/**
 * The answer to the professional who asked for a patient, promised beside the call to the patient: the same in the call
 * in hand and in a refusal. Pure.
 */
import type { Owner, ProfessionalAnswer } from '../../../contract/callbacks.ts';
import { type DeskRequest, professionalOrigins, type RequestOrigin } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';

export interface AnswerCall {
  /** Null: by when the patient is rung. */
  readonly due: Instant | null;
  /** Asked only where the directory knows no number. */
  readonly phone: string;
}

export const ANSWER_KEY = 'p';

export const rungToo: AnswerCall = { due: null, phone: '' };

type Asking = Pick<DeskRequest, 'origin' | 'patientAgrees'> & { readonly professional: string | null };

/** Somebody with a name asked behind a professional’s door. */
export const isAskedFor = ({ origin, professional }: Asking): boolean =>
  professionalOrigins.includes(origin) && (professional ?? '').trim() !== '';

/** Nobody outside is told of a patient who has not agreed. */
export const mayAnswer = (asking: Asking): boolean => isAskedFor(asking) && asking.patientAgrees === true;

/** Of which of the two calls a digit says by when: the patient's first. */
export const digitsMean = ({
  due,
  answer,
}: {
  readonly due: Instant | null;
  readonly answer: AnswerCall | null;
}): 'patient' | 'answer' => (answer !== null && due !== null ? 'answer' : 'patient');

export const answerOf = (
  { due, phone }: AnswerCall,
  toPatient: { readonly due: Instant; readonly owner: Owner | null },
): ProfessionalAnswer => ({
  due: due ?? toPatient.due,
  ...(toPatient.owner === null ? {} : { owner: toPatient.owner }),
  ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
});

const WHO: Readonly<Partial<Record<RequestOrigin, string>>> = {
  pharmacy: 'la pharmacie',
  nurse: 'l’infirmier',
  'other-practice': 'l’autre cabinet',
  'emergency-department': 'les urgences',
  sas: 'le SAS',
  cpts: 'la CPTS',
};

export const rungTooText = (origin: RequestOrigin): string =>
  `Rappeler aussi ${WHO[origin] ?? 'le professionnel'}`;

export const answerPhoneText = (code: string): string =>
  code === 'nobody-to-call' ? 'Notez le numéro de qui a demandé.' : 'Ce numéro ne se lit pas.';
