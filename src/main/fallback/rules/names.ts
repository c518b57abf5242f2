/** Names of the fallback sheets: by day, the same all day, nobody's name in them. Pure. */
import type { Day } from '../../../contract/time.ts';

const PARTS = ['journee', 'rappels', 'listes'] as const;
export type Part = (typeof PARTS)[number];

/** They sort as they are taken up: today, tomorrow, then who is to be rung, then the lists. */
export const sheetName = (day: Day, part: Part): string => `parvis-secours-${day}-${part}.pdf`;

const OURS = new RegExp(
  `^parvis-secours-\\d{4}-\\d{2}-\\d{2}-(?:${PARTS.join('|')})\\.pdf(?:\\.[0-9a-f]{8}\\.tmp)?$`,
);

/** What Parvis wrote there and no longer stands by, half-written ones included. Nothing else is ever touched. */
export const staleIn = (there: readonly string[], current: readonly string[]): string[] =>
  there.filter((name) => OURS.test(name) && !current.includes(name));
