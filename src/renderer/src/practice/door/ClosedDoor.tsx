import { Button, TextInput } from '@mantine/core';
import { IconLock, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { GateStatus, OpenFailure } from '../../../../contract/gate.ts';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { Logo } from '../../app/frame/Logo.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Copies } from './Copies.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import '../first-start/first-start.css';

type Closed = Extract<GateStatus, { state: 'closed' }>;

const titles: Readonly<Record<OpenFailure['code'], string>> = {
  'needs-recovery-code': 'Le code de récupération est nécessaire',
  'wrong-key': 'La clé n’ouvre pas ce fichier',
  damaged: 'Le fichier de la maison est abîmé',
  'from-newer-version': 'Ce fichier vient d’une version plus récente',
  'held-by-another': 'Parvis est déjà ouvert sur ce dossier',
  'envelope-missing': 'L’enveloppe de la clé manque',
  unwritable: 'Le dossier de données ne se laisse pas ouvrir',
  unknown: 'Le fichier de la maison ne s’ouvre pas',
};

/** Where a code can help: the others need the folder to be mended first. */
const OPENED_BY_CODE: readonly OpenFailure['code'][] = ['needs-recovery-code'];

/** Where a copy from a stick helps, also when this PC has none. */
const MENDED_BY_COPY: readonly OpenFailure['code'][] = ['damaged', 'wrong-key', 'envelope-missing'];

/** The file is not open: what happened, what is safe, what can be done. */
export const ClosedDoor = ({ status }: { readonly status: Closed }) => {
  const { failure, folder, appVersion } = status;
  const queries = useQueryClient();
  const look = () => queries.invalidateQueries({ queryKey: api.gate.status.key() });
  const retry = useMutation({ mutationFn: () => client.gate.retry(), onSuccess: look });
  const copies = failure.copies ?? [];
  return (
    <main className="fs">
      <div className="fs-sheet">
        <header className="fs-brand">
          <Logo size={40} />
          <span>Parvis</span>
        </header>
        <section className="fs-step" aria-labelledby="fs-title">
          <h1 id="fs-title">{titles[failure.code]}</h1>
          <p role="alert">{failure.message}</p>
          <dl className="fs-facts">
            <dt>Fichier</dt>
            <dd>{failure.file}</dd>
            <dt>Dossier</dt>
            <dd>{folder}</dd>
            <dt>Version</dt>
            <dd>Parvis {appVersion}</dd>
          </dl>
          {OPENED_BY_CODE.includes(failure.code) ? (
            <Unlock onOpen={look} />
          ) : (
            <footer className="fs-foot">
              <Button
                leftSection={<IconRefresh size={17} />}
                loading={retry.isPending}
                onClick={() => retry.mutate()}
              >
                Réessayer
              </Button>
            </footer>
          )}
          {copies.length > 0 && <Copies copies={copies} onOpen={look} />}
          {MENDED_BY_COPY.includes(failure.code) && <Elsewhere onOpen={look} />}
        </section>
      </div>
    </main>
  );
};

const Unlock = ({ onOpen }: { readonly onOpen: () => void }) => {
  const [typed, setTyped] = useState('');
  const unlock = useMutation({
    mutationFn: (code: { recoveryCode: string }) => client.gate.unlock(code),
    onSuccess: onOpen,
  });
  const refused = unlock.error === null ? null : errorText(unlock.error);
  return (
    <form
      className="fs-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') unlock.mutate({ recoveryCode: typed });
      }}
    >
      <TextInput
        label="Code de récupération"
        description="Majuscules, espaces et tirets ne comptent pas."
        placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
        size="lg"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'fs-code-input' }}
        value={typed}
        error={refused === null ? null : `${refused.title}. ${refused.body}`}
        onChange={({ currentTarget }) => {
          unlock.reset();
          setTyped(currentTarget.value);
        }}
      />
      <footer className="fs-foot">
        <Button
          type="submit"
          leftSection={<IconLock size={17} />}
          rightSection={<Kbd>Entrée</Kbd>}
          loading={unlock.isPending}
          disabled={typed.trim() === ''}
        >
          Ouvrir
        </Button>
      </footer>
    </form>
  );
};
