/**
 * What is said to somebody who is not taken on: two sentences, then « vos démarches ». They tell what this practitioner
 * answered and never speak for the others: a colleague may have had places. Pure.
 */
import type { PractitionerId } from '../../../contract/ids.ts';
import type { ColleagueAnswer, DutyKind, Ground, WayForward } from '../../../contract/intake.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { TextKey } from '../../../contract/texts.ts';
import { fill } from '../../texts/rules/places.ts';
import { capital, inSentence, listed, type Named } from './names.ts';
import { type Step, stepsOf, type WordingFacts } from './steps.ts';

export interface WordsFacts extends WordingFacts {
  readonly practitionerId: PractitionerId;
  readonly practitioner: Named & { readonly profession: Profession };
  readonly ground: Ground;
  /** What the profession owes (docs/spec/refusals.md). */
  readonly owed: readonly DutyKind[];
  /** The practitioner lets the ground be told where it is not owed. */
  readonly groundAllowed: boolean;
  readonly colleagues: readonly ColleagueAnswer[];
  readonly waysForward: readonly WayForward[];
}

export interface Words {
  readonly say: readonly [string, string];
  readonly steps: readonly Step[];
  readonly recourse: string;
  readonly reasonTold: boolean;
  /** The texts that were used, each once. */
  readonly keys: readonly TextKey[];
}

/** CSP L.1110-3: the Ordre's council, for those that have one; otherwise the CPAM alone. */
const WITH_AN_ORDER: readonly Profession[] = [
  'general-practitioner',
  'specialist',
  'nurse',
  'physiotherapist',
  'midwife',
  'dentist',
  'podiatrist',
];

const accepting = (facts: WordsFacts): Named[] =>
  facts.colleagues
    .filter(({ answer }) => answer === 'accepted')
    .flatMap(({ practitionerId }) => facts.people.get(practitionerId) ?? []);

const nextKey = (facts: WordsFacts): TextKey => {
  if (accepting(facts).length > 0) return 'say.next.colleague';
  if (facts.owed.includes('orientation')) return 'say.next.orientation';
  return facts.owed.includes('continuity') ? 'say.next.continuity' : 'say.next.plain';
};

/** CSP R.4312-12 owes the reason; R.4127-47 does not, and a médecin's own is told when he lets it be. */
export const isReasonTold = (facts: Pick<WordsFacts, 'owed' | 'groundAllowed'>): boolean =>
  facts.owed.includes('reasons') || facts.groundAllowed;

export const refusalWords = (given: WordsFacts): Words => {
  const others = [...given.people.values()];
  const colleagues = accepting(given);
  // Whoever is taken on by a colleague looks for nobody any more.
  const facts = { ...given, seeksDoctor: given.seeksDoctor && colleagues.length === 0 };
  const reasonTold = isReasonTold(facts);
  const first: TextKey = reasonTold ? `say.reason.${facts.ground}` : 'say.unavailable';
  const second = nextKey(facts);
  const recourse: TextKey = WITH_AN_ORDER.includes(facts.practitioner.profession)
    ? 'recourse.order'
    : 'recourse.no-order';
  const praticien = inSentence(facts.practitioner, others);
  const steps = stepsOf(facts.waysForward, facts);
  const values = {
    Praticien: capital(praticien),
    praticien,
    accueil: facts.phone === null ? 'à l’accueil' : `au ${facts.phone}`,
    ...(colleagues.length === 0
      ? {}
      : { confrère: listed(colleagues.map((colleague) => inSentence(colleague, others))) }),
  };
  return {
    say: [fill(facts.wording[first], values), fill(facts.wording[second], values)],
    steps,
    recourse: fill(facts.wording[recourse], values),
    reasonTold,
    keys: [...new Set([first, second, ...steps.map(({ key }) => key)])],
  };
};
