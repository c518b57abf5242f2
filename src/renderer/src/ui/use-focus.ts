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

/** Focus goes to the first field inside that nothing is written in; to the first of all when each one is filled. */
export const useFocusFirstEmpty = (holder: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const fields = [...(holder.current?.querySelectorAll('input') ?? [])];
    (fields.find(({ value }) => value === '') ?? fields[0])?.focus({ preventScroll: true });
  }, [holder]);
};
