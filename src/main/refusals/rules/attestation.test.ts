import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfInfo, pdfText } from '../../../../tests/support/poppler.ts';
import {
  AUBEPINE,
  BONTEMPS,
  COLIN,
  house,
  NGUYEN,
  ROLLAND,
  refusalFacts,
} from '../../../../tests/support/wordings.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import { DutyKind, Ground, OutsidePlace, type WayForward, wayKinds } from '../../../contract/intake.ts';
import { Paper, paperText } from '../../../contract/paper.ts';
import { TEXT_MAX } from '../../../contract/texts.ts';
import { makePdf } from '../../paper/service.ts';
import { CATALOGUE, TEXT_KEYS } from '../../texts/rules/catalogue.ts';
import { attestation, attestationFileName } from './attestation.ts';

const paperOf = (...of: Parameters<typeof refusalFacts>) =>
  Paper.parse(attestation(refusalFacts(...of)).paper);
const textOf = (...of: Parameters<typeof refusalFacts>) => paperText(paperOf(...of));

describe('the attestation de démarche', () => {
  it('of a médecin: what was answered and when, what was offered, what to do next, and no ground', () => {
    expect(
      textOf(NGUYEN, {
        seeksDoctor: true,
        colleagues: [{ practitionerId: BONTEMPS, answer: 'declined-by-patient' }],
        waysForward: [{ kind: 'registration-list' }],
      }),
    ).toBe(
      [
        'Maison des Tilleuls\n1 rue Fictive, 00100 Bourg-Fictif\n01\u00a099\u00a000\u00a001\u00a000',
        'ATTESTATION DE DÉMARCHE',
        'Lundi 23 novembre 2026',
        'Personne\u00a0: LEFÈBVRE Maëlys, née le 12/03/1952\nPraticien\u00a0: Dr\u00a0Mai Nguyen, médecin généraliste\nDemande\u00a0: Médecin traitant',
        'LEFÈBVRE Maëlys a contacté notre maison de santé le lundi 23 novembre 2026 et n’a pas pu être accueillie à ce jour par le Dr\u00a0Nguyen.',
        'Ce qui a été proposé\n– Notre liste d’attente. Votre demande est notée sur la liste d’attente de la maison. En attendant, vous pouvez continuer vos recherches ailleurs.\n– Dre\u00a0Hélène Bontemps. Une place auprès de la Dre\u00a0Bontemps a été proposée. Elle n’a pas été retenue.',
        'Vos démarches\n– L’organisation de santé de votre territoire (CPTS). Pour trouver un médecin traitant, commencez par l’organisation de votre territoire\u00a0: elle connaît les médecins qui ont des places.\n– Votre CPAM. Si cette première démarche n’aboutit pas, adressez-vous à votre CPAM, au\u00a036\u00a046 ou depuis votre compte ameli.\n– Votre remboursement. Sans médecin traitant, une consultation est en général moins bien remboursée. Votre CPAM peut tenir compte de votre situation.',
        'En cas d’urgence, appelez le\u00a015. Si vous ne pouvez pas parler ou entendre, SMS au\u00a0114.',
        'Cachet et signature de la maison de santé\u00a0:',
        'Cette attestation constate une démarche. Elle ne comporte aucune information de santé.\n',
      ].join('\n\n'),
    );
  });

  it('of a nurse says the ground, which she owes; of a médecin only when he allows it', () => {
    expect(textOf(ROLLAND, { owed: ['reasons'] })).toContain(
      'Praticien\u00a0: Mme\u00a0Zoé Rolland, infirmière\nMotif\u00a0: Patientèle complète à ce jour',
    );
    expect(textOf(NGUYEN)).not.toContain('Motif');
    expect(textOf(NGUYEN, { groundAllowed: true })).toContain('Motif\u00a0: Patientèle complète à ce jour');
  });

  it.each(['breach-of-trust', 'repeated-absence'] as const)(
    'never writes %s on a paper that is shown around',
    (ground) => {
      expect(textOf(ROLLAND, { ground, owed: DutyKind.options, groundAllowed: true })).not.toMatch(
        /motif|confiance|manqué/i,
      );
    },
  );

  it.each([
    ['female', 'accueillie'],
    ['male', 'accueilli'],
    ['unknown', 'accueilli(e)'],
  ] as const)('agrees with the person (%s)', (sex, word) => {
    const person = { displayName: 'MARTIN Sacha', birth: null, sex };
    expect(textOf(COLIN, { person })).toContain(
      `MARTIN Sacha a contacté notre maison de santé le lundi 23 novembre 2026 et n’a pas pu être ${word} à ce jour par M.\u00a0Colin.`,
    );
  });

  it('for somebody who gave no name, is of whoever shows it', () => {
    expect(textOf(COLIN, { person: null })).toContain(
      'La personne qui présente cette attestation a contacté',
    );
    expect(textOf(COLIN, { person: null })).not.toContain('Personne\u00a0:');
  });

  it('says once that a colleague of the house takes the person on, however it was written down', () => {
    const text = textOf(COLIN, {
      colleagues: [{ practitionerId: AUBEPINE, answer: 'accepted' }],
      waysForward: [
        { kind: 'colleague', practitionerId: AUBEPINE },
        { kind: 'colleague', practitionerId: AUBEPINE },
      ],
    });
    expect(text.match(/Aubépine exerce/g)?.length).toBe(1);
  });

  it('counts colleagues where there are too many to name', () => {
    const people = new Map(
      Array.from({ length: 14 }, (_, n) => [
        (n + 1) as PractitionerId,
        {
          title: 'Dr',
          givenName: 'Alma',
          familyName: `Fictif${n + 1}`,
          profession: 'general-practitioner' as const,
        },
      ]),
    );
    const colleagues = [...people.keys()]
      .slice(1)
      .map((practitionerId) => ({ practitionerId, answer: 'condition-not-met' as const }));
    expect(textOf(NGUYEN, { people, colleagues })).toContain(
      'du Dr\u00a0Fictif11 et de 3 autres a été examiné.',
    );
  });

  it('is a file that names nobody', () => {
    expect(attestationFileName('2026-11-23')).toBe('Attestation de démarche 2026-11-23');
  });

  it('says at the top when the house is fictitious', () => {
    const demo = { ...refusalFacts(NGUYEN).house, demo: true };
    expect(textOf(NGUYEN, { house: demo })).toContain('Spécimen\u00a0: maison fictive');
  });
});

