import type { Need } from '../../../../contract/patients.ts';

/** What the visit needs, never why. */
export const needLabels: Readonly<Record<Need, string>> = {
  wheelchair: 'Fauteuil roulant',
  interpreter: 'Interprète',
  'sign-language': 'Langue des signes',
  companion: 'Accompagnant',
  'low-vision': 'Malvoyant',
  'home-visit': 'Visite à domicile',
};
