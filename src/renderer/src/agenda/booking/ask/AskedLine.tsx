import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Kbd } from '../../../ui/Kbd.tsx';

interface Props {
  readonly term: string;
  readonly value: ReactNode;
  readonly shortcut: string | null;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** What is usual in one line; what is rare unfolds beneath it. */
export const AskedLine = ({ term, value, shortcut, open, onToggle, children }: Props) => (
  <div className="asked-line" data-open={open || undefined}>
    <button
      type="button"
      aria-expanded={open}
      {...(shortcut === null ? {} : { 'aria-keyshortcuts': shortcut })}
      onClick={onToggle}
    >
      <span className="asked-term">{term}</span>
      <span className="asked-value">{value}</span>
      {shortcut === null ? <IconChevronRight size={15} stroke={1.8} /> : <Kbd>{shortcut.toUpperCase()}</Kbd>}
    </button>
    {open ? <div className="asked-fields">{children}</div> : null}
  </div>
);
