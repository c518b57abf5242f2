/** What the desk and the thread that reads a file set aside say to each other. */
import type { Salvage } from '../../contract/salvage.ts';
import type { LookAsked } from './look.ts';

export interface Asks {
  readonly look: LookAsked;
}
export interface Answers extends Record<keyof Asks, unknown> {
  readonly look: Salvage;
}
