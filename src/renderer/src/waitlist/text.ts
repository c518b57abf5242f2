/** Who waits, since when and why in this order, as the screen says it. Pure. */
import type { Practitioner } from '../../../contract/practice.ts';
import { professionLabels } from '../../../contract/professions.ts';
import type { ListWishes } from '../../../contract/requests.ts';
import { type Day, daysBetween, type Instant, localNow, type Minute } from '../../../contract/time.ts';
import type { EntryLimits, WaitlistEntry, WaitlistLine } from '../../../contract/waitlist.ts';
import type { Rank, RankPart } from '../../../contract/waitlist-rank.ts';
import { practitionerName } from '../agenda/practitioner-name.ts';
import { dayText, hourText, weekdayName } from '../ui/dates.ts';
import { criterionLabels } from './words.ts';

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count}\u00a0${count < 2 ? one : many}`;

/** « 3 jours », « 11 semaines », « 7 mois »: as somebody says how long it has been. */
export const lengthText = (days: number): string => {
  if (days < 14) return plural(days, 'jour');
  if (days < 92) return plural(Math.floor(days / 7), 'semaine');
  return `${Math.floor(days / 30.44)}\u00a0mois`;
};

/** « depuis aujourd’hui », « depuis hier », « depuis 11 semaines ». */
export const waitedText = (days: number): string =>
  `depuis ${days <= 0 ? 'aujourd’hui' : days === 1 ? 'hier' : lengthText(days)}`;

/** « 1ʳᵉ », « 4ᵉ »: a person, or a place. */
export const placeText = (place: number): string => (place === 1 ? '1ʳᵉ' : `${place}ᵉ`);

/** « 12 septembre », with its year once it is another one. */
export const dateText = (day: Day, today: Day): string => {
  const [, date, month, year] = dayText(day, 'long').split(' ');
  return day.slice(0, 4) === today.slice(0, 4) ? `${date}\u00a0${month}` : `${date}\u00a0${month} ${year}`;
};

/** « 12/09 », with its year once it is another one. */
export const shortDate = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? dayText(day, 'numeric').slice(0, 5) : dayText(day, 'numeric');

export const sinceDay = (since: Instant, zone: string): Day => localNow(since, zone).day;

const names = (ids: readonly Practitioner['id'][], practitioners: readonly Practitioner[]): string =>
  practitioners
    .filter(({ id }) => ids.includes(id))
    .map(practitionerName)
    .join(', ');

/** « Médecin traitant », « Kiné »: what a place on this list is for. */
export const listTitle = ({ kind, profession }: Pick<WaitlistEntry, 'kind' | 'profession'>): string => {
  if (kind === 'earlier') return 'Plus tôt';
  return profession === 'general-practitioner' ? 'Médecin traitant' : professionLabels[profession].label;
};

/** Whom the person would see, or the appointment that she keeps meanwhile. */
export const whomText = (
  { kind, profession, practitionerIds, appointment }: WaitlistEntry,
  practitioners: readonly Practitioner[],
): string => {
  if (kind === 'registration')
    return names(practitionerIds, practitioners) || `${professionLabels[profession].plural}, sans préférence`;
  const kept =
    appointment === null
      ? ''
      : `${names([appointment.practitionerId], practitioners)}, rendez-vous gardé le ${dayText(appointment.day, 'short')} à ${hourText(appointment.start)}`;
  const others = names(practitionerIds, practitioners);
  return others === '' ? kept : `${kept} ; accepte ${others}`;
};

const hoursText = (from: Minute | null, to: Minute | null): string => {
  if (from !== null && to !== null) return `de ${hourText(from)} à ${hourText(to)}`;
  if (from !== null) return `après ${hourText(from)}`;
  return to === null ? '' : `avant ${hourText(to)}`;
};

/** « mardi, jeudi · avant 12 h · disponible vite »; null when nothing was wished. */
export const wishesText = ({ days, from, to, practitionerSex, atShortNotice }: ListWishes): string | null => {
  // Any day stands for its name: 2026-06-01 was a Monday.
  const named = days.map((day) => weekdayName(`2026-06-0${day}`)).join(', ');
  const parts = [
    named,
    hoursText(from, to),
    practitionerSex === null ? '' : practitionerSex === 'female' ? 'une praticienne' : 'un praticien',
    atShortNotice ? 'disponible vite' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(' · ');
};

/** What she can come to, wishes and access together; null when anything will do. */
export const limitsText = ({ wishes, homeVisit, stepFree }: EntryLimits): string | null => {
  const parts = [
    wishesText(wishes),
    homeVisit ? 'à domicile' : null,
    stepFree ? 'accès de plain-pied' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
};

/** « passe devant tout nouvel inscrit le 12/09 »: nobody waits for ever, and it can be said when. */
export const beforeText = (day: Day | null, today: Day): string =>
  day === null || day <= today
    ? 'Passe devant tout nouvel inscrit dès aujourd’hui'
    : `Passe devant tout nouvel inscrit le ${shortDate(day, today)}`;

export interface SumLine {
  readonly key: string;
  readonly label: string;
  readonly points: number;
}

const partLine = (part: RankPart): SumLine => {
  switch (part.kind) {
    case 'criterion':
      return { key: part.criterion, label: criterionLabels[part.criterion], points: part.points };
    case 'cap':
      return { key: 'cap', label: 'Plafond des critères', points: part.points };
    case 'waiting': {
      const each = part.weeks === 0 ? null : part.points / part.weeks;
      const weeks = plural(part.weeks, 'semaine complète', 'semaines complètes');
      return {
        key: 'waiting',
        label: each === null ? weeks : `${weeks} × ${plural(each, 'point')}`,
        points: part.points,
      };
    }
  }
};

/** The score as lines that add up to it. A cap that takes nothing away says nothing. */
export const sumLines = ({ parts }: Pick<Rank, 'parts'>): readonly SumLine[] =>
  parts.filter((part) => part.kind !== 'cap' || part.points !== 0).map(partLine);

/** « +30 », « −10 », « 0 ». */
export const signedText = (points: number): string => {
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${-points}`;
};

