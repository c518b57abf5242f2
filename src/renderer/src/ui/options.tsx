/**
 * A box and, beneath it, what it finds: the box keeps the focus and names the line under the cursor, the keys are the
 * box's own (`useListCursor`), Enter before the answer waits for it.
 */
import { type Key, type ReactNode, type Ref, useEffect, useState } from 'react';

/** What makes an input the box of the list `listId`. `active` below zero: no line is under the cursor. */
export const boxOver = (listId: string, count: number, active: number) => ({
  id: `${listId}-input`,
  role: 'combobox' as const,
  'aria-expanded': count > 0,
  'aria-controls': listId,
  'aria-activedescendant': count > 0 && active >= 0 ? `${listId}-${active}` : undefined,
  'aria-autocomplete': 'list' as const,
  autoComplete: 'off',
  spellCheck: false,
});

interface OptionListProps<T> {
  readonly id: string;
  readonly label: string;
  readonly className: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => Key;
  readonly active: number;
  /** The one that is open beside the list. */
  readonly isCurrent?: (item: T) => boolean;
  readonly onChoose: (item: T, index: number) => void;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: (item: T) => ReactNode;
}

export const OptionList = <T,>(props: OptionListProps<T>) => {
  const { id, label, className, items, keyOf, active, isCurrent, onChoose, ref, children } = props;
  return (
    <div ref={ref} id={id} role="listbox" aria-label={label} className={className}>
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active line
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox answers the keys
        <div
          key={keyOf(item)}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className="pv-option"
          data-current={isCurrent?.(item) || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(item, index)}
        >
          {children(item)}
        </div>
      ))}
    </div>
  );
};

/** Enter before the answer: `settle` runs once the answer has come, unless something else was typed meanwhile. */
export const useImpatience = (settled: boolean, settle: () => void) => {
  const [impatient, setImpatient] = useState(false);
  useEffect(() => {
    if (!impatient || !settled) return;
    setImpatient(false);
    settle();
  }, [impatient, settled, settle]);
  return { wait: () => setImpatient(true), forget: () => setImpatient(false) };
};
