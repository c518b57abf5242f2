import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AUBEPINE,
  BONTEMPS,
  COLIN,
  FICTIF,
  house,
  NGUYEN,
  ROLLAND,
  refusalFacts,
} from '../../../../tests/support/wordings.ts';
import { DutyKind, Ground, OutsidePlace, type WayForward, wayKinds } from '../../../contract/intake.ts';
import { lint } from '../../texts/rules/lint.ts';
import { refusalWords } from './words.ts';

const OWES_ALL = DutyKind.options;
const say = (...of: Parameters<typeof refusalFacts>) => refusalWords(refusalFacts(...of)).say;

describe('what is said of a refusal', () => {
  it('by a médecin who does not let the reason be told: no reason, and what comes next', () => {
    expect(say(NGUYEN)).toEqual([
      'Le Dr\u00a0Nguyen n’a pas pu vous accueillir à ce jour, et nous en sommes désolés.',
      'Voici ce que nous pouvons faire avec vous dès maintenant.',
    ]);
  });

  it('by a médecin who lets it be told: the reason', () => {
    expect(say(BONTEMPS, { groundAllowed: true })[0]).toBe(
      'La Dre\u00a0Bontemps n’a pas pu vous accueillir\u00a0: sa patientèle est complète pour le moment.',
    );
  });

  it('by a nurse: the reason, which is owed, and where to turn', () => {
    expect(say(ROLLAND, { owed: OWES_ALL })).toEqual([
      'Mme\u00a0Rolland n’a pas pu vous accueillir\u00a0: sa patientèle est complète pour le moment.',
      'Nous vous orientons vers un confrère ou une structure qui peut assurer ces soins\u00a0: voici comment faire.',
    ]);
  });

  it('by somebody who must see that care goes on: that it does', () => {
    expect(say(COLIN, { owed: ['continuity'] })).toEqual([
      'M.\u00a0Colin n’a pas pu vous accueillir à ce jour, et nous en sommes désolés.',
      'Vos soins doivent pouvoir se poursuivre\u00a0: voici comment nous vous aidons à trouver une solution.',
    ]);
  });

  it('when a colleague of the house takes the person on: so, before anything else', () => {
    const words = refusalWords(
      refusalFacts(COLIN, {
        owed: OWES_ALL,
        ground: 'outside-mode-of-practice',
        colleagues: [{ practitionerId: AUBEPINE, answer: 'accepted' }],
        waysForward: [{ kind: 'colleague', practitionerId: AUBEPINE }],
      }),
    );
    expect(words.say).toEqual([
      'M.\u00a0Colin n’a pas pu répondre à votre demande\u00a0: ce mode de consultation ne fait pas partie de son exercice.',
      'Dans la même maison, Mme\u00a0Aubépine peut vous accueillir\u00a0: nous voyons tout de suite comment.',
    ]);
    expect(words.steps.map(({ title, text }) => [title, text])).toEqual([
      [
        'Mme\u00a0Édith Aubépine',
        'Mme\u00a0Aubépine exerce dans la même maison et peut vous accueillir. Nous convenons du rendez-vous avec vous.',
      ],
    ]);
  });

  it.each([
    ['list-full', 'n’a pas pu vous accueillir\u00a0: sa patientèle est complète pour le moment.'],
    [
      'outside-competence',
      'n’a pas pu répondre à votre demande\u00a0: ces soins ne font pas partie de son exercice.',
    ],
    [
      'absence-or-departure',
      'n’a pas pu vous accueillir\u00a0: son absence ou son départ ne lui permet pas de commencer un suivi.',
    ],
    [
      'outside-mode-of-practice',
      'n’a pas pu répondre à votre demande\u00a0: ce mode de consultation ne fait pas partie de son exercice.',
    ],
    ['double-follow-up', 'n’a pas pu vous accueillir\u00a0: un autre professionnel assure déjà ce suivi.'],
    ['not-a-medical-request', 'n’a pas pu répondre à votre demande\u00a0: elle ne relève pas d’un soin.'],
    [
      'breach-of-trust',
      'a décidé de ne pas poursuivre\u00a0: la confiance nécessaire aux soins n’est plus réunie.',
    ],
    [
      'repeated-absence',
      'a décidé de ne pas donner de nouveau rendez-vous\u00a0: plusieurs rendez-vous ont été manqués.',
    ],
  ] as const)('has its own sentence for %s', (ground, sentence) => {
    expect(say(FICTIF, { ground, owed: OWES_ALL })[0]).toBe(`Alma Fictif ${sentence}`);
    expect(say(NGUYEN, { ground })[0]).toBe(
      'Le Dr\u00a0Nguyen n’a pas pu vous accueillir à ce jour, et nous en sommes désolés.',
    );
  });
});

