/** « Vos démarches »: what comes after a refusal, in the order in which it is worth trying. Pure. */
import type { PractitionerId } from '../../../contract/ids.ts';
import type { OutsidePlace, WayForward } from '../../../contract/intake.ts';
import type { TextKey } from '../../../contract/texts.ts';
import { fill } from '../../texts/rules/places.ts';
import { capital, inSentence, listed, type Named, wholeName } from './names.ts';

/** What the words of a refusal and its paper are made of. */
export interface WordingFacts {
  readonly wording: Readonly<Record<TextKey, string>>;
  /** All practitioners of the house. */
  readonly people: ReadonlyMap<PractitionerId, Named>;
  /** A médecin traitant is looked for, and no colleague took the person on. */
  readonly seeksDoctor: boolean;
  /** The house's number as it is written, or null. */
  readonly phone: string | null;
  /** What answers outside opening hours: « 15 », « 116 117 »… */
  readonly outOfHours: string;
}

export interface Step {
  readonly key: TextKey;
  readonly title: string;
  readonly text: string;
  /** Given by the house or through it, rather than left to the person to do. */
  readonly offered: boolean;
}

const OUTSIDE: Readonly<Record<OutsidePlace, string>> = {
  practitioner: 'un autre professionnel',
  'group-practice': 'un autre cabinet',
  'health-centre': 'un centre de santé',
  hospital: 'une consultation de l’hôpital',
  'care-network': 'un réseau de soins',
};

const TITLES: Readonly<Record<Exclude<WayForward['kind'], 'colleague'>, string>> = {
  outside: 'Hors de la maison',
  'registration-list': 'Notre liste d’attente',
  'unscheduled-slot': 'Les créneaux du jour',
  cpts: 'L’organisation de santé de votre territoire (CPTS)',
  cpam: 'Votre CPAM',
  sas: 'Le 15, service d’accès aux soins',
  'out-of-hours': 'La garde',
  pharmacy: 'Votre pharmacie',
  teleconsultation: 'La téléconsultation',
};

const OFFERED: readonly WayForward['kind'][] = [
  'colleague',
  'registration-list',
  'unscheduled-slot',
  'outside',
];
const ORDER: readonly WayForward['kind'][] = [
  ...OFFERED,
  // First the territory's organisation, then the CPAM (service-public F20849); never the mediator for this.
  'cpts',
  'cpam',
  'sas',
  'out-of-hours',
  'pharmacy',
  'teleconsultation',
];

/** How the house is reached, whether or not it has written its number down. */
const reach = (phone: string | null): string => (phone === null ? 'à l’accueil' : `au ${phone}`);

/** @param outside every place outside that was named: they share one line */
const stepOf = (way: WayForward, outside: readonly string[], facts: WordingFacts): Step[] => {
  const { wording, people, seeksDoctor, phone, outOfHours } = facts;
  const step = (key: TextKey, title: string, values: Readonly<Record<string, string>> = {}): Step[] => [
    {
      key,
      title,
      text: fill(wording[key], { accueil: reach(phone), ...values }),
      offered: OFFERED.includes(way.kind),
    },
  ];
  switch (way.kind) {
    case 'colleague': {
      const colleague = people.get(way.practitionerId);
      if (!colleague) return [];
      return step('step.colleague', wholeName(colleague), {
        Confrère: capital(inSentence(colleague, [...people.values()])),
      });
    }
    case 'outside':
      return step('step.outside', TITLES.outside, { structure: listed(outside, 'ou') });
    case 'out-of-hours':
      return step('step.out-of-hours', TITLES[way.kind], { numéro: outOfHours });
    case 'cpts':
    case 'cpam':
      return step(seeksDoctor ? `step.${way.kind}.doctor` : `step.${way.kind}`, TITLES[way.kind]);
    default:
      return step(`step.${way.kind}`, TITLES[way.kind]);
  }
};

/** What makes two ways the same line. */
const nameOf = (way: WayForward): string =>
  way.kind === 'colleague' ? `${way.kind} ${way.practitionerId}` : way.kind;

/**
 * Each way once. Whoever looks for a médecin traitant is told of the two doors that there are, whether or not the desk
 * has ticked them, and of what the lack of one costs.
 */
export const stepsOf = (waysForward: readonly WayForward[], facts: WordingFacts): Step[] => {
  const ways: WayForward[] = [
    ...waysForward,
    ...(facts.seeksDoctor ? ([{ kind: 'cpts' }, { kind: 'cpam' }] as const) : []),
  ];
  const once = [...new Map(ways.map((way) => [nameOf(way), way])).values()];
  const outside = ways.flatMap((way) => (way.kind === 'outside' ? OUTSIDE[way.place] : []));
  const steps = once
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .flatMap((way) => stepOf(way, [...new Set(outside)], facts));
  if (!facts.seeksDoctor) return steps;
  const text = fill(facts.wording['step.money'], { accueil: reach(facts.phone) });
  return [...steps, { key: 'step.money', title: 'Votre remboursement', text, offered: false }];
};
