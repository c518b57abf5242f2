/** French typography for sentences written in code with plain spaces and straight apostrophes. Pure. */
export const french = (sentence: string): string =>
  sentence
    .replaceAll(/ (?=[;!?])/g, '\u202f')
    .replaceAll(/ (?=[:»%])/g, '\u00a0')
    .replaceAll('« ', '«\u00a0')
    .replaceAll("'", '’');
