import type { ReactNode } from 'react';
import { ShapeMark } from './StatusChip.tsx';
import './notice.css';

interface NoticeProps {
  readonly tone: 'brand' | 'amber' | 'red' | 'blue';
  readonly title: string;
  readonly children?: ReactNode;
}

const SHAPES = { brand: 'check', amber: 'triangle', red: 'cross', blue: 'square' } as const;

/** Something to know before going on: said where it matters, in the panel, never in a box that hides the day. */
export const Notice = ({ tone, title, children }: NoticeProps) => (
  <section
    className="pv-notice"
    data-tone={tone}
    role={tone === 'red' || tone === 'amber' ? 'alert' : undefined}
  >
    <h3>
      <ShapeMark shape={SHAPES[tone]} />
      {title}
    </h3>
    {children === undefined ? null : <div>{children}</div>}
  </section>
);