describe('« vos démarches »', () => {
  const titles = (...of: Parameters<typeof refusalFacts>) =>
    refusalWords(refusalFacts(...of)).steps.map(({ title }) => title);

  it('has one line for each way forward, in the order in which they are worth trying', () => {
    const waysForward: WayForward[] = [
      { kind: 'teleconsultation' },
      { kind: 'pharmacy' },
      { kind: 'out-of-hours' },
      { kind: 'sas' },
      { kind: 'cpam' },
      { kind: 'cpts' },
      { kind: 'outside', place: 'group-practice' },
      { kind: 'outside', place: 'health-centre' },
      { kind: 'unscheduled-slot' },
      { kind: 'registration-list' },
    ];
    expect(
      refusalWords(refusalFacts(ROLLAND, { waysForward })).steps.map(
        ({ title, text }) => `${title}\u00a0: ${text}`,
      ),
    ).toEqual([
      'Notre liste d’attente\u00a0: Votre demande est notée sur la liste d’attente de la maison. En attendant, vous pouvez continuer vos recherches ailleurs.',
      'Les créneaux du jour\u00a0: Pour un besoin qui ne peut pas attendre, la maison garde des créneaux chaque jour. Joignez-nous au 01\u00a099\u00a000\u00a001\u00a000.',
      'Hors de la maison\u00a0: Nous vous orientons vers un autre cabinet ou un centre de santé. Appelez avant de vous déplacer, en disant que vous venez de notre part.',
      'L’organisation de santé de votre territoire (CPTS)\u00a0: Les professionnels de santé de votre territoire s’organisent ensemble. Leur équipe peut vous indiquer un professionnel disponible.',
      'Votre CPAM\u00a0: Votre CPAM peut vous aider à trouver un professionnel près de chez vous, au\u00a036\u00a046 ou depuis votre compte ameli.',
      'Le 15, service d’accès aux soins\u00a0: Si vous ne pouvez pas attendre et ne trouvez pas de rendez-vous, appelez le\u00a015\u00a0: le service d’accès aux soins vous orientera.',
      'La garde\u00a0: Le soir, la nuit, le week-end et les jours fériés, le 116\u00a0117 vous met en relation avec un médecin de garde.',
      'Votre pharmacie\u00a0: Votre pharmacien peut vous conseiller, et vous dire s’il faut voir un médecin.',
      'La téléconsultation\u00a0: Une téléconsultation peut convenir à certains besoins. Votre pharmacie ou votre mairie peut vous indiquer un lieu où en faire une.',
    ]);
  });

  it('sends whoever looks for a médecin traitant to the territory’s organisation, then to the CPAM, whatever was ticked', () => {
    const { steps } = refusalWords(
      refusalFacts(NGUYEN, { seeksDoctor: true, waysForward: [{ kind: 'pharmacy' }] }),
    );
    expect(steps.map(({ key }) => key)).toEqual([
      'step.cpts.doctor',
      'step.cpam.doctor',
      'step.pharmacy',
      'step.money',
    ]);
    expect(steps.at(-1)?.text).toBe(
      'Sans médecin traitant, une consultation est en général moins bien remboursée. Votre CPAM peut tenir compte de votre situation.',
    );
  });

  it('looks for nobody any more once a colleague has taken the person on', () => {
    expect(
      titles(NGUYEN, {
        seeksDoctor: true,
        colleagues: [{ practitionerId: BONTEMPS, answer: 'accepted' }],
        waysForward: [{ kind: 'colleague', practitionerId: BONTEMPS }],
      }),
    ).toEqual(['Dre\u00a0Hélène Bontemps']);
  });

  it('says how to reach a house that has not written its number down', () => {
    const { steps } = refusalWords(
      refusalFacts(NGUYEN, { phone: null, waysForward: [{ kind: 'unscheduled-slot' }] }),
    );
    expect(steps[0]?.text).toMatch(/Joignez-nous à l’accueil\.$/);
  });
});

