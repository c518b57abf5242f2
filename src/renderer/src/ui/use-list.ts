import { type KeyboardEvent, useState } from 'react';

interface ListCursor {
  readonly active: number;
  setActive(index: number): void;
  /** Handles the keys that move in the list. @returns whether it did */
  onKey(event: KeyboardEvent): boolean;
}

/** The line under the cursor in a list that the keyboard walks. Stays within the list when the list shrinks. */
export const useListCursor = (length: number, initial = 0): ListCursor => {
  const [index, setIndex] = useState(initial);
  const active = Math.max(0, Math.min(index, length - 1));
  const onKey = (event: KeyboardEvent): boolean => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: length - 1 }[event.key];
    if (to === undefined || length === 0) return false;
    event.preventDefault();
    setIndex(Math.max(0, Math.min(to, length - 1)));
    return true;
  };
  return { active, setActive: setIndex, onKey };
};
