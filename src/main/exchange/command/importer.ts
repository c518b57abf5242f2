/** In whose name the command writes, and what it tells of a house that it founds. */
import { rightsOf } from '../../../contract/rights.ts';
import type { Call } from '../../core/actor.ts';

export const importer: Call = {
  actor: { id: null, label: 'reprise', rights: rightsOf.coordinator },
  station: 'commande',
};

export const recoveryText = (code: string, folder: string): string =>
  `Nouvelle maison dans ${folder}.\nCode de récupération, à imprimer et à garder hors de ce poste : ${code}\nIl ne sera plus montré.\n`;
