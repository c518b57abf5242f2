import { type RefObject, useEffect, useRef } from 'react';

/**
 * Focus goes where the work goes on: to this element when it appears, and again whenever `again` changes. Not while
 * `elsewhere`: a field inside has it, and gives it back when `elsewhere` ends.
 */
export const useFocusOnMount = <E extends HTMLElement>(
  again: unknown = null,
  elsewhere = false,
): RefObject<E | null> => {
  const element = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is the whole point
  useEffect(() => {
    if (!elsewhere) element.current?.focus({ preventScroll: true });
  }, [again, elsewhere]);
  return element;
};
