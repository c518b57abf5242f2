import type { ReactNode } from 'react';
import { frenchNumber } from '../../../../contract/exchange-report.ts';
import { type Shape, ShapeMark, type Tone } from '../../ui/StatusChip.tsx';

interface CardProps {
  readonly title: string;
  readonly count?: number;
  readonly tone: Tone;
  readonly shape: Exclude<Shape, 'none'>;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export const Card = ({ title, count, tone, shape, action, children }: CardProps) => (
  <section className="imp-card" data-tone={tone}>
    <header>
      <ShapeMark shape={shape} />
      <h3 className="imp-card-title">
        {count === undefined ? null : <b className="imp-card-n">{frenchNumber(count)}</b>} {title}
      </h3>
      {action}
    </header>
    {children}
  </section>
);
