import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OpeningException, Practitioner } from '../../../../contract/practice.ts';
import { addDays, type Day } from '../../../../contract/time.ts';
import { client } from '../../api/client.ts';
import { api } from '../../api/query.ts';
import { capitalised, dayText, hourText } from '../../ui/dates.ts';
import { type Shape, StatusChip, type Tone } from '../../ui/StatusChip.tsx';
import { useSave } from '../form/use-save.ts';
import { kinds } from '../words.ts';

interface ExceptionsProps {
  readonly practitioner: Practitioner;
  readonly today: Day;
  readonly add: ReactNode;
}

const chips: Readonly<Record<OpeningException['effect'], { tone: Tone; shape: Shape; label: string }>> = {
  closed: { tone: 'grey', shape: 'cross', label: 'fermé' },
  replaced: { tone: 'violet', shape: 'square', label: 'remplacé' },
  extra: { tone: 'brand', shape: 'check', label: 'en plus' },
};

/** The dates to come that differ, the nearest first. */
export const Exceptions = ({ practitioner, today, add }: ExceptionsProps) => {
  const { data = [] } = useQuery(
    api.practice.exceptions.queryOptions({
      input: { practitionerId: practitioner.id, from: today, to: addDays(today, 400) },
    }),
  );
  const { save, saving } = useSave({
    call: client.practice.removeException,
    success: 'La dérogation est retirée.',
  });
  return (
    <section className="set-stack" aria-label="Dérogations">
      <div className="set-tools">
        <h3 className="set-card-title">Dérogations à venir</h3>
        {add}
      </div>
      {data.length === 0 ? (
        <p className="set-quiet">Aucune : chaque jour suit la semaine type et les jours fériés.</p>
      ) : (
        <ul className="set-list">
          {data.map((exception) => (
            <li key={exception.id} className="set-row">
              <span className="set-effect">
                <StatusChip tone={chips[exception.effect].tone} shape={chips[exception.effect].shape}>
                  {chips[exception.effect].label}
                </StatusChip>
              </span>
              <span className="set-row-main">
                <b>
                  {capitalised(dayText(exception.day))} · {whenText(exception)}
                </b>
                {exception.reason === null ? null : <small>{exception.reason}</small>}
              </span>
              <Button
                variant="default"
                size="xs"
                loading={saving}
                aria-label={`Retirer la dérogation du ${dayText(exception.day)}, ${whenText(exception)}`}
                onClick={() => save({ id: exception.id, version: exception.version })}
              >
                Retirer
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const whenText = ({ effect, start, end, kind, capacity }: OpeningException): string => {
  if (start === 0 && end === 1440) return 'toute la journée';
  const hours = `${hourText(start)} à ${hourText(end)}`;
  if (effect === 'closed') return hours;
  return [hours, kind === 'regular' ? '' : kinds[kind].short, capacity > 1 ? `${capacity} à la fois` : '']
    .filter((part) => part !== '')
    .join(' · ');
};
