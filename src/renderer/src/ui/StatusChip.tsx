import type { ReactNode } from 'react';
import './chip.css';

export type Tone = 'brand' | 'amber' | 'red' | 'blue' | 'violet' | 'coral' | 'green' | 'grey';
/** Colour is never the only sign: each state has its own shape too. */
export type Shape = 'dot' | 'ring' | 'square' | 'triangle' | 'check' | 'cross' | 'none';

const PATHS: Readonly<Record<Exclude<Shape, 'none'>, ReactNode>> = {
  dot: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="3.4" fill="none" stroke="currentColor" strokeWidth="2" />,
  square: <rect x="2" y="2" width="8" height="8" rx="1.5" fill="currentColor" />,
  triangle: <path d="M6 1.5 11 10.5H1z" fill="currentColor" />,
  check: (
    <path d="m2 6.5 2.8 2.8L10 3.4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  ),
  cross: (
    <path d="m2.5 2.5 7 7m0-7-7 7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  ),
};

export const ShapeMark = ({ shape }: { readonly shape: Exclude<Shape, 'none'> }) => (
  <svg className="pv-shape" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    {PATHS[shape]}
  </svg>
);

interface StatusChipProps {
  readonly tone: Tone;
  readonly shape?: Shape;
  readonly children: ReactNode;
}

export const StatusChip = ({ tone, shape = 'dot', children }: StatusChipProps) => (
  <span className="pv-chip" data-tone={tone}>
    {shape === 'none' ? null : <ShapeMark shape={shape} />}
    {children}
  </span>
);
