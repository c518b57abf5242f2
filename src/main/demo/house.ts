/** The fictitious house itself: who works there, when, for what. Pure: (day) -> drafts. */

import { practitionerColours } from '../../contract/palette.ts';
import type {
  Absence,
  AppointmentTypeDraft,
  HouseSetup,
  OpeningException,
  OpeningHours,
  PractitionerDraft,
  SlotKind,
} from '../../contract/practice.ts';
import type { Profession } from '../../contract/professions.ts';
import { addDays, type Day, mondayOf, weekdayOf } from '../../contract/time.ts';

export const ZONE = 'Europe/Paris';

export const demoHouse: HouseSetup['house'] = {
  name: 'Maison de santé du Parvis (fictive)',
  zone: ZONE,
  region: 'metropole',
  phone: '01 99 00 01 00',
  address: '1 place du Parvis, 00100 Bourg-Fictif',
};

export const demoStaff: HouseSetup['staff'] = [
  { initials: 'CM', name: 'Camille Mistral' },
  { initials: 'JB', name: 'Julie Brume' },
];
export const demoCoordinator = { initials: 'AS', name: 'Armelle Soleil' };

/** `weekday` 1 to 7; minutes of the day. */
type Range = readonly [weekdays: readonly number[], start: number, end: number, kind?: SlotKind];
type DraftOf<T> = Omit<T, 'id' | 'version' | 'practitionerId'>;

export interface DemoPractitioner {
  readonly practitioner: PractitionerDraft;
  readonly hours: readonly DraftOf<OpeningHours>[];
  readonly exceptions: readonly DraftOf<OpeningException>[];
  readonly absences: readonly DraftOf<Absence>[];
}

interface Person {
  readonly title: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly profession: Profession;
  readonly step: number;
  readonly capacity?: number;
  readonly ranges: readonly Range[];
  /** Saturday mornings: every week, or one week in two from that of today (0) or the next (1). */
  readonly saturday?: 'every' | 0 | 1;
}

const at = (hours: number, minutes = 0): number => hours * 60 + minutes;
const ALL = [1, 2, 3, 4, 5];

