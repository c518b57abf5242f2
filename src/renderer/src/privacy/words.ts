/** What the rights of patients are called on screen. One table a coded value. */
import type { Erasable, Kept, Standing } from '../../../contract/privacy.ts';
import { dayText } from '../ui/dates.ts';

export const standingLabels: Readonly<Record<Standing, string>> = {
  appointment: 'un rendez-vous à venir',
  request: 'une demande ouverte',
  callback: 'un rappel promis',
  list: 'une inscription sur liste d’attente',
  redirection: 'une orientation sans réponse',
};

/** Why something stays, with its ground in the law. */
export const keptText = ({ because, until }: Kept, { standing }: Erasable): string => {
  switch (because) {
    case 'dispute':
      return 'Un litige est en cours : tout est gardé pour la défense de droits en justice (RGPD, art. 17, 3, e).';
    case 'standing':
      return `À clore ou à annuler d’abord : ${standing.map((one) => standingLabels[one]).join(', ')}.`;
    case 'care':
      return `La fiche d’une personne reçue et les dates de ses rendez-vous sont gardées pour la suite de ses soins (RGPD, art. 17, 3, c)${until === null ? '' : `, jusqu’au ${dayText(until, 'numeric')}`}.`;
  }
};

export const goesText = ({ scope, appointments, requests, refusals }: Erasable): string => {
  if (scope === 'nothing') return 'Rien ne peut être effacé pour l’instant.';
  if (scope === 'words')
    return 'Peuvent être effacés : la note, les commentaires, ce qui a été dit au téléphone, et ce que le journal en garde.';
  const rows = [
    ...(appointments > 0 ? [`${appointments} rendez-vous`] : []),
    ...(requests > 0 ? [`${requests} demande${requests > 1 ? 's' : ''}`] : []),
    ...(refusals > 0 ? [`${refusals} refus`] : []),
  ];
  return `Seront effacés : le nom, la naissance, les téléphones, l’adresse, les critères, tous les mots écrits, et ce que le journal en garde.${
    rows.length === 0 ? '' : ` Restent sans nom, pour les comptes : ${rows.join(', ')}.`
  }`;
};
