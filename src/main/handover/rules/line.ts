/** One line of the night, read: what it asks, of whom, for when; and what stops it, at its field. Pure. */
import { parseBirth } from '../../../contract/birth.ts';
import type { LineCells, LineField, LineKind, LineProblem } from '../../../contract/night-return.ts';
import type { BirthDate } from '../../../contract/patients.ts';
import type { AppointmentType, Practitioner } from '../../../contract/practice.ts';
import type { RequestMessage, RequestNature } from '../../../contract/requests.ts';
import { addDays, Day, type LocalNow, type Minute } from '../../../contract/time.ts';
import { offers } from '../../agenda/rules/offers.ts';
import { plainWords } from './table.ts';

/** What each field may hold before it is shortened: what its record will keep. */
const MOST: Readonly<Record<LineField, number>> = {
  heard: 40,
  familyName: 100,
  givenName: 100,
  birth: 40,
  phone: 30,
  matter: 220,
  whom: 120,
  kind: 60,
  day: 40,
  start: 40,
};

/** `8:30`, `08:30:00`, `8h30`, `8 h`. */
export const readMinute = (text: string): Minute | null => {
  const match = /^(\d{1,2})\s*[:hH]\s*(\d{2})?(?::\d{2})?$/.exec(text.trim());
  if (!match?.[1]) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? '0')];
  return minutes > 59 || hours > 23 ? null : hours * 60 + minutes;
};

const MONTHS = ['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov', 'dec'];

const asDay = (year: number, month: number, date: number): Day | null => {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return Day.safeParse(text).success ? text : null;
};

/** Without a year: this year's, or next year's where that is more than half a year gone. */
const nearest = (month: number, date: number, today: Day): Day | null => {
  const year = Number(today.slice(0, 4));
  const here = asDay(year, month, date);
  return here !== null && here >= addDays(today, -183) ? here : asDay(year + 1, month, date);
};

/** `24/11/2026`, `24/11`, `2026-11-24`, `24 novembre`, `mardi 24 nov.`, `demain`. */
export const readDay = (text: string, today: Day): Day | null => {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/^(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.?\s+/, '');
  if (/^aujourd.hui$/.test(words)) return today;
  if (words === 'demain') return addDays(today, 1);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[t ].*)?$/.exec(words);
  if (iso) return asDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const digits = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/.exec(words);
  if (digits) {
    const [, date, month, year] = digits;
    if (year === undefined) return nearest(Number(month), Number(date), today);
    return asDay(
      Number(year.length === 2 ? `${today.slice(0, 2)}${year}` : year),
      Number(month),
      Number(date),
    );
  }
  const named = /^(\d{1,2})(?:er)?\s+([a-z]{3,})\.?(?:\s+(\d{4}))?$/.exec(words);
  if (!named?.[2]) return null;
  const month = MONTHS.findIndex((name) => named[2]?.startsWith(name)) + 1;
  if (month === 0) return null;
  return named[3] === undefined
    ? nearest(month, Number(named[1]), today)
    : asDay(Number(named[3]), month, Number(named[1]));
};

/** « DUPONT Marie » in one cell: capitals first, else the first word. A name all in capitals is a family name. */
export const namesIn = ({ familyName, givenName }: Pick<LineCells, 'familyName' | 'givenName'>) => {
  const words = familyName.split(/\s+/).filter((word) => word !== '');
  if (givenName !== '' || words.length < 2) return { familyName, givenName };
  const capitals = words.findIndex((word) => word !== word.toLocaleUpperCase('fr-FR'));
  if (capitals < 0) return { familyName, givenName };
  const cut = Math.max(1, capitals);
  return { familyName: words.slice(0, cut).join(' '), givenName: words.slice(cut).join(' ') };
};

const FOR_THE_DESK = /^(?:secretariat|accueil|secretaire|maison|standard|tous|tout le monde)$/;
const TITLE = /^(?:dr|dre|pr|docteur|docteure|professeur|mme|madame|mlle|m|mr|monsieur)\s+/;

type Whom = Pick<Practitioner, 'id' | 'familyName' | 'givenName' | 'active'>;

/** By family name, with or without title and given name. @returns null: for nobody by name */
export const whomIn = <P extends Whom>(
  text: string,
  practitioners: readonly P[],
): P | null | 'unknown' | 'ambiguous' => {
  const words = plainWords(text);
  if (words === '' || FOR_THE_DESK.test(words)) return null;
  const said = words.replace(TITLE, '');
  const found = practitioners.filter((one) => {
    if (!one.active) return false;
    const [family, given] = [plainWords(one.familyName), plainWords(one.givenName)];
    return [family, `${given} ${family}`, `${family} ${given}`].includes(said);
  });
  return found.length === 1 ? (found[0] ?? null) : found.length === 0 ? 'unknown' : 'ambiguous';
};

/** What the cell says; without a word, a day with an hour is an appointment, and the rest is asked of the house. */
export const kindIn = ({ kind, matter, day, start }: LineCells): LineKind => {
  const words = plainWords(kind);
  if (/\b(?:rdv|rendez vous|consultation|agenda)\b/.test(words)) return 'appointment';
  if (/\brappel/.test(words)) return 'callback';
  if (words !== '') return 'request';
  if (day !== '' && start !== '') return 'appointment';
  return /\ba?\s*rappeler\b|\brappel\b/.test(plainWords(matter)) ? 'callback' : 'request';
};

