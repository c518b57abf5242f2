import { Button, TextInput } from '@mantine/core';
import { IconKey, IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupState } from '../../../../contract/copies.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { showError } from '../../app/notify.ts';
import { Callout } from '../Callout.tsx';
import { momentText } from './copy-words.ts';

/** The sheet of paper: is it the right one, and another when it is lost. Shown once, never again. */
export const RecoveryCode = ({ code }: { readonly code: BackupState['code'] }) => {
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [sure, setSure] = useState(false);
  const again = () => queries.invalidateQueries({ queryKey: api.copies.state.key() });
  const check = useMutation(api.copies.checkCode.mutationOptions({ onSuccess: again }));
  const replace = useMutation(
    api.copies.replaceCode.mutationOptions({
      onError: showError,
      onSettled: () => {
        setSure(false);
        check.reset();
        setTyped('');
        return again();
      },
    }),
  );
  const wrong = check.data?.right === false;
  const trouble = check.error === null ? null : errorText(check.error);
  return (
    <section className="set-card set-stack" aria-labelledby="bk-code">
      <h3 className="set-card-title" id="bk-code">
        Le code de récupération
      </h3>
      <p className="set-quiet">
        {code.issuedAt === null
          ? 'Aucun code n’a encore été donné.'
          : `En service depuis le ${momentText(code.issuedAt)}.`}{' '}
        {code.checkedAt === null
          ? 'Il n’a pas encore été vérifié.'
          : `Vérifié pour la dernière fois le ${momentText(code.checkedAt)}.`}
      </p>
      {replace.data ? (
        <NewCode code={replace.data.recoveryCode} onDone={() => replace.reset()} />
      ) : (
        <form
          className="set-stack"
          aria-label="Vérifier le code de récupération"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '') check.mutate({ recoveryCode: typed });
          }}
        >
          <TextInput
            label="Retapez-le depuis la feuille"
            description="Majuscules, espaces et tirets ne comptent pas. Rien n’est affiché ni changé."
            placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            error={
              wrong
                ? 'Ce n’est pas le code de cette maison, ou il a été remplacé depuis. Rien n’a changé : relisez la feuille, ou remplacez le code.'
                : trouble && `${trouble.title}. ${trouble.body}`
            }
            onChange={({ currentTarget }) => {
              check.reset();
              setTyped(currentTarget.value);
            }}
          />
          {check.data?.right ? (
            <p role="status">C’est bien le code : cette feuille rouvre la maison et ses sauvegardes.</p>
          ) : null}
          <div className="set-tools">
            <Button
              type="submit"
              variant="default"
              leftSection={<IconShieldCheck size={17} />}
              loading={check.isPending}
              disabled={typed.trim() === ''}
            >
              Vérifier
            </Button>
            <Button
              variant={sure ? 'filled' : 'subtle'}
              leftSection={<IconKey size={17} />}
              loading={replace.isPending}
              onClick={() => (sure ? replace.mutate(undefined) : setSure(true))}
            >
              {sure ? 'Oui, l’ancien code ne vaudra plus rien' : 'Remplacer le code…'}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
};

const NewCode = ({ code, onDone }: { readonly code: string; readonly onDone: () => void }) => (
  <div className="set-stack">
    <p className="bk-code" data-testid="new-recovery-code">
      {code}
    </p>
    <Callout tone="warning" title="Recopiez-le ou imprimez-le maintenant" alert>
      <p>
        Il ne sera plus jamais montré. L’ancien ne vaut plus rien, ni ici ni sur les sauvegardes à portée ;
        une clé rangée ailleurs s’ouvre avec l’ancien code jusqu’à ce qu’elle soit rebranchée.
      </p>
    </Callout>
    <div className="set-tools">
      <Button onClick={onDone}>C’est noté, et la feuille est rangée</Button>
    </div>
  </div>
);
