/** While the desk is covered: nothing underneath is seen, spoken, or hears a key; afterwards the hand is where it was. */
import { useEffect, useRef } from 'react';
import { blocksBrowser, chordOf, isTextField } from '../shortcuts/keys.ts';

/** @param leave what Escape does; null: nothing, the desk is locked */
export const useCover = (leave: (() => void) | null): void => {
  const onEscape = useRef(leave);
  useEffect(() => {
    onEscape.current = leave;
  });
  // Before the effects of what covers, and before its trap takes the focus.
  const left = useRef<Element | null>(null);
  left.current ??= document.activeElement;
  useEffect(() => {
    const root = document.documentElement;
    const before = left.current;
    root.toggleAttribute('data-covered', true);
    // Last before the window, where every other listener of the page stands; React has heard by then.
    const onKeyDown = (event: KeyboardEvent): void => {
      event.stopPropagation();
      // A quick hand types before the field has the focus: it gets it, and the letter with it.
      if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !isTextField(event.target))
        document.querySelector<HTMLElement>('.lock input')?.focus();
      if (blocksBrowser(chordOf(event))) event.preventDefault();
      if (event.key === 'Escape') onEscape.current?.();
    };
    document.body.addEventListener('keydown', onKeyDown);
    return () => {
      document.body.removeEventListener('keydown', onKeyDown);
      root.toggleAttribute('data-covered', false);
      // Once the cover has left the page with its trap.
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, []);
};
