/** The evening's hand-over on paper and as text. What stands on it, and what does not: docs/spec/handover.md. Pure. */
import type { Appointment } from '../../../contract/agenda.ts';
import { birthText } from '../../../contract/birth.ts';
import type { Callback } from '../../../contract/callbacks.ts';
import { dayText } from '../../../contract/day-text.ts';
import { phonePairs } from '../../../contract/display.ts';
import type { HandoverWords, Tonight } from '../../../contract/handover.ts';
import type { PractitionerId, StaffId } from '../../../contract/ids.ts';
import type { Paper, PaperBlock, PaperTable } from '../../../contract/paper.ts';
import type { House, Practitioner } from '../../../contract/practice.ts';
import { type Day, type Instant, type Interval, type LocalNow, localNow } from '../../../contract/time.ts';
import { personInitials, shortName } from '../../agenda/rules/initials.ts';
import { spokenTime } from '../../agenda/rules/read-back.ts';

export type WhyWarned = 'absent' | 'closed' | 'holiday' | 'called-off';

export interface NightFacts {
  readonly house: House;
  readonly now: Instant;
  readonly reopens: Day;
  readonly words: HandoverWords;
  readonly card: Tonight['card'];
  /** In the order of the columns. */
  readonly practitioners: readonly Practitioner[];
  readonly instructions: readonly { readonly practitionerId: PractitionerId; readonly text: string }[];
  readonly unscheduled: readonly {
    readonly practitionerId: PractitionerId;
    readonly places: readonly Interval[];
  }[];
  readonly callbacks: readonly Callback[];
  readonly initials: ReadonlyMap<StaffId, string>;
  readonly toWarn: readonly { readonly appointment: Appointment; readonly why: WhyWarned }[];
}

export type Names = 'full' | 'initials';
type Row = PaperTable['rows'][number];

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** « Dr Nguyen »: as the night's own lists name her. */
export const shortPractitioner = ({
  title,
  givenName,
  familyName,
}: Pick<Practitioner, 'title' | 'givenName' | 'familyName'>): string =>
  `${title === '' ? givenName : title} ${familyName}`.trim();

const WHY: Readonly<Record<WhyWarned, string>> = {
  absent: 'praticien absent',
  closed: 'hors des heures ouvertes',
  holiday: 'jour férié',
  'called-off': 'annulé par la maison\u00a0: le sait-on\u202f?',
};

/** « mar. 24 nov. 9 h 15 » */
const moment = (day: Day, minute: number): string => `${dayText(day, 'short')} ${spokenTime(minute)}`;

export const cardText = ({ number, status, signedOn, reviewDue }: Tonight['card']): string => {
  const on = (day: Day): string => dayText(day, 'numeric');
  if (status === 'example') return 'exemple fourni, que la maison n’a pas encore repris';
  const version = `version ${number}`;
  if (signedOn === null) return `${version}, pas encore signée`;
  const review = reviewDue === null ? '' : `, à revoir le ${on(reviewDue)}`;
  return `${version}, signée le ${on(signedOn)}${review}${status === 'overdue' ? ' (date passée)' : ''}`;
};

const practitionerIn = (facts: NightFacts, id: PractitionerId): string => {
  const found = facts.practitioners.find((one) => one.id === id);
  return found === undefined ? '' : shortPractitioner(found);
};

const table = (
  caption: string,
  note: string,
  columns: readonly (readonly [label: string, share: number])[],
  rows: readonly Row[],
): PaperTable => ({
  kind: 'table',
  caption,
  note,
  columns: columns.map(([label, share]) => ({ label, share })),
  rows: [...rows],
  newPage: false,
});

const said = (text: string, tone: 'plain' | 'quiet' = 'quiet'): PaperBlock => ({
  kind: 'paragraph',
  tone,
  text,
});

const personOf = (
  { patient, callerName }: Pick<Callback, 'patient' | 'callerName'>,
  names: Names,
): string => {
  if (names === 'initials')
    return patient === null ? personInitials(callerName ?? '') : personInitials(patient.displayName);
  if (patient === null) return callerName ?? '';
  const name =
    patient.homonym && patient.birth.precision !== 'unknown'
      ? `${shortName(patient.displayName)} (${birthText(patient.birth)})`
      : shortName(patient.displayName);
  return callerName === null ? name : `${callerName}, pour ${name}`;
};

const latestFirst = (now: Instant) => (a: Callback, b: Callback) =>
  Number(b.due < now) - Number(a.due < now) || a.due - b.due || a.id - b.id;

const callbackRow = (facts: NightFacts, names: Names, one: Callback): Row => {
  const { day, minute } = localNow(one.due, facts.house.zone);
  const late = one.due < facts.now;
  const phone = one.phone ?? one.patient?.phone ?? null;
  const owner =
    one.owner.kind === 'staff'
      ? (facts.initials.get(one.owner.staffId) ?? '')
      : practitionerIn(facts, one.owner.practitionerId);
  const about = one.answersProfessional ? 'réponse au professionnel' : (one.about ?? '');
  return {
    cells: [
      late ? `en retard\u00a0: ${moment(day, minute)}` : moment(day, minute),
      personOf(one, names),
      ...(names === 'full' ? [phone === null ? '' : phonePairs(phone), about] : []),
      owner,
    ],
    tone: 'plain',
  };
};

