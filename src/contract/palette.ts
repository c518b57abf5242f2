/**
 * Accents that a practitioner may wear. Each keeps 4.5:1 against white, so that a name may be written in it, and they
 * stay apart for the common colour deficiencies as far as twelve can; a colour is never the only sign anyway.
 */
export const practitionerColours = [
  '#0d7a72',
  '#2458a6',
  '#8a5a00',
  '#6b3fa0',
  '#b3456b',
  '#4b7a1d',
  '#0e7490',
  '#a34a12',
  '#4d5bbf',
  '#8c2f39',
  '#3f6b57',
  '#7a4b8a',
] as const;

/** The first accent that nobody wears yet; the least worn one when all are taken. */
export const nextColour = (worn: readonly string[]): string => {
  const times = (colour: string) => worn.filter((other) => other === colour).length;
  return practitionerColours.reduce((best, colour) => (times(colour) < times(best) ? colour : best));
};
