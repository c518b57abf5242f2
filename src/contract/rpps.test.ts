import { describe, expect, it } from 'vitest';
import { rppsCheckDigitHolds } from './rpps.ts';

describe('the check digit of an RPPS number', () => {
  it('a number whose digits add up passes', () => {
    expect(['10946401477', '10412775966', '10823806624'].map(rppsCheckDigitHolds)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('one mistyped digit shows', () => {
    expect(['10946401478', '10946401377', '20946401477'].map(rppsCheckDigitHolds)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
