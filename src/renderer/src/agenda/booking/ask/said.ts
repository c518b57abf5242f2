/** The folded lines of a request, in words. Pure. */
import type { Practitioner } from '../../../../../contract/practice.ts';
import { professionLabels } from '../../../../../contract/professions.ts';
import type { RequestOrigin } from '../../../../../contract/requests.ts';
import { originText } from '../../../requests/said.ts';
import { practitionerName } from '../../practitioner-name.ts';
import { type Asked, isProfessional } from '../asked.ts';

/** « Pharmacie (M. Roy), la personne est d’accord »; « Appel »; « Guichet, par sa fille ». */
export const whoText = (
  asked: Pick<Asked, 'professional' | 'patientAgrees' | 'callerName'> & { origin: RequestOrigin },
): string => {
  const professional = asked.professional.trim();
  const caller = asked.callerName.trim();
  const agrees = asked.patientAgrees;
  const named = isProfessional(asked.origin) && professional !== '';
  return [
    originText({ origin: asked.origin, professional: named ? professional : null }),
    ...(isProfessional(asked.origin) && agrees !== null
      ? [agrees ? 'la personne est d’accord' : 'sans l’accord de la personne']
      : []),
    ...(caller === '' ? [] : [`par ${caller}`]),
  ].join(', ');
};

export const whomText = (asked: Asked, practitioners: readonly Practitioner[]): string => {
  if (asked.practitionerId !== null) {
    const one = practitioners.find(({ id }) => id === asked.practitionerId);
    return one === undefined ? 'un praticien parti' : practitionerName(one);
  }
  if (asked.profession !== null)
    return `n’importe quel ${professionLabels[asked.profession].label.toLocaleLowerCase('fr-FR')}`;
  return asked.nature === 'message' ? 'le secrétariat' : 'sans préférence';
};
