import type { ReactNode } from 'react';

interface SectionHeadProps {
  readonly title: string;
  /** What this part is for, in one sentence. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export const SectionHead = ({ title, children, action }: SectionHeadProps) => (
  <header className="set-head">
    <div>
      <h2>{title}</h2>
      <p>{children}</p>
    </div>
    {action}
  </header>
);
