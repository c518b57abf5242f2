import { Button, Loader, Switch } from '@mantine/core';
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpeningHours, Practitioner } from '../../../../contract/practice.ts';
import { addDays } from '../../../../contract/time.ts';
import { api } from '../../api/query.ts';
import { useNow } from '../../app/now.ts';
import { Stranded } from '../stranded/Stranded.tsx';
import { ExceptionForm } from './ExceptionForm.tsx';
import { Exceptions } from './Exceptions.tsx';
import { HoursForm } from './HoursForm.tsx';
import { WeekGrid } from './WeekGrid.tsx';

/** How far ahead stranded appointments are looked for: as far as anybody books. */
const AHEAD_DAYS = 180;

/** `nth` counts openings of the form: each starts afresh. */
type Editing =
  | {
      readonly what: 'hours';
      readonly hours: OpeningHours | null;
      readonly weekday: number | null;
      readonly nth: number;
    }
  | { readonly what: 'exception'; readonly nth: number };

export const PractitionerHours = ({ practitioner }: { readonly practitioner: Practitioner }) => {
  const { day: today } = useNow();
  const { data: hours, refetch } = useQuery(
    api.practice.openingHours.queryOptions({ input: { practitionerId: practitioner.id } }),
  );
  const [editing, setEditing] = useState<Editing | null>(null);
  const [withEnded, setWithEnded] = useState(false);
  if (hours === undefined) return <Loader aria-label="Chargement" />;
  const ended = hours.filter(({ validTo }) => validTo !== null && validTo < today);
  const shown = withEnded ? hours : hours.filter((row) => !ended.includes(row));
  const nth = (editing?.nth ?? 0) + 1;
  const edit = (row: OpeningHours | null, weekday: number | null = null) =>
    setEditing({ what: 'hours', hours: row, weekday, nth });
  const close = () => setEditing(null);
  return (
    <div className="set-split" data-open={editing !== null || undefined}>
      <div className="set-stack">
        <div className="set-tools">
          <Button leftSection={<IconPlus size={16} />} onClick={() => edit(null)}>
            Ajouter une plage
          </Button>
          {ended.length > 0 ? (
            <Switch
              label={`Montrer aussi les plages terminées (${ended.length})`}
              checked={withEnded}
              onChange={({ currentTarget }) => setWithEnded(currentTarget.checked)}
            />
          ) : null}
          {hours.length === 0 ? (
            <span className="set-quiet">Aucune plage encore : l’agenda reste fermé.</span>
          ) : null}
        </div>
        <WeekGrid
          hours={shown}
          today={today}
          current={editing?.what === 'hours' ? (editing.hours?.id ?? null) : null}
          onPick={(row) => edit(row)}
          onAdd={(weekday) => edit(null, weekday)}
        />
        <Stranded practitionerId={practitioner.id} from={today} to={addDays(today, AHEAD_DAYS)} />
        <Exceptions
          practitioner={practitioner}
          today={today}
          add={
            <Button
              variant="default"
              leftSection={<IconCalendarPlus size={16} />}
              onClick={() => setEditing({ what: 'exception', nth })}
            >
              Ajouter une dérogation
            </Button>
          }
        />
      </div>
      {editing?.what === 'hours' ? (
        <HoursForm
          key={editing.nth}
          practitioner={practitioner}
          hours={editing.hours}
          weekday={editing.weekday}
          today={today}
          onClose={close}
          onReload={async () => {
            const fresh = (await refetch()).data?.find(({ id }) => id === editing.hours?.id);
            if (fresh) edit(fresh);
            else close();
          }}
        />
      ) : null}
      {editing?.what === 'exception' ? (
        <ExceptionForm key={editing.nth} practitioner={practitioner} today={today} onClose={close} />
      ) : null}
    </div>
  );
};
