import { describe, expect, it } from 'vitest';
import { numberText } from './numbers.ts';

describe('a number on paper', () => {
  it.each([
    ['+33199000100', '01\u00a099\u00a000\u00a001\u00a000'],
    ['0199000100', '01\u00a099\u00a000\u00a001\u00a000'],
    ['01.99.00.01.00', '01\u00a099\u00a000\u00a001\u00a000'],
    ['116117', '116\u00a0117'],
    ['15', '15'],
    [' 36 46 ', '36\u00a046'],
  ])('%s is written in groups that no line cuts', (typed, written) => {
    expect(numberText(typed)).toBe(written);
  });
});
