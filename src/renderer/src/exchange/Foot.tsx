import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Kbd } from '../ui/Kbd.tsx';

interface FootProps {
  readonly back?: { readonly label: string; readonly run: () => void };
  readonly next?: { readonly label: string; readonly run: () => void; readonly disabled?: boolean };
  /** What the main button will do, or why it cannot. */
  readonly children?: ReactNode;
}

/** What goes on and what goes back, always in sight. Ctrl+Enter presses the main button from anywhere in the step. */
export const Foot = ({ back, next, children }: FootProps) => (
  <footer className="imp-foot">
    <div className="imp-foot-inner">
      {back === undefined ? null : (
        <Button variant="default" onClick={back.run}>
          {back.label}
        </Button>
      )}
      <span className="imp-foot-gap" />
      <span className="imp-foot-note" id="imp-foot-note">
        {children}
      </span>
      {next === undefined ? null : (
        <Button
          data-main-action
          disabled={next.disabled ?? false}
          aria-describedby="imp-foot-note"
          rightSection={<Kbd>Ctrl ↵</Kbd>}
          onClick={next.run}
        >
          {next.label}
        </Button>
      )}
    </div>
  </footer>
);
