/** A line to be typed again, in French. Pure. */
import { dayText } from '../../../contract/day-text.ts';
import { phonePairs } from '../../../contract/display.ts';
import { Profession, professionLabels } from '../../../contract/professions.ts';
import type { SalvageKind } from '../../../contract/salvage.ts';
import { localNow } from '../../../contract/time.ts';
import { spokenTime } from '../../agenda/rules/read-back.ts';
import type { Row } from './compare.ts';

export const groupTitles: Readonly<Record<SalvageKind, string>> = {
  appointment: 'Rendez-vous',
  callback: 'Rappels promis',
  request: 'Demandes',
  waitlist: 'Listes d’attente',
};

const STATUSES: Readonly<Record<SalvageKind, Readonly<Record<string, string>>>> = {
  appointment: {
    booked: 'prévu',
    arrived: 'arrivé',
    'in-progress': 'en cours',
    fulfilled: 'venu',
    cancelled: 'annulé',
    noshow: 'non venu',
  },
  callback: { open: 'à faire', kept: 'tenu', unreachable: 'injoignable', withdrawn: 'retiré' },
  request: {
    open: 'ouverte',
    appointment: 'conclue par un rendez-vous',
    'registration-list': 'mise sur la liste d’attente',
    'earlier-list': 'mise sur la liste pour venir plus tôt',
    redirected: 'orientée',
    callback: 'rappel promis',
    emergency: 'urgence',
    answered: 'réponse donnée',
    withdrawn: 'retirée',
    unresolved: 'restée sans solution',
  },
  waitlist: { waiting: 'en attente', unreachable: 'injoignable', closed: 'sortie de la liste' },
};

const NATURES: Readonly<Record<string, string>> = {
  appointment: 'Rendez-vous souhaité',
  registration: 'Première prise en charge',
  unscheduled: 'Soin non programmé',
  message: 'Message',
  redirection: 'Orientation',
  administrative: 'Demande administrative',
  earlier: 'Venir plus tôt',
};

const statusOf = (kind: SalvageKind, { status }: Row): string => STATUSES[kind][status] ?? status;

const professionOf = (name: string | null): string | null => {
  const known = Profession.safeParse(name);
  return known.success ? professionLabels[known.data].label : null;
};

/** @param withWhom « Dr Nguyen »; null when nobody is named, or could not be read */
export const sentenceOf = (kind: SalvageKind, row: Row, withWhom: string | null, zone: string): string => {
  const said = (parts: readonly (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== '').join(', ');
  const due = (): string => {
    const { day, minute } = localNow(row.due ?? row.madeAt, zone);
    return `${dayText(day, 'short')} à ${spokenTime(minute)}`;
  };
  switch (kind) {
    case 'appointment':
      return said([
        `${dayText(row.day ?? '', 'long')} à ${spokenTime(row.start ?? 0)}`,
        withWhom === null ? 'praticien illisible' : `avec ${withWhom}`,
        row.status === 'booked' ? null : statusOf(kind, row),
        row.words,
      ]);
    case 'callback':
      return said([
        `à rappeler avant ${due()}`,
        row.phone === null ? null : `au ${phonePairs(row.phone)}`,
        row.status === 'open' ? null : statusOf(kind, row),
        row.words,
      ]);
    case 'request':
      return said([
        NATURES[row.nature ?? ''] ?? 'Demande',
        withWhom ?? professionOf(row.profession),
        row.status === 'open' ? null : statusOf(kind, row),
        row.words,
      ]);
    case 'waitlist':
      return said([
        NATURES[row.nature ?? ''] ?? 'Liste d’attente',
        professionOf(row.profession),
        row.status === 'waiting' ? null : statusOf(kind, row),
      ]);
  }
};

/** What could not be read of a group; null when all of it was. */
export const lossOf = ({ lost }: { readonly lost: number | null }): string | null => {
  if (lost === 0) return null;
  if (lost === null) return 'une partie n’a pas pu être lue, sans qu’on sache combien de lignes.';
  return lost === 1
    ? 'une ligne n’a pas pu être lue. Elle peut être plus ancienne que la sauvegarde, et donc n’avoir rien perdu.'
    : `jusqu’à ${lost} lignes n’ont pas pu être lues. Certaines peuvent être plus anciennes que la sauvegarde, et donc n’avoir rien perdu.`;
};
