import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import type { DirectoryEntry } from '../../../../contract/directory.ts';
import { entryName, whatItIs } from '../../../../contract/directory-words.ts';
import type { DirectoryEntryId } from '../../../../contract/ids.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { useNow } from '../../app/now.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { EntryHistory } from '../../redirections/EntryHistory.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { goToDirectory, goToEntry } from '../go.ts';
import { goneText, newcomersSign, type Sign, verificationSign } from '../words.ts';
import { EntryFacts } from './EntryFacts.tsx';

const Signed = ({ sign }: { readonly sign: Sign }) => (
  <StatusChip tone={sign.tone} shape={sign.shape}>
    {sign.text}
  </StatusChip>
);

const Head = ({ entry }: { readonly entry: DirectoryEntry }) => {
  const { day } = useNow();
  const title = useFocusOnMount<HTMLHeadingElement>(entry.id);
  const gone = goneText(entry);
  return (
    <header className="entry-head">
      <h1 ref={title} tabIndex={-1}>
        {entryName(entry)}
      </h1>
      <p>
        <span>{whatItIs(entry)}</span>
        <Signed sign={newcomersSign[entry.takesNewcomers]} />
        {entry.takesUnscheduled === 'yes' ? (
          <StatusChip tone="coral" shape="square">
            soins non programmés
          </StatusChip>
        ) : null}
        <Signed sign={verificationSign(entry, day)} />
        {gone === null ? null : (
          <StatusChip tone="amber" shape="triangle">
            {gone}
          </StatusChip>
        )}
        {entry.putAwayOn === null ? null : <StatusChip tone="grey">rangée</StatusChip>}
      </p>
    </header>
  );
};

/** All that is known of a colleague or a structure. V: verified today; M: to correct it; R: out of the way. */
export const EntryPage = ({ id }: { readonly id: DirectoryEntryId }) => {
  useCommand('back', goToDirectory);
  const query = useQuery(api.directory.get.queryOptions({ input: { id } }));
  const verify = useMutation(
    api.directory.verify.mutationOptions({
      onError: showError,
      onSuccess: () => showSuccess('Fiche vérifiée aujourd’hui'),
    }),
  );
  const putAway = useMutation(
    api.directory.putAway.mutationOptions({
      onError: showError,
      onSuccess: ({ putAwayOn }) =>
        showSuccess(putAwayOn === null ? 'Fiche remise dans la liste' : 'Fiche rangée'),
    }),
  );
  const entry = query.data;
  if (query.isError)
    return <EmptyState title={errorText(query.error).title}>{errorText(query.error).body}</EmptyState>;
  if (entry === undefined) return null;

  const of = { id, version: entry.version };
  const busy = verify.isPending || putAway.isPending;
  const acts = {
    v: () => verify.mutate(of),
    m: () => goToEntry(id, { editing: true }),
    r: () => putAway.mutate({ ...of, away: entry.putAwayOn === null }),
  } as const;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (isTextField(event.target) || busy) return;
    const key = meantKey(event);
    if (key !== 'v' && key !== 'm' && key !== 'r') return;
    event.preventDefault();
    acts[key]();
  };
  return (
    <article className="entry-page" aria-label={entryName(entry)} onKeyDown={onKeyDown}>
      <Head entry={entry} />
      <div className="entry-actions">
        <Button loading={verify.isPending} rightSection={<Kbd>V</Kbd>} onClick={acts.v}>
          Vérifié aujourd’hui
        </Button>
        <Button variant="default" rightSection={<Kbd>M</Kbd>} onClick={acts.m}>
          Modifier
        </Button>
        <Button variant="subtle" color="gray" rightSection={<Kbd>R</Kbd>} onClick={acts.r}>
          {entry.putAwayOn === null ? 'Ranger' : 'Remettre dans la liste'}
        </Button>
      </div>
      <EntryFacts entry={entry} />
      <EntryHistory id={id} />
    </article>
  );
};
