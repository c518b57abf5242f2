/** Who waits on which list, as the screen says it. Pure. */
import type { Practitioner } from '../../../../contract/practice.ts';
import { professionLabels } from '../../../../contract/professions.ts';
import type { ListWishes, OnList } from '../../../../contract/requests.ts';
import { type Day, daysBetween, type Instant, localNow, type Minute } from '../../../../contract/time.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { dayText, hourText, weekdayName } from '../../ui/dates.ts';

/** « Médecin traitant », « Liste d’attente », « Plus tôt ». */
export const listTitle = (list: OnList['list']): string => {
  if (list.kind === 'earlier') return 'Plus tôt';
  return list.profession === 'general-practitioner' ? 'Médecin traitant' : 'Liste d’attente';
};

/** Whom the person would take, or the appointment that she keeps meanwhile. */
export const listDetail = (list: OnList['list'], practitioners: readonly Practitioner[]): string => {
  const names = (ids: readonly Practitioner['id'][]): string[] =>
    practitioners.filter(({ id }) => ids.includes(id)).map(practitionerName);
  if (list.kind === 'registration')
    return (
      names(list.practitionerIds).join(', ') || `${professionLabels[list.profession].plural}, sans préférence`
    );
  const { practitionerId, day, start } = list.appointment;
  const kept = `rendez-vous gardé le ${dayText(day, 'short')} à ${hourText(start)}`;
  return [...names([practitionerId]), kept].join(', ');
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

export interface Since {
  readonly day: string;
  readonly long: string;
}

/** « jeu. 12 nov. » and « depuis 11 jours ». */
export const sinceText = (since: Instant, today: Day, zone: string): Since => {
  const { day } = localNow(since, zone);
  const days = daysBetween(day, today);
  const long = days === 0 ? 'aujourd’hui' : days === 1 ? 'hier' : `${days}\u00a0jours`;
  return { day: dayText(day, 'short'), long: `depuis ${long}` };
};