/** What may be said to the person herself: nothing of others, nothing of the criteria. */
export const toSay = (
  { entry, rank }: WaitlistLine,
  practitioners: readonly Practitioner[],
  today: Day,
  zone: string,
): readonly string[] => {
  const since = sinceDay(entry.since, zone);
  const long = rank.waitingDays < 2 ? '' : `, ${lengthText(rank.waitingDays)}`;
  const said =
    since === today
      ? 'Vous êtes sur la liste depuis aujourd’hui.'
      : `Vous êtes sur la liste depuis le ${dateText(since, today)}${long}.`;
  const { appointment } = entry;
  if (appointment === null) return [said];
  return [
    said,
    `Votre rendez-vous du ${dayText(appointment.day)} à ${hourText(appointment.start)} avec ${names([appointment.practitionerId], practitioners)} reste réservé en attendant.`,
  ];
};

/** « à reconfirmer avant le 12/12 », « à reconfirmer depuis le 12/11 ». */
export const reconfirmText = (by: Day, today: Day): string =>
  by > today ? `à reconfirmer le ${shortDate(by, today)}` : `à reconfirmer depuis le ${shortDate(by, today)}`;

export const isDue = ({ reconfirmBy, state }: WaitlistEntry, today: Day): boolean =>
  state === 'waiting' && reconfirmBy <= today;

/** « 2 essais sur 3, le dernier hier à 10 h »; null when nobody rang yet. */
export const attemptsText = (
  { attempts, lastAttemptAt }: Pick<WaitlistEntry, 'attempts' | 'lastAttemptAt'>,
  allowed: number | null,
  moment: (at: Instant) => string,
): string | null => {
  if (attempts === 0) return null;
  const count = `${plural(attempts, 'essai')}${allowed === null ? '' : ` sur ${allowed}`}`;
  if (lastAttemptAt === null) return count;
  return `${count}, ${attempts === 1 ? '' : 'le dernier '}${moment(lastAttemptAt)}`;
};

export const cptsText = (agrees: boolean | null): string =>
  agrees === null
    ? 'Accord CPTS non demandé'
    : agrees
      ? 'D’accord pour la liste de la CPTS'
      : 'Refuse la liste de la CPTS';

/**
 * Which place each has: among those of the same profession for a registration, on the whole list for an earlier place.
 * Who is unreachable or gone has none.
 */
export const placesOf = (lines: readonly WaitlistLine[]): ReadonlyMap<WaitlistEntry['id'], number> => {
  const counts = new Map<string, number>();
  return new Map(
    lines
      .filter(({ entry }) => entry.state === 'waiting')
      .map(({ entry }) => {
        const list = entry.kind === 'earlier' ? 'earlier' : entry.profession;
        const place = (counts.get(list) ?? 0) + 1;
        counts.set(list, place);
        return [entry.id, place] as const;
      }),
  );
};

/** Since when somebody waits, seen from a day: where no rank is at hand. */
export const waitedSince = (since: Instant, today: Day, zone: string): string =>
  waitedText(daysBetween(sinceDay(since, zone), today));
