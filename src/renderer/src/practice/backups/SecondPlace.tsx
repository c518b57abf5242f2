import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupTarget } from '../../../../contract/copies.ts';
import { errorText, isFailure } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { showSuccess } from '../../app/notify.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { Callout } from '../Callout.tsx';
import { momentText, sinceText } from './copy-words.ts';

/** Where the copies go besides this PC: a stick, a folder of a NAS. Without it, a stolen PC takes them all. */
export const SecondPlace = ({
  target,
  now,
}: {
  readonly target: BackupTarget | null;
  readonly now: number;
}) => {
  const queries = useQueryClient();
  const [typed, setTyped] = useState(target?.path ?? '');
  const [sameDisk, setSameDisk] = useState(false);
  const set = useMutation(
    api.copies.setTarget.mutationOptions({
      onSuccess: (state, { path }) => {
        queries.setQueryData(api.copies.state.queryKey(), state);
        if (path === null) showSuccess('Il n’y a plus de second endroit. Les copies qui y sont restent.');
        else if (!state.target?.failure)
          showSuccess('Le second endroit est prêt, et la dernière sauvegarde y est.');
      },
    }),
  );
  const isSameDisk = isFailure(set.error, 'CONFLICT')?.reason === 'target-same-disk';
  const refused = set.error === null ? null : errorText(set.error);
  return (
    <section className="set-card set-stack" aria-labelledby="bk-second">
      <h3 className="set-card-title" id="bk-second">
        Un second endroit
      </h3>
      {target === null ? (
        <p className="set-quiet">
          Les sauvegardes restent sur ce poste : volé ou en panne, il les emporte. Indiquez le dossier d’une
          clé USB ou d’un serveur de la maison : chaque sauvegarde y sera aussi copiée, chiffrée.
        </p>
      ) : (
        <TargetState target={target} now={now} />
      )}
      <form
        className="set-stack"
        aria-label="Second endroit"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') set.mutate({ path: typed.trim(), acceptSameDisk: isSameDisk && sameDisk });
        }}
      >
        <TextInput
          label="Dossier"
          description="Le chemin complet, par exemple E:\ ou /media/cle."
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={refused === null ? null : `${refused.title}. ${refused.body}`}
          onChange={({ currentTarget }) => {
            set.reset();
            setSameDisk(false);
            setTyped(currentTarget.value);
          }}
        />
        {isSameDisk ? (
          <Checkbox
            label="Je le veux quand même : si ce disque tombe en panne, les deux seront perdus"
            checked={sameDisk}
            onChange={({ currentTarget }) => setSameDisk(currentTarget.checked)}
          />
        ) : null}
        <div className="set-tools">
          <Button
            type="submit"
            leftSection={<IconUsb size={17} />}
            loading={set.isPending}
            disabled={typed.trim() === '' || (isSameDisk && !sameDisk)}
          >
            {target?.path === typed.trim() ? 'Vérifier et copier' : 'Choisir ce dossier'}
          </Button>
          {target ? (
            <Button
              variant="subtle"
              onClick={() => {
                setTyped('');
                set.mutate({ path: null, acceptSameDisk: false });
              }}
            >
              Ne plus y copier
            </Button>
          ) : null}
        </div>
      </form>
    </section>
  );
};

const TargetState = ({ target, now }: { readonly target: BackupTarget; readonly now: number }) => (
  <>
    {target.failure ? (
      <Callout tone="warning" title="La dernière copie vers le second endroit a échoué" alert>
        <p>{target.failure}</p>
      </Callout>
    ) : null}
    <div>
      {target.absent ? (
        <StatusChip tone="amber" shape="triangle">
          clé ou dossier absent {sinceText(target.seenAt, now)}
        </StatusChip>
      ) : target.failure ? null : (
        <StatusChip tone="green" shape="check">
          présent
        </StatusChip>
      )}
    </div>
    <p className="set-quiet">
      {target.copyAt === null
        ? 'Aucune sauvegarde n’y est encore.'
        : `La plus récente qui y est : ${momentText(target.copyAt)}.`}
      {target.sameDisk
        ? ' Ce dossier est sur le même disque que la maison : une panne les emporte ensemble.'
        : ''}
    </p>
  </>
);
