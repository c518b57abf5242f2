/** What the night will find, in a few words each. Pure. */
import type { Tonight } from '../../../../contract/handover.ts';
import { dayText } from '../../ui/dates.ts';

export interface ContentLine {
  readonly label: string;
  readonly value: string;
  /** Somebody has to look at it before it leaves. */
  readonly alarm: boolean;
}

const counted = (n: number, one: string, many: string): string =>
  n === 0 ? 'aucun' : n === 1 ? one : `${n} ${many}`;

const cardLine = ({ number, status, signedOn }: Tonight['card']): ContentLine => ({
  label: 'Carte d’urgence',
  value:
    status === 'example'
      ? 'exemple, à reprendre'
      : signedOn === null
        ? `version ${number}, pas signée`
        : `version ${number} du ${dayText(signedOn, 'numeric')}${status === 'overdue' ? ', à revoir' : ''}`,
  alarm: status !== 'signed',
});

export const contentLines = ({ counts, reopens, card }: Tonight): ContentLine[] => [
  {
    label: 'Consignes des praticiens',
    value: counts.instructions === 0 ? 'aucune' : String(counts.instructions),
    alarm: false,
  },
  {
    label: `SNP du ${dayText(reopens, 'short')}`,
    value: counted(counts.unscheduled, '1 place', 'places').replace('aucun', 'aucune place'),
    alarm: false,
  },
  {
    label: 'À rappeler',
    value: `${counted(counts.callbacks, '1 appel', 'appels')}${counts.late === 0 ? '' : `, dont ${counts.late} en retard`}`,
    alarm: counts.late > 0,
  },
  {
    label: 'À prévenir',
    value: counted(counts.toWarn, '1 rendez-vous', 'rendez-vous'),
    alarm: counts.toWarn > 0,
  },
  cardLine(card),
];
