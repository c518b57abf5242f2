import { Button, Loader } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { JournalPage } from '../../../contract/journal.ts';
import { errorText } from '../api/error-text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { JournalLines } from './JournalLines.tsx';

interface Props {
  readonly query: UseInfiniteQueryResult<InfiniteData<JournalPage>, Error>;
  readonly ofOne?: true;
  readonly detailed?: true;
}

/** Fifty lines at a time, from the newest. */
export const Pages = ({ query, ...how }: Props) => {
  if (query.isError) {
    const { title, body } = errorText(query.error);
    return <EmptyState title={title}>{body}</EmptyState>;
  }
  if (query.data === undefined) return <Loader aria-label="Lecture du journal" />;
  const lines = query.data.pages.flatMap((page) => page.lines);
  if (lines.length === 0)
    return (
      <EmptyState title="Aucune ligne ne correspond">
        Élargissez la période, ou retirez un des filtres : le journal lui-même est complet.
      </EmptyState>
    );
  return (
    <>
      <JournalLines lines={lines} {...how} />
      {query.hasNextPage ? (
        <Button
          className="jr-more"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Lignes plus anciennes
        </Button>
      ) : null}
    </>
  );
};
