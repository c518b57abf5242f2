import type { ReactNode } from 'react';
import './empty.css';

interface EmptyStateProps {
  readonly title: string;
  /** What to do first. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** An empty screen says what to do first; it never just stays blank. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <section className="pv-empty">
    <h2>{title}</h2>
    {children === undefined ? null : <p>{children}</p>}
    {action}
  </section>
);
