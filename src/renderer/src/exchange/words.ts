import { frenchNumber } from '../../../contract/exchange-report.ts';

const KILO = 1024;

/** « 3,5 Mo »: as a file manager shows it. */
export const sizeText = (bytes: number): string => {
  if (bytes < KILO) return `${frenchNumber(bytes)}\u00a0o`;
  if (bytes < KILO * KILO) return `${frenchNumber(Math.round(bytes / KILO))}\u00a0Ko`;
  return `${frenchNumber(Math.round((bytes / KILO / KILO) * 10) / 10)}\u00a0Mo`;
};
