/**
 * The card that Parvis ships, so that a house is never without one: public warning signs, in plain words, to be made
 * the practitioners' own. Shown as « exemple, à valider par un médecin » until one of them has signed.
 */
import type { UrgencyCard, UrgencyNumbers } from './urgency.ts';

export const exampleCard: UrgencyCard = {
  id: null,
  number: 0,
  redFlags: [
    'Douleur ou oppression dans la poitrine',
    'Grande gêne pour respirer, lèvres bleues',
    'Visage de travers, bras ou jambe sans force, parole difficile, même si c’est passé',
    'Perte de connaissance, convulsions, personne difficile à réveiller',
    'Saignement abondant qui ne s’arrête pas',
    'Idées de suicide, menace de passer à l’acte',
    'Chute avec choc à la tête, surtout sous anticoagulant',
    'Grossesse avec saignement, forte douleur, ou bébé qui ne bouge plus',
    'Bébé de moins de trois mois avec de la fièvre',
    'Gonflement du visage ou de la gorge, malaise après une piqûre, un aliment ou un médicament',
  ],
  author: 'Parvis',
  writtenBy: null,
  writtenAt: null,
  signedBy: null,
  signedOn: null,
  reviewDue: null,
};

/** The 15 answers everywhere, day and night; 116 117 only where the département has chosen it. */
export const defaultNumbers: UrgencyNumbers = { version: 0, outOfHours: '15' };
