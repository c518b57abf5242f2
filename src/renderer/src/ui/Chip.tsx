import type { ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import './choice.css';

interface ChipProps {
  /** The single key that does the same. */
  readonly shortcut: string | null;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** A choice that one key or one click makes. */
export const Chip = ({ shortcut, chosen, onChoose, children }: ChipProps) => (
  <button
    type="button"
    className="pv-choice"
    aria-pressed={chosen}
    {...(shortcut === null ? {} : { 'aria-keyshortcuts': shortcut })}
    onClick={onChoose}
  >
    {shortcut === null ? null : <Kbd>{shortcut.toUpperCase()}</Kbd>}
    <span>{children}</span>
  </button>
);

interface ChipRowProps {
  readonly label: string;
  readonly error?: string | null;
  /** Where many choices must leave the room to what they narrow: smaller, the label only read aloud. */
  readonly dense?: boolean;
  /** Something else has the keys for now: they are not shown, and keep their room so that nothing jumps. */
  readonly asleep?: boolean;
  readonly children: ReactNode;
}

export const ChipRow = ({ label, error = null, dense = false, asleep = false, children }: ChipRowProps) => (
  <fieldset
    className="pv-choices"
    data-dense={dense || undefined}
    data-asleep={asleep || undefined}
    aria-invalid={error !== null || undefined}
  >
    <legend>{label}</legend>
    <div>{children}</div>
    {error === null ? null : (
      <p className="pv-choice-error" role="alert">
        {error}
      </p>
    )}
  </fieldset>
);
