/**
 * The slip that somebody leaves with: who, where, when. Nothing of why, for it lies about on kitchen tables. Pure.
 */
import type { Appointment } from '../../../contract/agenda.ts';
import { dayText } from '../../../contract/day-text.ts';
import { phonePairs } from '../../../contract/display.ts';
import type { Paper } from '../../../contract/paper.ts';
import type { House, Practitioner } from '../../../contract/practice.ts';
import type { LocalNow } from '../../../contract/time.ts';
import { readBack, spokenPractitioner, spokenTime, whereSaid } from './read-back.ts';

export interface SlipFacts {
  readonly appointment: Pick<Appointment, 'day' | 'start' | 'patient'>;
  readonly practitioner: Practitioner;
  readonly house: House;
  readonly now: LocalNow;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);

export const slip = ({ appointment, practitioner, house, now }: SlipFacts): Paper => {
  const phone =
    house.phone === null ? null : house.phone.startsWith('+') ? phonePairs(house.phone) : house.phone;
  const whole = [practitioner.givenName, practitioner.familyName].filter((part) => part !== '').join(' ');
  const named = spokenPractitioner({ ...practitioner, givenName: '', familyName: whole });
  return {
    title: 'Votre rendez-vous',
    house: { name: house.name, address: house.address, phone },
    dated: capital(dayText(now.day, 'long')),
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: `${capital(readBack(appointment, practitioner, now))}.` },
      {
        kind: 'facts',
        rows: [
          { label: 'Pour', value: appointment.patient.displayName },
          { label: 'Avec', value: capital(named) },
          {
            label: 'Quand',
            value: `${capital(dayText(appointment.day, 'long'))}, ${spokenTime(appointment.start)}`,
          },
          { label: 'Où', value: whereSaid(house) },
        ],
      },
      {
        kind: 'paragraph',
        tone: 'plain',
        text: `Si vous ne pouvez pas venir, dites-le-nous dès que possible${phone === null ? '' : `, au ${phone}`} : la place servira à quelqu’un d’autre.`,
      },
      {
        kind: 'paragraph',
        tone: 'plain',
        text: 'Si l’état s’aggrave d’ici là, appelez le 15 ou le 112, sans attendre le rendez-vous.',
      },
    ],
    foot: null,
    specimen: house.demo,
  };
};
