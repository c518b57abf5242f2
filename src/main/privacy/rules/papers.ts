/** Papers that the law asks of the house, filled from its settings: the notice (art. 13) and the register (art. 30). Pure. */
import { dayText } from '../../../contract/day-text.ts';
import type { Paper, PaperBlock, PaperTable } from '../../../contract/paper.ts';
import type { House, Practitioner } from '../../../contract/practice.ts';
import type { RetentionSettings } from '../../../contract/privacy.ts';
import { professionLabels } from '../../../contract/professions.ts';
import type { Day } from '../../../contract/time.ts';

export interface PaperFacts {
  readonly house: House;
  /** Those who work here. */
  readonly practitioners: readonly Practitioner[];
  readonly settings: RetentionSettings;
  readonly today: Day;
}

const months = (n: number): string => `${n} mois`;
const years = (n: number): string => `${n} ans`;

const CNIL = 'CNIL, 3, place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, ou cnil.fr';

const names = (practitioners: readonly Practitioner[]): string =>
  practitioners
    .map(
      ({ title, givenName, familyName, profession }) =>
        `${[title, givenName, familyName].filter((part) => part !== '').join(' ')} (${professionLabels[
          profession
        ].label.toLocaleLowerCase('fr-FR')})`,
    )
    .join(', ');

/** As a paragraph holds so much. */
const bounded = (text: string): string => (text.length > 1100 ? `${text.slice(0, 1099)}…` : text);

const durations = ({
  wordsMonths,
  unseenMonths,
  appointmentMonths,
  journalMonths,
  seenYears,
}: RetentionSettings): readonly (readonly [string, string])[] => [
  ['Fiche d’une personne reçue, dates de ses rendez-vous', `${years(seenYears)} après sa dernière venue`],
  [
    'Nom d’une personne jamais reçue, refus et liste d’attente compris',
    `${months(unseenMonths)} après sa dernière demande`,
  ],
  ['Mots d’une demande ou d’un rappel', `${months(wordsMonths)} après la clôture`],
  ['Commentaires d’un rendez-vous', `${months(appointmentMonths)} après le rendez-vous`],
  ['Ce que le journal garde d’une modification', months(journalMonths)],
];

const head = ({ house, today }: PaperFacts) => ({
  house: { name: house.name, address: house.address, phone: house.phone },
  dated: `Le ${dayText(today, 'long')}`,
  specimen: house.demo,
});

const paragraph = (text: string, tone: 'lead' | 'plain' | 'quiet' = 'plain'): PaperBlock => ({
  kind: 'paragraph',
  tone,
  text,
});
const heading = (text: string): PaperBlock => ({ kind: 'heading', text });

const table = (
  caption: string,
  labels: readonly [string, string],
  rows: readonly (readonly [string, string])[],
  share = 38,
): PaperTable => ({
  kind: 'table',
  caption,
  note: null,
  columns: [
    { label: labels[0], share },
    { label: labels[1], share: 100 - share },
  ],
  rows: rows.map((cells) => ({ cells: [...cells], tone: 'plain' as const })),
  newPage: false,
});

const contact = ({ house }: PaperFacts): string =>
  [house.name, house.address, house.phone].filter((part) => part !== null && part !== '').join(', ');

