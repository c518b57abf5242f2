import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientId } from '../../../contract/ids.ts';
import { ERASE_WORD } from '../../../contract/privacy.ts';
import { errorText } from '../api/error-text.ts';
import { api } from '../api/query.ts';
import { showError, showSuccess } from '../app/notify.ts';
import { navigate } from '../app/router.ts';
import { Notice } from '../ui/Notice.tsx';
import { goesText, keptText } from './words.ts';

interface Props {
  readonly id: PatientId;
  readonly onClose: () => void;
}

/** What goes and what stays is said before; the word is typed, because nothing brings it back. */
export const EraseBox = ({ id, onClose }: Props) => {
  const about = { kind: 'patient', id } as const;
  const query = useQuery(api.privacy.erasable.queryOptions({ input: { about }, staleTime: 0 }));
  const [word, setWord] = useState('');
  const erase = useMutation(
    api.privacy.erase.mutationOptions({
      onSuccess: (_, { scope }) => {
        showSuccess(scope === 'whole' ? 'La personne est effacée.' : 'Les mots sont effacés.');
        if (scope === 'whole') navigate('patients');
        else onClose();
      },
      onError: showError,
    }),
  );
  if (query.isError)
    return (
      <Notice tone="amber" title={errorText(query.error).title}>
        {errorText(query.error).body}
      </Notice>
    );
  const found = query.data;
  if (found === undefined) return null;
  const { scope } = found;
  const typed = word.trim().toLocaleUpperCase('fr-FR') === ERASE_WORD;
  return (
    <form
      className="person-data-erase"
      aria-label="Effacer"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed && scope !== 'nothing') erase.mutate({ about, scope, word: ERASE_WORD });
      }}
    >
      <p>{goesText(found)}</p>
      {found.kept.map((kept) => (
        <p key={kept.because} className="person-data-kept">
          {keptText(kept, found)}
        </p>
      ))}
      {scope === 'nothing' ? null : (
        <>
          <p>
            <b>Rien ne permettra de revenir en arrière</b>, pas même une sauvegarde : ce qui est effacé le
            sera de nouveau après une restauration.
          </p>
          <TextInput
            label={`Pour confirmer, écrivez ${ERASE_WORD}`}
            value={word}
            autoComplete="off"
            data-autofocus
            autoFocus
            onChange={(event) => setWord(event.currentTarget.value)}
          />
        </>
      )}
      <div className="person-data-keys">
        {scope === 'nothing' ? null : (
          <Button type="submit" color="red" disabled={!typed} loading={erase.isPending}>
            {scope === 'whole' ? 'Effacer cette personne' : 'Effacer ces mots'}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {scope === 'nothing' ? 'Fermer' : 'Ne rien effacer'}
        </Button>
      </div>
    </form>
  );
};
