import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { CopyChoice } from './CopyChoice.tsx';
import { momentText } from './copy-words.ts';

/** As many as somebody reads; the others on request. */
const SHOWN = 6;

/** Going back behind a mistake, with the house open. Two steps: what was typed since has to be typed again. */
export const GoBack = () => {
  const queries = useQueryClient();
  const { data: copies = [], isPending } = useQuery(api.copies.list.queryOptions({ staleTime: 0 }));
  const [chosen, setChosen] = useState('');
  const [sure, setSure] = useState(false);
  const [all, setAll] = useState(false);
  const goBack = useMutation(
    api.copies.goBack.mutationOptions({
      onSuccess: () => {
        setChosen('');
        showSuccess('La sauvegarde est en place. L’ancien fichier est gardé dans « mis-de-cote ».');
      },
      onError: showError,
      onSettled: () => {
        setSure(false);
        return queries.invalidateQueries();
      },
    }),
  );
  const at = copies.find(({ file }) => file === chosen)?.at;
  return (
    <section className="set-card set-stack" aria-labelledby="bk-back">
      <h3 className="set-card-title" id="bk-back">
        Revenir à une sauvegarde
      </h3>
      <p className="set-quiet">
        Le fichier actuel est mis de côté, jamais effacé. Ce qui a été saisi après la sauvegarde est à refaire
        ; ce qui a été effacé depuis le reste.
      </p>
      {copies.length === 0 ? (
        <p>{isPending ? 'Lecture des sauvegardes…' : 'Pas encore de sauvegarde sur ce poste.'}</p>
      ) : (
        <CopyChoice
          label="Sauvegardes de ce poste"
          copies={all ? copies : copies.slice(0, SHOWN)}
          value={chosen}
          onChange={(file) => {
            setChosen(file);
            setSure(false);
          }}
        />
      )}
      <div className="set-tools">
        {copies.length > SHOWN && !all ? (
          <Button variant="subtle" onClick={() => setAll(true)}>
            Montrer les {copies.length} sauvegardes
          </Button>
        ) : null}
        {copies.length > 0 ? (
          <Button
            variant={sure ? 'filled' : 'default'}
            leftSection={<IconHistory size={17} />}
            disabled={at === undefined}
            loading={goBack.isPending}
            onClick={() => (sure ? goBack.mutate({ file: chosen }) : setSure(true))}
          >
            {sure && at !== undefined
              ? `Oui, revenir au ${momentText(at)}`
              : 'Remettre cette sauvegarde en place…'}
          </Button>
        ) : null}
      </div>
    </section>
  );
};
