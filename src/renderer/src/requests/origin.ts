import type { RequestOrigin } from '../../../contract/requests.ts';

/** By which door a request came. */
export const originLabel: Readonly<Record<RequestOrigin, string>> = {
  call: 'Appel',
  counter: 'Guichet',
  pharmacy: 'Pharmacie',
  nurse: 'Infirmier',
  'other-practice': 'Autre cabinet',
  'emergency-department': 'Urgences',
  sas: 'SAS',
  cpts: 'CPTS',
  telesecretariat: 'Télésecrétariat',
};
