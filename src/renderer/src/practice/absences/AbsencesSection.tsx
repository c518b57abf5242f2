import { Button, Loader, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Absence } from '../../../../contract/practice.ts';
import { addDays } from '../../../../contract/time.ts';
import { api } from '../../api/query.ts';
import { useNow } from '../../app/now.ts';
import { useRoute } from '../../app/router.ts';
import { CommandHint } from '../../app/shortcuts/CommandButton.tsx';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { AbsenceForm } from './AbsenceForm.tsx';
import { AbsenceRow } from './AbsenceRow.tsx';
import { isInside } from './span.ts';

type Editing = { readonly absence: Absence | null };

const PAST_DAYS = 365;
const COMING_DAYS = 800;

export const AbsencesSection = () => {
  const { day: today } = useNow();
  const { params } = useRoute();
  const { data: practitioners = [] } = useQuery(api.practice.practitioners.queryOptions());
  const [withPast, setWithPast] = useState(false);
  const from = withPast ? addDays(today, -PAST_DAYS) : today;
  const to = addDays(today, COMING_DAYS);
  const { data: absences, refetch } = useQuery(api.practice.absences.queryOptions({ input: { from, to } }));
  const { data: stranded = [] } = useQuery(api.agenda.stranded.queryOptions({ input: { from: today, to } }));
  // F10 comes here with `?ajouter=1`: the form is open at once.
  const [editing, setEditing] = useState<Editing | null>('ajouter' in params ? { absence: null } : null);
  const add = () => setEditing({ absence: null });
  useCommand('absence', add);
  return (
    <section className="set-section">
      <SectionHead
        title="Absences"
        action={
          <Button
            leftSection={<IconPlus size={16} />}
            rightSection={<CommandHint command="absence" />}
            onClick={add}
          >
            Ajouter une absence
          </Button>
        }
      >
        Une absence ferme l’agenda et ne cache rien : les rendez-vous qui s’y trouvent restent à reprendre.
      </SectionHead>
      <div className="set-split" data-open={editing !== null || undefined}>
        <div className="set-stack">
          <Switch
            label="Montrer aussi les absences passées"
            checked={withPast}
            onChange={({ currentTarget }) => setWithPast(currentTarget.checked)}
          />
          {absences === undefined ? <Loader aria-label="Chargement" /> : null}
          {absences?.length === 0 ? (
            <EmptyState title="Aucune absence prévue">
              Congés, formation, maladie : inscrivez-les dès qu’ils sont connus.
            </EmptyState>
          ) : null}
          {absences && absences.length > 0 ? (
            <ul className="set-list">
              {absences.map((absence) => (
                <li key={absence.id}>
                  <AbsenceRow
                    absence={absence}
                    practitioner={practitioners.find(({ id }) => id === absence.practitionerId)}
                    today={today}
                    stranded={
                      stranded.filter(
                        ({ appointment, why }) => why === 'absent' && isInside(absence, appointment),
                      ).length
                    }
                    current={editing?.absence?.id === absence.id}
                    onEdit={() => setEditing({ absence })}
                  />
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        {editing && practitioners.length > 0 ? (
          <AbsenceForm
            key={`${editing.absence?.id} ${editing.absence?.version}`}
            absence={editing.absence}
            practitioners={practitioners}
            today={today}
            onClose={() => setEditing(null)}
            onReload={async () => {
              const fresh = (await refetch()).data?.find(({ id }) => id === editing.absence?.id);
              setEditing(fresh ? { absence: fresh } : null);
            }}
          />
        ) : null}
      </div>
    </section>
  );
};
