import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Slot } from '../../../../../contract/agenda.ts';

interface SlotCursor {
  readonly active: number;
  setActive(index: number): void;
  onKey(event: KeyboardEvent): boolean;
  reset(): void;
}

/**
 * The line chosen in a list that may still be on its way: arrows pressed meanwhile count, and Enter waits for the
 * answer. A hand that knows the keys is faster than any list.
 */
export const useSlotCursor = (
  slots: readonly Slot[],
  settled: boolean,
  choose: (slot: Slot) => void,
): SlotCursor => {
  const [index, setIndex] = useState(0);
  const [impatient, setImpatient] = useState(false);
  const last = Math.max(0, slots.length - 1);
  const active = settled ? Math.min(index, last) : index;
  const chosen = slots[active];
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  useEffect(() => {
    if (!impatient || !settled) return;
    setImpatient(false);
    if (chosen !== undefined) latest.current(chosen);
  }, [impatient, settled, chosen]);
  return {
    active,
    setActive: setIndex,
    reset: () => {
      setIndex(0);
      setImpatient(false);
    },
    onKey: (event) => {
      const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: last }[event.key];
      if (to !== undefined) setIndex(Math.max(0, settled ? Math.min(to, last) : to));
      else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) setImpatient(true);
      else return false;
      event.preventDefault();
      return true;
    },
  };
};