/** Reserved ranges lie over ordinary ones: at each minute the more reserved kind counts. */
const people: readonly Person[] = [
  {
    title: 'Dr',
    givenName: 'Hélène',
    familyName: 'Bontemps',
    profession: 'general-practitioner',
    step: 15,
    ranges: [
      [ALL, at(8, 30), at(12, 30)],
      [[1, 2, 4, 5], at(14), at(18, 30)],
      [ALL, at(11, 30), at(12, 30), 'unscheduled'],
      [[2], at(14), at(15), 'newPatient'],
    ],
  },
  {
    title: 'Dr',
    givenName: 'Mai',
    familyName: 'Nguyen',
    profession: 'general-practitioner',
    step: 15,
    saturday: 0,
    ranges: [
      [[1, 2, 3, 5], at(9), at(12, 30)],
      [[1, 2, 3, 5], at(14), at(19)],
      [[4], at(8, 30), at(12)],
      [[1, 2, 3, 5], at(17, 30), at(18, 30), 'unscheduled'],
      [[3], at(14), at(15), 'newPatient'],
    ],
  },
  {
    title: 'Dr',
    givenName: 'Octave',
    familyName: 'Clairval',
    profession: 'general-practitioner',
    step: 15,
    saturday: 1,
    ranges: [
      [ALL, at(8), at(12)],
      [[1, 3, 4, 5], at(13, 30), at(17, 30)],
      [ALL, at(8), at(8, 45), 'unscheduled'],
    ],
  },
  {
    title: 'Dr',
    givenName: 'Marc',
    familyName: 'Delalune',
    profession: 'general-practitioner',
    step: 20,
    ranges: [
      [[1, 2, 4, 5], at(9), at(13)],
      [ALL, at(14, 30), at(19, 30)],
      [ALL, at(18, 30), at(19, 30), 'unscheduled'],
      [[4], at(9), at(10, 20), 'newPatient'],
    ],
  },
  {
    title: 'Mme',
    givenName: 'Clémence',
    familyName: 'Rivaux',
    profession: 'nurse',
    step: 15,
    saturday: 'every',
    ranges: [
      [ALL, at(8), at(12)],
      [[1, 2, 3, 4], at(16), at(18, 30)],
    ],
  },
  {
    title: 'M.',
    givenName: 'Yanis',
    familyName: 'Belhiver',
    profession: 'nurse',
    step: 15,
    ranges: [
      [ALL, at(8), at(11, 30)],
      [[2, 3, 4, 5], at(13, 30), at(17)],
    ],
  },
  {
    title: 'M.',
    givenName: 'Loïc',
    familyName: 'Montgrave',
    profession: 'physiotherapist',
    step: 30,
    capacity: 3,
    ranges: [
      [ALL, at(8), at(12)],
      [[1, 2, 3, 4], at(14), at(19)],
    ],
  },
  {
    title: 'Mme',
    givenName: 'Aurore',
    familyName: 'Bellemare',
    profession: 'midwife',
    step: 30,
    ranges: [
      [[1, 2, 3, 4], at(9), at(12, 30)],
      [[1, 2, 4, 5], at(13, 30), at(17, 30)],
    ],
  },
  {
    title: 'Mme',
    givenName: 'Noémie',
    familyName: 'Valdor',
    profession: 'speech-therapist',
    step: 30,
    ranges: [
      [[1, 2, 3, 4], at(9), at(12)],
      [ALL, at(13, 30), at(18, 30)],
    ],
  },
  {
    title: 'M.',
    givenName: 'Basile',
    familyName: 'Montfleuri',
    profession: 'psychologist',
    step: 45,
    ranges: [
      [[1, 2, 4, 5], at(9), at(12, 45)],
      [[1, 2, 3, 5], at(14), at(18, 30)],
    ],
  },
  {
    title: 'Mme',
    givenName: 'Capucine',
    familyName: 'Verjus',
    profession: 'dietitian',
    step: 30,
    ranges: [
      [[1, 3, 5], at(9), at(12, 30)],
      [[1, 3], at(14), at(17)],
    ],
  },
];

/** The weekday whose hours stand in for a day that would be closed. */
const BUSY_WEEKDAY = 2;

/**
 * @param today as the house's wall shows it
 * @param closedToday a Sunday, a Saturday or a public holiday: today is then opened as a Tuesday, for the demonstration
 */
export const demoPractitioners = (
  today: Day,
  closedToday: 'holiday' | 'weekend' | null,
): DemoPractitioner[] => {
  const monday = mondayOf(today);
  const validFrom = addDays(monday, -364);
  return people.map((person, index) => {
    const weekly = { capacity: person.capacity ?? 1, validFrom, validTo: null };
    const hours = person.ranges.flatMap(([weekdays, start, end, kind = 'regular']) =>
      weekdays.map((weekday) => ({ ...weekly, weekday, start, end, kind, everyWeeks: 1, anchorDay: monday })),
    );
    if (person.saturday !== undefined)
      hours.push({
        ...weekly,
        weekday: 6,
        start: at(9),
        end: at(12),
        kind: 'regular',
        everyWeeks: person.saturday === 'every' ? 1 : 2,
        anchorDay: person.saturday === 1 ? addDays(monday, 7) : monday,
      });
    return {
      practitioner: {
        title: person.title,
        familyName: person.familyName,
        givenName: person.givenName,
        profession: person.profession,
        rpps: null,
        colour: practitionerColours[index % practitionerColours.length] ?? practitionerColours[0],
        step: person.step,
        active: true,
        position: index + 1,
      },
      hours,
      exceptions: [...openedToday(person, today, closedToday), ...given(person, today)],
      absences: away(person, today),
    };
  });
};

const openedToday = (
  person: Person,
  today: Day,
  closedToday: 'holiday' | 'weekend' | null,
): DraftOf<OpeningException>[] =>
  closedToday === null
    ? []
    : person.ranges
        .filter(([weekdays]) => weekdays.includes(BUSY_WEEKDAY))
        .map(([, start, end, kind = 'regular']) => ({
          day: today,
          // On a holiday only what is given on top stands; on a weekend it takes the place of the usual morning.
          effect: closedToday === 'holiday' ? 'extra' : 'replaced',
          start,
          end,
          kind,
          capacity: person.capacity ?? 1,
          reason: 'Ouvert pour la démonstration',
        }));

