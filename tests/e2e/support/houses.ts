/** Houses that scenarios start from. */
import type { RunningDesk } from '../../support/running-desk.ts';

export type House = 'empty' | 'demo';

export const houses: Readonly<Record<House, (desk: RunningDesk) => Promise<void>>> = {
  /** Nothing yet: the first start. */
  empty: async () => {},
  /** The fictitious house: the desk fills it by itself. */
  demo: async () => {},
};
