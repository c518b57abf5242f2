import { type RefObject, useEffect, useRef } from 'react';

/** Focus goes where the work goes on: to this element when it appears, and again whenever `again` changes. */
export const useFocusOnMount = <E extends HTMLElement>(again: unknown = null): RefObject<E | null> => {
  const element = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is the whole point
  useEffect(() => {
    element.current?.focus({ preventScroll: true });
  }, [again]);
  return element;
};
