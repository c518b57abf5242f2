import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinFault } from './pin.ts';

describe('a PIN', () => {
  it('is four to eight digits', () => {
    expect(['7301', '40928', '83017264'].map(pinFault)).toEqual([null, null, null]);
    expect(['', '730', '730172648', '73a1', '73 1', '７３０１'].map(pinFault)).toEqual(
      Array.from({ length: 6 }, () => 'pin-format'),
    );
  });

  it.each([
    ['one digit over and over', ['0000', '111111', '99999999']],
    ['a run', ['1234', '4321', '12345678', '2468', '9630']],
    ['the same thing twice', ['1212', '123123', '47114711', '90909090']],
    ['a year', ['1952', '1987', '2026']],
    ['a date of birth', ['12031952']],
    ['the middle column of the keyboard', ['2580', '0852']],
  ])('is not %s', (_, pins) => {
    expect(pins.map(pinFault)).toEqual(pins.map(() => 'pin-obvious'));
  });

  it('leaves more than nine in ten of four digits to choose from', () => {
    const all = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0'));
    expect(all.filter((pin) => pinFault(pin) === null).length).toBeGreaterThan(9_000);
  });

  it('says the same whatever was typed, and never fails on it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 10 }), fc.stringMatching(/^\d{1,10}$/)), (typed) => {
        const fault = pinFault(typed);
        expect(fault === 'pin-format').toBe(!/^\d{4,8}$/.test(typed));
      }),
    );
  });
});
