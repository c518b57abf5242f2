import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Kbd } from '../../ui/Kbd.tsx';

interface Props {
  readonly shortcut: string;
  readonly main?: boolean;
  readonly onAct: () => void;
  readonly children: ReactNode;
}

/** What a line can have done to it: out of the way of Tab, since its key does the same. */
export const ActButton = ({ shortcut, main = false, onAct, children }: Props) => (
  <Button
    size="compact-sm"
    tabIndex={-1}
    variant={main ? 'filled' : 'default'}
    rightSection={<Kbd>{shortcut}</Kbd>}
    onClick={onAct}
  >
    {children}
  </Button>
);
