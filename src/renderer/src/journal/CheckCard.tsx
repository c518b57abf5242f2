import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { localNow } from '../../../contract/time.ts';
import { api } from '../api/query.ts';
import { showError, showSuccess } from '../app/notify.ts';
import { useZone } from '../app/now.ts';
import { Callout } from '../practice/Callout.tsx';
import { clockText, dayText } from '../ui/dates.ts';
import { StatusChip } from '../ui/StatusChip.tsx';

const number = new Intl.NumberFormat('fr-FR');

/** Does the journal hold, entry after entry? The last answer, and another on request. */
export const CheckCard = () => {
  const queries = useQueryClient();
  const zone = useZone();
  const { data: last } = useQuery(
    api.journal.lastCheck.queryOptions({
      staleTime: 0,
      refetchInterval: ({ state: { data } }) => (data === null ? 3_000 : false),
    }),
  );
  const verify = useMutation(
    api.journal.verify.mutationOptions({
      onSuccess: (check) => {
        queries.setQueryData(api.journal.lastCheck.queryKey(), check);
        if (check.ok)
          showSuccess(`Journal vérifié en entier : ${number.format(check.entries)} entrées, tout se tient.`);
        return queries.invalidateQueries({ queryKey: api.gate.status.key() });
      },
      onError: showError,
    }),
  );
  const when = last ? localNow(last.at, zone) : null;
  return (
    <div className="set-stack">
      {last?.ok === false ? (
        <Callout tone="warning" title="La vérification du journal a trouvé une anomalie" alert>
          <p>{last.message}</p>
        </Callout>
      ) : null}
      <div className="set-tools">
        <span>
          {last ? (
            <StatusChip tone={last.ok ? 'green' : 'red'} shape={last.ok ? 'check' : 'cross'}>
              {last.ok ? `${number.format(last.entries)} entrées, tout se tient` : 'anomalie trouvée'}
            </StatusChip>
          ) : (
            'Première vérification en cours : elle suit chaque ouverture.'
          )}
        </span>
        {when === null ? null : (
          <span className="set-quiet">
            vérifié le {dayText(when.day, 'numeric')} à {clockText(when.minute)}
          </span>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconShieldCheck size={15} />}
          loading={verify.isPending}
          onClick={() => verify.mutate(undefined)}
        >
          Vérifier le journal
        </Button>
      </div>
    </div>
  );
};
