/** The extraction is written in capitals: « CABINET DE LA GARE » is read more easily as « Cabinet de la Gare ». Pure. */

const SMALL: ReadonlySet<string> = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'sur',
  'sous',
  'en',
  'et',
  'aux',
  'au',
  'd',
  'l',
  'lès',
  'lez',
]);

/** Nobody reads these as words. */
const ACRONYMS: ReadonlySet<string> = new Set([
  'CH',
  'CHU',
  'CHR',
  'CHS',
  'CMP',
  'CMPP',
  'CPTS',
  'EHPAD',
  'ESP',
  'ESS',
  'HAD',
  'MSP',
  'SAMU',
  'SAS',
  'SCM',
  'SCP',
  'SELARL',
  'SELAS',
  'SEL',
  'SISA',
  'SSIAD',
  'SSR',
  'USLD',
  'CDS',
  'ZA',
  'ZAC',
  'BP',
  'II',
  'III',
  'IV',
]);

/** Text that has small letters already is left as it is. */
export const capitals = (text: string): string => {
  if (text === '' || text !== text.toUpperCase()) return text;
  let first = true;
  return text.replace(/\p{L}+/gu, (word) => {
    const small = word.toLowerCase();
    const begins = first;
    first = false;
    if (ACRONYMS.has(word)) return word;
    if (!begins && SMALL.has(small)) return small;
    return `${word.charAt(0)}${small.slice(1)}`;
  });
};