/** To hang up, and to hand over: one page. */
export const patientNotice = (facts: PaperFacts): Paper => ({
  ...head(facts),
  title: 'Vos données à l’accueil de la maison',
  blocks: [
    paragraph(
      'Pour vous donner un rendez-vous et y donner suite, l’accueil note votre identité, vos coordonnées et ce que vous demandez. Voici ce que nous en faisons.',
      'lead',
    ),
    heading('Qui en répond'),
    paragraph(
      bounded(
        `Les professionnels de la maison, ensemble (responsables conjoints, article 26 du RGPD) : ${names(facts.practitioners)}. Vous pouvez vous adresser à n’importe lequel d’entre eux, ou à l’accueil. Votre dossier médical, lui, est tenu par chaque praticien.`,
      ),
    ),
    heading('Pourquoi, et de quel droit'),
    paragraph(
      'Prendre et suivre vos rendez-vous, vous rappeler, vous orienter, tenir les listes d’attente, et compter sans nom l’activité de la maison. C’est nécessaire à votre prise en charge (RGPD, articles 6, 1, e et 9, 2, h) : sans nom ni numéro, nous ne pouvons ni vous recevoir ni vous rappeler. Le reste est facultatif. Rien de cela ne sert à vous refuser un soin.',
    ),
    heading('Qui les voit'),
    paragraph(
      'L’accueil et les professionnels de la maison, tenus au secret. Au dehors, seulement ce que vous acceptez : un confrère ou une structure à qui l’on vous adresse, la CPTS si vous l’avez dit, le télésecrétariat de la maison. Rien n’est vendu, rien ne part sur Internet : les données restent, chiffrées, sur l’ordinateur de la maison et ses sauvegardes.',
    ),
    table('Combien de temps', ['Ce que nous gardons', 'Durée'], durations(facts.settings), 58),
    heading('Vos droits'),
    paragraph(
      'Demander à voir tout ce que nous gardons sur vous et en recevoir une copie, le faire corriger, le faire effacer ou en limiter l’usage quand la loi le permet, vous y opposer pour une raison qui tient à votre situation. Demandez à l’accueil : réponse sous un mois, gratuitement. Si elle ne vous convient pas, vous pouvez adresser une réclamation à la CNIL.',
    ),
    paragraph(CNIL, 'quiet'),
  ],
  foot: null,
});

/** The entry of the house's register. */
export const registerEntry = (facts: PaperFacts): Paper => ({
  ...head(facts),
  title: 'Fiche du registre : accueil',
  blocks: [
    paragraph('Fiche à joindre au registre des activités de traitement (RGPD, article 30).', 'lead'),
    table(
      'Qui en répond',
      ['Rubrique', 'Contenu'],
      [
        ['Responsables conjoints (art. 26)', bounded(names(facts.practitioners))],
        ['Contact', contact(facts)],
        [
          'Accord entre eux',
          'À joindre : qui répond aux demandes des patients, qui tient l’accueil, qui décide des durées. Ses grandes lignes sont tenues à la disposition des patients.',
        ],
        ['Délégué à la protection des données', 'À compléter s’il est désigné'],
      ],
    ),
    table(
      'Le traitement',
      ['Rubrique', 'Contenu'],
      [
        [
          'Finalités',
          'Prise et suivi des rendez-vous ; demandes et rappels ; orientation ; listes d’attente ; traces des refus et de ce qui a été proposé ; comptes de l’activité, sans nom.',
        ],
        [
          'Bases légales',
          'Art. 6, 1, e (mission d’intérêt public) ou f (intérêt légitime) ; art. 9, 2, h (prise en charge sanitaire). Référentiel de la CNIL pour les cabinets (délibération 2020-081).',
        ],
        [
          'Personnes concernées',
          'Patients, personnes qui appellent, professionnels qui adressent, équipe de la maison.',
        ],
        [
          'Données',
          'Identité, coordonnées, médecin traitant, besoins pour venir, rendez-vous, demandes et réponses, orientations, refus et motif codé, inscriptions sur liste et critères déclarés (ALD, C2S, grossesse…), journal des accès. Ni NIR, ni diagnostic.',
        ],
        [
          'Destinataires',
          'Accueil et professionnels de la maison, tenus au secret ; avec l’accord de la personne, confrère, structure, CPTS ; télésecrétariat (sous-traitant, contrat de l’article 28 à joindre).',
        ],
        ['Transferts hors de l’Union', 'Aucun : le logiciel n’ouvre aucune connexion vers l’extérieur.'],
      ],
    ),
    table('Durées de conservation', ['Donnée', 'Durée'], durations(facts.settings)),
    table(
      'Sécurité (art. 32)',
      ['Mesure', 'Comment'],
      [
        [
          'Chiffrement',
          'Fichier et sauvegardes chiffrés ; clé scellée par le système ou par le code de récupération.',
        ],
        ['Accès', 'Comptes nominatifs, rôles, codes personnels, verrouillage du poste.'],
        ['Traces', 'Journal chaîné : qui a vu, écrit, modifié, remis, imprimé ; vérifié à chaque démarrage.'],
        [
          'Sauvegardes',
          'Chaque heure, prouvées par une restauration chaque semaine ; second emplacement au choix.',
        ],
        [
          'Droits des personnes',
          'Remise de tout ce qui est conservé, correction, effacement : depuis la fiche du patient.',
        ],
      ],
    ),
    { kind: 'signature', label: 'Date et signature des responsables' },
  ],
  foot: null,
  flow: 'pages',
});
