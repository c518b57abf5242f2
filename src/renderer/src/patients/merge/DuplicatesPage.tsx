import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PersonLine } from '../../agenda/person/PersonLine.tsx';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { goToMerge, goToPatients } from '../go.ts';
import './merge.css';

/** Pairs that look like one person, to work through after a take-over: one look, one decision each. */
export const DuplicatesPage = () => {
  const { data, isError, error } = useQuery(
    api.patients.likelyDuplicates.queryOptions({ input: {}, staleTime: 30_000 }),
  );
  const title = useFocusOnMount<HTMLHeadingElement>();
  if (isError) return <EmptyState title={errorText(error).title}>{errorText(error).body}</EmptyState>;
  if (data === undefined) return null;
  if (data.length === 0)
    return (
      <EmptyState
        title="Aucun doublon probable"
        action={<Button onClick={goToPatients}>Retour aux patients</Button>}
      >
        Deux fiches qui se ressemblent (même naissance et nom proche, ou même téléphone et même nom) se
        verraient ici.
      </EmptyState>
    );
  return (
    <article className="merge">
      <h1 ref={title} tabIndex={-1}>
        Doublons probables
      </h1>
      <p className="merge-lead">
        {data.length === 1
          ? 'Une paire de fiches se ressemble.'
          : `${data.length} paires de fiches se ressemblent.`}{' '}
        Rien n’est fusionné sans vous.
      </p>
      <ul className="merge-pairs">
        {data.map(({ a, b }) => (
          <li key={`${a.id} ${b.id}`}>
            <PersonLine person={a} />
            <PersonLine person={b} />
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Comparer les fiches de ${a.displayName}`}
              onClick={() => goToMerge(a.id, b.id)}
            >
              Comparer
            </Button>
          </li>
        ))}
      </ul>
    </article>
  );
};
