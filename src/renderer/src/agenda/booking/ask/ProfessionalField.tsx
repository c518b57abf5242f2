import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import {
  type DirectoryEntry,
  type DirectoryKind,
  DirectoryWishes,
} from '../../../../../contract/directory.ts';
import { entryName } from '../../../../../contract/directory-words.ts';
import type { DirectoryEntryId } from '../../../../../contract/ids.ts';
import type { RequestOrigin } from '../../../../../contract/requests.ts';
import { api } from '../../../api/query.ts';
import { WhomLine } from '../../../redirections/WhomLine.tsx';
import { boxOver, OptionList } from '../../../ui/options.tsx';

/** Behind these doors only such structures ask. */
const KINDS: Partial<Record<RequestOrigin, DirectoryKind>> = {
  pharmacy: 'pharmacy',
  'emergency-department': 'hospital',
  cpts: 'cpts',
};

const LIMIT = 4;
const LONGEST = 120;

const nameOf = (entry: DirectoryEntry): string =>
  [entryName(entry), entry.places[0]?.commune]
    .filter((part) => part != null)
    .join(', ')
    .slice(0, LONGEST);

interface Props {
  readonly origin: RequestOrigin;
  readonly value: string;
  readonly onChange: (value: string, entryId: DirectoryEntryId | null) => void;
  /** Enter: on to the question that goes with it. */
  readonly onSettled: () => void;
}

/**
 * Who asks, by name. The directory proposes beneath, and never takes the place of what was typed: an entry is chosen with
 * the arrow, so that « Roy » on the phone is not written down as the « Royer » that happens to be known.
 */
export const ProfessionalField = ({ origin, value, onChange, onSettled }: Props) => {
  const id = useId();
  const [active, setActive] = useState(-1);
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = value.trim();
  const looking = wanted.length >= 2 && value !== chosen;
  const { data } = useQuery(
    api.directory.search.queryOptions({
      input: DirectoryWishes.parse({ text: wanted, kind: KINDS[origin] ?? null, limit: LIMIT }),
      enabled: looking,
      staleTime: 5_000,
    }),
  );
  const found = looking ? (data?.entries ?? []) : [];
  const open = found.length > 0;

  // The fold stands low on the panel: what is proposed must not lie under its foot.
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) field.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const choose = (entry: DirectoryEntry) => {
    setChosen(nameOf(entry));
    setActive(-1);
    onChange(nameOf(entry), entry.id);
    onSettled();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && open) {
      event.preventDefault();
      setActive(Math.max(-1, Math.min(active + step, found.length - 1)));
    }
    if (event.key !== 'Enter' || event.repeat || event.ctrlKey || !open) return;
    event.preventDefault();
    const entry = found[active];
    if (entry === undefined) onSettled();
    else choose(entry);
  };

  return (
    <div className="professional" ref={field}>
      <TextInput
        {...boxOver(id, found.length, active)}
        autoFocus
        size="xs"
        label="Professionnel qui demande"
        maxLength={LONGEST}
        value={value}
        onChange={(event) => {
          setActive(-1);
          onChange(event.currentTarget.value, null);
        }}
        onKeyDown={onKeyDown}
      />
      <OptionList
        id={id}
        label="Annuaire"
        className="person-list"
        items={found}
        keyOf={(entry) => entry.id}
        active={active}
        onChoose={choose}
      >
        {(entry) => <WhomLine entry={entry} outcomes={null} />}
      </OptionList>
    </div>
  );
};
