/** What « Qui peut ? » says of one practitioner: a mark to be seen at a glance, and the reasons in one line. Pure. */
import type { WhoCan } from '../../../contract/intake.ts';
import type { Day } from '../../../contract/time.ts';
import { closedWord, conditionLabels, groundLabels, type Mark, placesText, shortDay } from './words.ts';

const CLOSING = [
  'list-full',
  'outside-competence',
  'absence-or-departure',
  'outside-mode-of-practice',
] as const;

const closingOf = (who: WhoCan) => CLOSING.find((ground) => who.grounds[0] === ground) ?? null;

/** Whoever comes to the house is not asked where they live. */
const aboutVisitsOnly = ({ conditions }: WhoCan): boolean =>
  conditions.every(({ kind }) => kind === 'home-visit-in-sector');

export const standingMark = (who: WhoCan): Mark => {
  if (who.placeKept) return { tone: 'green', shape: 'check', text: 'place réservée' };
  if (who.decision !== null) return { tone: 'grey', shape: 'square', text: 'décision du praticien' };
  if (who.followed) return { tone: 'green', shape: 'dot', text: 'patient connu' };
  switch (who.state) {
    case null:
      return { tone: 'amber', shape: 'triangle', text: 'règle à demander' };
    case 'open':
      return { tone: 'green', shape: 'dot', text: 'ouvert' };
    case 'closed':
      return { tone: 'grey', shape: 'square', text: closedWord(closingOf(who)) };
    case 'quota':
      return who.meter.left === 0
        ? { tone: 'grey', shape: 'square', text: 'quota atteint' }
        : { tone: 'green', shape: 'dot', text: placesText(who.meter.left ?? 0) };
    case 'conditional':
      if (who.can === 'yes')
        return { tone: 'green', shape: 'dot', text: aboutVisitsOnly(who) ? 'ouvert' : 'condition remplie' };
      return { tone: 'blue', shape: 'ring', text: 'condition à vérifier' };
  }
};

/** « Adressé par un professionnel · règle du 02/09, à revoir le 02/12 » */
export const standingLine = (who: WhoCan, today: Day): string => {
  if (who.followed && who.decision === null)
    return 'Sa règle ne vaut que pour les nouveaux\u00a0: proposez un créneau. Arrêter le suivi serait sa propre décision, avec relais.';
  if (who.state === null) return 'N’a pas encore dit s’il accueille de nouveaux patients.';
  const conditions = who.conditions.map(({ kind }) =>
    kind === 'home-visit-in-sector' && who.visitSector !== null
      ? `visites : ${who.visitSector}`
      : conditionLabels[kind].toLowerCase(),
  );
  const rule =
    who.validFrom === null || who.reviewOn === null
      ? []
      : [
          `règle du ${shortDay(who.validFrom, today)}, ${
            who.reviewOverdue ? 'à revoir depuis le' : 'à revoir le'
          } ${shortDay(who.reviewOn, today)}`,
        ];
  const decision =
    who.decision === null
      ? []
      : [`${groundLabels[who.decision.ground].toLowerCase()}, le ${shortDay(who.decision.decidedOn, today)}`];
  const parts = [...decision, ...conditions, ...rule];
  return parts.join(' · ').replace(/^./, (first) => first.toUpperCase());
};

export interface Question {
  readonly text: string;
  /** The answer that closes this door. */
  readonly no: string;
}

/** What only the person can tell, to be asked aloud before this practitioner is passed over; null: nothing. */
export const questionOf = ({ can, conditions }: WhoCan): Question | null => {
  if (can !== 'ask') return null;
  const asked = conditions.filter(({ met }) => met === 'ask').map(({ kind }) => kind);
  const [referral, visit] = [
    asked.includes('referred-by-professional'),
    asked.includes('home-visit-in-sector'),
  ];
  if (referral && visit)
    return {
      text: 'A-t-elle une lettre d’un professionnel, et la visite est-elle dans le secteur\u202f?',
      no: 'Condition non remplie',
    };
  return referral
    ? { text: 'A-t-elle une lettre, ou un professionnel l’envoie-t-il\u202f?', no: 'Pas de lettre' }
    : { text: 'Visite à domicile\u00a0: est-ce dans le secteur\u202f?', no: 'Hors secteur' };
};
