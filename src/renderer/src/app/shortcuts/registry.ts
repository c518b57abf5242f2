/** Who answers which command now. The last screen to ask for a command gets it, and gives it back when it goes. */
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { CommandId } from './commands.ts';
import { blocksBrowser, chordOf, commandOf, isTextField, worksInTextField } from './keys.ts';

/** `false`: not mine this time, ask the one below. */
export type Handler = () => unknown;

interface Registry {
  readonly stacks: Readonly<Partial<Record<CommandId, readonly Handler[]>>>;
}

export const useRegistry = create<Registry>()(() => ({ stacks: {} }));

const register = (id: CommandId, handler: Handler): (() => void) => {
  useRegistry.setState(({ stacks }) => ({ stacks: { ...stacks, [id]: [...(stacks[id] ?? []), handler] } }));
  return () =>
    useRegistry.setState(({ stacks }) => ({
      stacks: { ...stacks, [id]: (stacks[id] ?? []).filter((other) => other !== handler) },
    }));
};

/** Answers a command while mounted and `enabled`. */
export const useCommand = (id: CommandId, run: Handler, enabled = true): void => {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => (enabled ? register(id, () => latest.current()) : undefined), [id, enabled]);
};

export const useAvailable = (id: CommandId): boolean =>
  useRegistry(({ stacks }) => (stacks[id]?.length ?? 0) > 0);

/** @returns whether somebody answered */
export const runCommand = (id: CommandId): boolean => {
  const stack = useRegistry.getState().stacks[id] ?? [];
  for (let i = stack.length - 1; i >= 0; i--) if (stack[i]?.() !== false) return true;
  return false;
};

/** A dialog closes itself on Escape: the screen below must not take the same key. */
const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"],[role="listbox"],[role="menu"]') !== null;

const onKeyDown = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing) return;
  const chord = chordOf(event);
  const id = commandOf(chord);
  if (id === null) return;
  if (isTextField(event.target) && !worksInTextField(chord)) return;
  if (inDialog(event.target) && (chord === 'Escape' || chord.length === 1)) return;
  if (blocksBrowser(chord)) event.preventDefault();
  if (event.repeat && !chord.startsWith('Alt+Arrow')) return;
  if (runCommand(id)) event.preventDefault();
};

export const listenToKeys = (): (() => void) => {
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
};
