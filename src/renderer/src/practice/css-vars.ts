import type { CSSProperties } from 'react';

/** Custom properties in a style, which React's types do not know. */
export const cssVars = (vars: Readonly<Record<`--${string}`, string | number>>): CSSProperties =>
  vars as CSSProperties;