const warnRow =
  (facts: NightFacts, names: Names) =>
  ({ appointment, why }: NightFacts['toWarn'][number]): Row => ({
    cells: [
      moment(appointment.day, appointment.start),
      personOf({ patient: appointment.patient, callerName: null }, names),
      ...(names === 'full'
        ? [appointment.patient.phone === null ? '' : phonePairs(appointment.patient.phone)]
        : []),
      practitionerIn(facts, appointment.practitionerId),
      WHY[why],
    ],
    tone: 'plain',
  });

const callbacksBlock = (facts: NightFacts, names: Names): PaperBlock => {
  const { callbacks, now } = facts;
  if (callbacks.length === 0) return said('À rappeler\u00a0: personne.');
  const late = callbacks.filter(({ due }) => due < now).length;
  return table(
    'À rappeler',
    `${counted(callbacks.length, 'appel promis', 'appels promis')}${late === 0 ? '' : `, dont ${late} en retard`}`,
    names === 'full'
      ? [
          ['Avant', 21],
          ['Qui', 25],
          ['Téléphone', 17],
          ['Pourquoi', 25],
          ['Par', 12],
        ]
      : [
          ['Avant', 40],
          ['Qui', 25],
          ['Par', 35],
        ],
    callbacks.toSorted(latestFirst(now)).map((one) => callbackRow(facts, names, one)),
  );
};

const warnBlock = (facts: NightFacts, names: Names): PaperBlock => {
  const { toWarn } = facts;
  if (toWarn.length === 0) return said('À prévenir\u00a0: personne.');
  return table(
    'À prévenir',
    `${counted(toWarn.length, 'rendez-vous ne tient pas', 'rendez-vous ne tiennent pas')} d’ici la réouverture`,
    names === 'full'
      ? [
          ['Rendez-vous', 21],
          ['Qui', 25],
          ['Téléphone', 17],
          ['Avec', 15],
          ['Ce qui se passe', 22],
        ]
      : [
          ['Rendez-vous', 30],
          ['Qui', 15],
          ['Avec', 25],
          ['Ce qui se passe', 30],
        ],
    toWarn.map(warnRow(facts, names)),
  );
};

const instructionsBlock = (facts: NightFacts): PaperBlock =>
  facts.instructions.length === 0
    ? said('Consignes des praticiens\u00a0: aucune.')
    : table(
        'Consignes des praticiens',
        'valables cette nuit',
        [
          ['Praticien', 25],
          ['Consigne', 75],
        ],
        facts.instructions.map(({ practitionerId, text }) => ({
          cells: [practitionerIn(facts, practitionerId), text],
          tone: 'plain',
        })),
      );

const unscheduledBlock = (facts: NightFacts): PaperBlock => {
  const when = dayText(facts.reopens, 'day');
  const left = facts.unscheduled.reduce((sum, { places }) => sum + places.length, 0);
  if (left === 0) return said(`Soins non programmés, ${when}\u00a0: aucune place à proposer.`);
  return table(
    `Soins non programmés, ${when}`,
    counted(left, 'place à proposer', 'places à proposer'),
    [
      ['Praticien', 25],
      ['Heures', 75],
    ],
    facts.unscheduled.map(({ practitionerId, places }) => ({
      cells: [
        practitionerIn(facts, practitionerId),
        places.map(({ start }) => spokenTime(start)).join('\u2002·\u2002'),
      ],
      tone: 'open',
    })),
  );
};

/** One line a paragraph: what was typed on several lines is read on several. */
const noteBlocks = (note: string): PaperBlock[] => {
  const lines = note
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length === 0
    ? [said('Rien de particulier ce soir.')]
    : lines.map((line) => said(line, 'plain'));
};

export const nightPaper = (facts: NightFacts, names: Names): Paper => {
  const { house, words } = facts;
  const wall: LocalNow = localNow(facts.now, house.zone);
  return {
    title: `Passation du ${dayText(wall.day, 'long')}`,
    house: { name: house.name, address: null, phone: null },
    dated: `préparée à ${spokenTime(wall.minute)}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: 'De garde ce soir', value: words.onCall === '' ? 'personne n’est nommé' : words.onCall },
          { label: 'Carte d’urgence', value: cardText(facts.card) },
          { label: 'Réouverture', value: dayText(facts.reopens, 'day') },
        ],
      },
      { kind: 'heading', text: 'Consignes de ce soir' },
      ...noteBlocks(words.note),
      instructionsBlock(facts),
      unscheduledBlock(facts),
      callbacksBlock(facts, names),
      warnBlock(facts, names),
      said(
        'Au matin, une ligne par appel\u00a0: heure, nom, prénom, naissance, téléphone, motif, pour qui, type (demande, rappel ou rdv), jour et heure du rdv.',
      ),
    ],
    foot: names === 'full' ? 'Confidentiel\u00a0: à détruire quand la nuit est passée.' : null,
    specimen: house.demo,
    flow: 'pages',
  };
};

/** Without anybody's name, and without a colon that a disk would refuse. */
export const nightFileName = (day: Day): string => `Passation ${day}`;

export const nightCounts = (facts: NightFacts): Tonight['counts'] => ({
  instructions: facts.instructions.length,
  unscheduled: facts.unscheduled.reduce((sum, { places }) => sum + places.length, 0),
  callbacks: facts.callbacks.length,
  late: facts.callbacks.filter(({ due }) => due < facts.now).length,
  toWarn: facts.toWarn.length,
});

/** The first day after `today` on which the house answers. @param isWorkingDay asked of the fourteen days that follow */
export const reopensAfter = (days: readonly Day[], isWorkingDay: (day: Day) => boolean): Day =>
  days.find(isWorkingDay) ?? days[0] ?? '';