describe('the recourse', () => {
  it('is the Ordre and the CPAM, or the CPAM alone for a profession without an Ordre', () => {
    expect(refusalWords(refusalFacts(NGUYEN)).recourse).toContain('conseil de l’Ordre');
    expect(refusalWords(refusalFacts(FICTIF)).recourse).not.toContain('Ordre');
  });
});

const practitionerId = fc.constantFrom(...house.keys());
const way: fc.Arbitrary<WayForward> = fc.oneof(
  fc.record({ kind: fc.constant('colleague' as const), practitionerId }),
  fc.record({ kind: fc.constant('outside' as const), place: fc.constantFrom(...OutsidePlace.options) }),
  fc.record({
    kind: fc.constantFrom(...wayKinds.filter((kind) => kind !== 'colleague' && kind !== 'outside')),
  }) as fc.Arbitrary<WayForward>,
);
const facts = fc
  .record({
    of: practitionerId,
    ground: fc.constantFrom(...Ground.options),
    owed: fc.subarray(DutyKind.options),
    groundAllowed: fc.boolean(),
    seeksDoctor: fc.boolean(),
    colleagues: fc.array(
      fc.record({
        practitionerId,
        answer: fc.constantFrom(
          'accepted' as const,
          'declined-by-patient' as const,
          'condition-not-met' as const,
        ),
      }),
      { maxLength: 6 },
    ),
    waysForward: fc.array(way, { maxLength: 12 }),
    phone: fc.constantFrom(null, '01\u00a099\u00a000\u00a001\u00a000'),
  })
  .map(({ of, ...given }) => refusalFacts(of, given));

describe('whatever was decided, the words', () => {
  it('speak for one practitioner only, send nobody to the mediator, name no protected group, leave no hole', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const words = refusalWords(given);
        const all = [...words.say, ...words.steps.map(({ text }) => text)];
        expect(words.say.length).toBe(2);
        for (const text of all) {
          expect(text).not.toMatch(/[{}]|undefined|aucun (?:médecin|praticien)|médiat/i);
          expect(lint(text)).toEqual([]);
        }
      }),
    );
  });

  it('tell the ground when it is owed or allowed, and never otherwise', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { reasonTold, keys } = refusalWords(given);
        const told = keys.filter((key) => key.startsWith('say.reason.'));
        expect(reasonTold).toBe(given.owed.includes('reasons') || given.groundAllowed);
        expect(told).toEqual(reasonTold ? [`say.reason.${given.ground}`] : []);
      }),
    );
  });

  it('put the CPTS before the CPAM whenever a médecin traitant is looked for', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { keys } = refusalWords(given);
        const accepted = given.colleagues.some(({ answer }) => answer === 'accepted');
        const cpts = keys.indexOf('step.cpts.doctor');
        expect(cpts >= 0 && cpts < keys.indexOf('step.cpam.doctor')).toBe(given.seeksDoctor && !accepted);
      }),
    );
  });
});
