/** How the settings speak of the house's texts. */
import type { ProtectedGround, TextProblem } from '../../../contract/text-problems.ts';
import type { TextGroup } from '../../../contract/texts.ts';

export const groupTitles: Readonly<Record<TextGroup, string>> = {
  say: 'À dire, après un refus',
  step: '« Vos démarches », dites et imprimées',
  recourse: 'Si la personne pense à une discrimination',
  paper: 'L’attestation de démarche',
};

const grounds: Readonly<Record<ProtectedGround, string>> = {
  origin: 'l’origine',
  sex: 'le sexe',
  family: 'la situation de famille',
  pregnancy: 'la grossesse',
  appearance: 'l’apparence physique',
  economic: 'la vulnérabilité économique',
  coverage: 'la couverture maladie (C2S, AME)',
  surname: 'le nom de famille',
  residence: 'le lieu de résidence',
  health: 'l’état de santé',
  dependency: 'la perte d’autonomie',
  disability: 'le handicap',
  genetics: 'les caractéristiques génétiques',
  morals: 'les mœurs',
  orientation: 'l’orientation sexuelle ou l’identité de genre',
  age: 'l’âge',
  opinions: 'les opinions politiques',
  union: 'les activités syndicales',
  language: 'la langue parlée',
  religion: 'la religion',
  harassment: 'le harcèlement subi ou refusé',
  'whistle-blower': 'une alerte donnée',
};

/** What is wrong, and what to do about it. */
export const problemText = (problem: TextProblem): string => {
  switch (problem.kind) {
    case 'protected':
      return `« ${problem.words} » touche à ${grounds[problem.ground]}. Un soin ne peut être ni refusé ni conditionné pour cela. Dites la même chose sans nommer personne.`;
    case 'unknown-place':
      return `« ${problem.words} » n’est pas un repère de ce texte. Choisissez un repère proposé.`;
    case 'missing-place':
      return `Le repère « ${problem.words} » doit rester.`;
    case 'broken-place':
      return 'Une accolade est seule. Un repère s’écrit entre deux accolades.';
    case 'says-nobody':
      return `« ${problem.words} » parle pour toute la maison. Un refus est celui d’un seul praticien.`;
    case 'mediator':
      return `« ${problem.words} » : le médiateur de la CPAM n’aide plus à trouver un médecin traitant. Envoyez vers la CPTS, puis vers la CPAM.`;
    case 'empty':
      return 'À remplir. Pour ne rien changer, revenez au texte de Parvis.';
    case 'too-long':
      return `C’est trop long (${problem.words} caractères) : l’attestation tient sur une page.`;
  }
};