/** By what is asked of the desk, never by what somebody suffers from: nothing here looks for an illness. */
export const natureIn = ({
  kind,
  matter,
}: LineCells): { readonly nature: RequestNature; readonly message: RequestMessage | null } => {
  const words = plainWords(`${kind} ${matter}`);
  if (/\b(?:rdv|rendez vous|creneau)\b/.test(words)) return { nature: 'appointment', message: null };
  if (/\bmedecin traitant\b|\bnouveau patient\b|\bnouvelle patiente\b|\binscription\b/.test(words))
    return { nature: 'registration', message: null };
  const of = (kind: RequestMessage['kind']) => ({
    nature: 'message' as const,
    message: { kind, urgent: /\burgente?s?\b/.test(words) },
  });
  if (/\bordonnances?\b|\brenouvellement\b/.test(words)) return of('prescription');
  if (/\bresultats?\b|\banalyses?\b|\blabo(?:ratoire)?\b/.test(words)) return of('result');
  if (/\bcertificats?\b|\barret\b|\bpapiers?\b|\bdossier\b|\bmdph\b/.test(words)) return of('administrative');
  return of('advice');
};

/** The type that is named, else the first ordinary one that this practitioner offers. */
export const typeFor = (
  practitioner: Pick<Practitioner, 'id' | 'profession'>,
  types: readonly AppointmentType[],
  matter: string,
): AppointmentType | null => {
  const offered = types
    .filter((type) => type.active && offers(practitioner, type))
    .sort((a, b) => a.position - b.position || a.id - b.id);
  const words = plainWords(matter);
  const named = offered.find(({ name }) => words !== '' && words.startsWith(plainWords(name)));
  return named ?? offered.find(({ kind }) => kind === 'regular') ?? offered[0] ?? null;
};

export interface LineFacts {
  readonly now: LocalNow;
  readonly practitioners: readonly Practitioner[];
  readonly types: readonly AppointmentType[];
  /** Whether the number can be read: only a library knows how long foreign ones are. */
  readonly phoneReadable: boolean;
}

export interface LineRead {
  readonly kind: LineKind;
  readonly problems: readonly LineProblem[];
  readonly familyName: string;
  readonly givenName: string;
  readonly birth: BirthDate;
  readonly practitionerId: Practitioner['id'] | null;
  readonly nature: RequestNature;
  readonly message: RequestMessage | null;
  readonly place: {
    readonly practitionerId: Practitioner['id'];
    readonly day: Day;
    readonly start: Minute;
    readonly type: AppointmentType;
  } | null;
}

const tooLong = (cells: LineCells): LineProblem[] =>
  (Object.keys(MOST) as LineField[])
    .filter((field) => cells[field].length > MOST[field])
    .map((field) => ({ field, code: 'too-long' as const }));

/** @param kind what it is to become, when somebody says otherwise than the line */
export const readLine = (cells: LineCells, facts: LineFacts, kind = kindIn(cells)): LineRead => {
  const problems: LineProblem[] = tooLong(cells);
  const add = (field: LineField, code: LineProblem['code']): void => {
    problems.push({ field, code });
  };
  const { familyName, givenName } = namesIn(cells);
  const birth = parseBirth(cells.birth, facts.now.day);
  if (!birth.ok) add('birth', 'birth-unreadable');
  if (cells.phone !== '' && !facts.phoneReadable) add('phone', 'phone-unreadable');
  if (familyName === '' && cells.phone === '') add('familyName', 'nobody');
  else if (kind === 'appointment' && familyName === '') add('familyName', 'name-missing');

  const whom = whomIn(cells.whom, facts.practitioners);
  if (whom === 'unknown') add('whom', 'practitioner-unknown');
  else if (whom === 'ambiguous') add('whom', 'practitioner-ambiguous');
  const practitioner = whom === 'unknown' || whom === 'ambiguous' ? null : whom;

  const day = cells.day === '' ? null : readDay(cells.day, facts.now.day);
  const start = cells.start === '' ? null : readMinute(cells.start);
  if (cells.day !== '' && day === null) add('day', 'day-unreadable');
  if (cells.start !== '' && start === null) add('start', 'hour-unreadable');
  const type = practitioner === null ? null : typeFor(practitioner, facts.types, cells.matter);
  if (kind === 'appointment') {
    if (whom === null) add('whom', 'practitioner-missing');
    if (cells.day === '') add('day', 'day-missing');
    if (cells.start === '') add('start', 'hour-missing');
    if (practitioner !== null && type === null) add('whom', 'no-type');
  }
  return {
    kind,
    problems,
    familyName,
    givenName,
    birth: birth.ok ? birth.birth : { precision: 'unknown', value: null },
    practitionerId: practitioner?.id ?? null,
    ...natureIn(cells),
    place:
      practitioner === null || day === null || start === null || type === null
        ? null
        : { practitionerId: practitioner.id, day, start, type },
  };
};
