import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { boxOver, OptionList } from './options.tsx';
import { useListCursor } from './use-list.ts';
import { beginWords } from './words.ts';
import './pick.css';

interface Choice<T> {
  readonly key: string;
  readonly label: string;
  readonly value: T;
}

interface Props<T> {
  readonly label: string;
  readonly listLabel: string;
  readonly choices: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
  /** Échap, or the hand went elsewhere. */
  readonly onLeave?: () => void;
}

/**
 * One of a few, by its first letters and Enter. The line under the cursor is known with the letter that is typed, not one
 * drawing later: a quick Enter always means what is meant.
 */
export const PickField = <T,>({ label, listLabel, choices, onChoose, onLeave }: Props<T>) => {
  const id = useId();
  const [text, setText] = useState('');
  const typed = useRef('');
  const field = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const keptFor = (search: string) => choices.filter((choice) => beginWords(choice.label, search));
  const kept = keptFor(text);
  const cursor = useListCursor(kept.length);

  useEffect(() => {
    field.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    list.current?.children[cursor.active]?.scrollIntoView({ block: 'nearest' });
  }, [cursor.active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (cursor.onKey(event)) return;
    if (event.key === 'Escape' && onLeave !== undefined) {
      event.preventDefault();
      onLeave();
    }
    if (event.key !== 'Enter' || event.repeat || event.ctrlKey) return;
    event.preventDefault();
    // What was typed since the last drawing counts too: then it is the first that answers it.
    const chosen = typed.current === text ? kept[cursor.active] : keptFor(typed.current)[0];
    if (chosen !== undefined) onChoose(chosen.value);
  };

  return (
    <div className="pick" ref={field}>
      <TextInput
        {...boxOver(id, kept.length, cursor.active)}
        autoFocus
        size="xs"
        aria-label={label}
        placeholder="Premières lettres du nom"
        value={text}
        onChange={(event) => {
          typed.current = event.currentTarget.value;
          setText(typed.current);
          cursor.setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      <OptionList
        ref={list}
        id={id}
        label={listLabel}
        className="pick-list"
        items={kept}
        keyOf={({ key }) => key}
        active={cursor.active}
        onChoose={({ value }) => onChoose(value)}
      >
        {(choice) => choice.label}
      </OptionList>
      {kept.length > 0 ? null : (
        <p className="pick-none" role="status">
          Personne de ce nom ici.
        </p>
      )}
    </div>
  );
};
