/** What other areas may use of patients' rules: names, phones and dates as they are compared. */
export type { Gendered } from './rules/closeness.ts';
export { foldName, nameKey, nameParts, nameTerms } from './rules/names.ts';
export { dialled, frenchToE164, phoneKindOf, searchDigits } from './rules/phone.ts';
export { type Keyed, likelyDuplicatePairs, type Person, resemblance } from './rules/resemblance.ts';
export { toTheEnd } from './rules/slices.ts';