/** Slots that Dr Nguyen gives at noon, on the next Wednesday that is not today. */
const given = (person: Person, today: Day): DraftOf<OpeningException>[] =>
  person.familyName === 'Nguyen'
    ? [
        {
          day: nextWeekday(today, 3),
          effect: 'extra',
          start: at(12, 30),
          end: at(13, 30),
          kind: 'unscheduled',
          capacity: 1,
          reason: 'Créneaux donnés : pic d’épidémie',
        },
      ]
    : [];

const away = (person: Person, today: Day): DraftOf<Absence>[] => {
  const monday = addDays(mondayOf(today), 7);
  switch (person.familyName) {
    case 'Clairval':
      return [
        {
          fromDay: monday,
          toDay: addDays(monday, 4),
          start: null,
          end: null,
          reason: 'leave',
          note: 'Congés, sans remplaçant',
        },
      ];
    case 'Bellemare': {
      const day = nextWeekday(today, 4);
      return [
        { fromDay: day, toDay: day, start: at(13, 30), end: at(17, 30), reason: 'training', note: null },
      ];
    }
    default:
      return [];
  }
};

const nextWeekday = (today: Day, weekday: number): Day =>
  addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);

type TypeLine = readonly [name: string, minutes: number, instruction?: string | undefined, kind?: SlotKind];

const types: Partial<Readonly<Record<Profession, readonly TypeLine[]>>> = {
  'general-practitioner': [
    ['Consultation', 15],
    ['Renouvellement', 15, 'Demander d’apporter la dernière ordonnance.'],
    ['Certificat de sport', 30, 'Certificats : pas le lundi. Apporter le questionnaire de santé rempli.'],
    [
      'Nouveau patient',
      30,
      'Apporter la carte Vitale, les ordonnances en cours et le carnet de vaccination.',
      'newPatient',
    ],
    [
      'Soin non programmé',
      15,
      'Un seul problème par rendez-vous ; sinon proposer une consultation.',
      'unscheduled',
    ],
    ['Vaccination', 15, 'Apporter le vaccin, gardé au froid, et le carnet.'],
    [
      'Visite à domicile',
      45,
      'Domicile seulement si le patient ne peut pas se déplacer ; noter l’étage et le code.',
    ],
  ],
  nurse: [
    ['Soin infirmier', 15, 'Apporter l’ordonnance.'],
    ['Prise de sang', 15, 'À jeun si l’ordonnance le demande. Avant 10 h de préférence.'],
    ['Pansement', 30, 'Apporter le matériel prescrit.'],
  ],
  physiotherapist: [
    ['Séance', 30, 'Serviette et tenue souple.'],
    ['Bilan', 60, 'Apporter l’ordonnance et les radios.', 'newPatient'],
  ],
  midwife: [
    ['Consultation', 30],
    ['Suivi de grossesse', 30, 'Apporter le dossier de maternité.'],
    ['Rééducation', 30],
  ],
  'speech-therapist': [
    ['Séance', 30],
    ['Bilan', 60, 'Apporter l’ordonnance et le carnet de santé.', 'newPatient'],
  ],
  psychologist: [
    ['Entretien', 45, 'Prévenir en cas d’empêchement : la liste est longue.'],
    ['Premier entretien', 45, undefined, 'newPatient'],
  ],
  dietitian: [
    ['Suivi', 30],
    ['Bilan', 60, 'Noter ses repas pendant trois jours avant de venir.', 'newPatient'],
  ],
};

export const demoTypes = (): AppointmentTypeDraft[] =>
  (Object.keys(types) as Profession[]).flatMap((profession) =>
    (types[profession] ?? []).map(([name, minutes, instruction, kind], index) => ({
      profession,
      practitionerId: null,
      name,
      minutes,
      colour: null,
      instruction: instruction ?? null,
      kind: kind ?? 'regular',
      active: true,
      position: index + 1,
    })),
  );