const everyWay: WayForward[] = [
  { kind: 'colleague', practitionerId: BONTEMPS },
  ...OutsidePlace.options.map((place) => ({ kind: 'outside' as const, place })),
  ...(wayKinds
    .filter((kind) => kind !== 'colleague' && kind !== 'outside')
    .map((kind) => ({ kind })) as WayForward[]),
];

/** Every text as long as the house may make it. */
const longest = Object.fromEntries(
  TEXT_KEYS.map((key) => {
    const { text, group } = CATALOGUE[key];
    return [key, `${text} ${'Encore une phrase. '.repeat(20)}`.slice(0, TEXT_MAX[group])];
  }),
) as Record<(typeof TEXT_KEYS)[number], string>;

describe('on paper', () => {
  it('is one A4 page, with every way forward, long names and the longest wordings', async () => {
    const name = 'Maximilienne-Alexandrine de la Très-Longue-Particule '.repeat(2).trim();
    const paper = paperOf(NGUYEN, {
      wording: longest,
      seeksDoctor: true,
      owed: DutyKind.options,
      person: { displayName: name, birth: { value: '1952', precision: 'year' }, sex: 'unknown' },
      house: { name: 'M'.repeat(120), address: 'Adresse '.repeat(37).trim(), demo: true },
      waysForward: everyWay,
      colleagues: [...house.keys()].map((practitionerId, index) => ({
        practitionerId,
        answer: index % 2 === 0 ? ('declined-by-patient' as const) : ('condition-not-met' as const),
      })),
    });
    const pdf = await makePdf(paper, 0);
    expect(pdfInfo(pdf)).toMatchObject({
      Pages: '1',
      'Page size': '595.28 x 841.89 pts (A4)',
      Tagged: 'yes',
    });
    expect(pdfText(pdf)).toContain('Cachet et signature');
  });

  it.each([NGUYEN, ROLLAND, COLIN])(
    'is readable by others, and its properties name nobody (practitioner %i)',
    async (of) => {
      const pdf = await makePdf(paperOf(of, { owed: DutyKind.options, waysForward: [{ kind: 'cpts' }] }), 0);
      expect(pdfText(pdf).replaceAll(/\s+/g, ' ')).toContain(
        'LEFÈBVRE Maëlys a contacté notre maison de santé',
      );
      expect(JSON.stringify(pdfInfo(pdf))).not.toMatch(/lefèbvre|maëlys|nguyen|rolland|colin/i);
    },
  );
});

describe('whatever was decided, the attestation', () => {
  it('is a paper that the desk can set, speaks for one practitioner, and says nothing of health', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...house.keys()),
        fc.constantFrom(...Ground.options),
        fc.subarray(DutyKind.options),
        fc.boolean(),
        fc.boolean(),
        fc.subarray(everyWay),
        (of, ground, owed, groundAllowed, seeksDoctor, waysForward) => {
          const text = textOf(of, { ground, owed, groundAllowed, seeksDoctor, waysForward });
          expect(text).not.toMatch(/[{}]|undefined|aucun (?:médecin|praticien)|médiat|diagnostic|maladie/i);
          expect(text).toContain('n’a pas pu être accueillie à ce jour');
        },
      ),
    );
  });
});
