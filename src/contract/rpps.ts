/**
 * The last digit of an RPPS number is a Luhn check digit. A wrong one deserves a second look and no more: the
 * directory's own published examples fail it.
 */
export const rppsCheckDigitHolds = (rpps: string): boolean => {
  let sum = 0;
  for (let i = 0; i < rpps.length; i++) {
    const digit = Number(rpps[rpps.length - 1 - i]);
    const weighed = i % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
};
