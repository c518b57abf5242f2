import { describe, expect, it } from 'vitest';
import { e164ToNational, frenchToE164, phoneKindOf, searchDigits } from './phone.ts';

describe('a French phone number', () => {
  it.each([
    '0639984512',
    '06 39 98 45 12',
    '06.39.98.45.12',
    '06-39-98-45-12',
    '06\u00a039\u00a098\u00a045\u00a012',
    '+33 6 39 98 45 12',
    '+33(0)639984512',
    '+33 06 39 98 45 12',
    '0033639984512',
    '00 33 6 39 98 45 12',
    '０６３９９８４５１２',
  ])('« %s » is one and the same', (text) => expect(frenchToE164(text)).toBe('+33639984512'));

  it.each([
    ['0262 12 34 56', '+262262123456'],
    ['0692123456', '+262692123456'],
    ['0693 12 34 56', '+262693123456'],
    ['+262 692 12 34 56', '+262692123456'],
    ['+262 0692 12 34 56', '+262692123456'],
    ['+33692123456', '+262692123456'],
    ['0269 61 12 34', '+262269611234'],
    ['0639 01 23 45', '+262639012345'],
    ['0590 12 34 56', '+590590123456'],
    ['0690123456', '+590690123456'],
    ['0691123456', '+590691123456'],
    ['0594123456', '+594594123456'],
    ['0694123456', '+594694123456'],
    ['0596123456', '+596596123456'],
    ['0696123456', '+596696123456'],
    ['0697123456', '+596697123456'],
    ['0508 41 12 34', '+508411234'],
    ['+508 41 12 34', '+508411234'],
  ])('« %s » from overseas has its own international code', (text, e164) => {
    expect(frenchToE164(text)).toBe(e164);
  });

  it.each([
    '01 99 00 12 34',
    '02 61 91 12 34',
    '03 53 01 12 34',
    '04 65 71 12 34',
    '05 36 49 12 34',
    '06 39 98 12 34',
  ])('a number that belongs to nobody (%s) is taken like any other', (text) =>
    expect(frenchToE164(text)).toBe(`+33${text.replaceAll(' ', '').slice(1)}`),
  );

  it.each([
    '',
    '15',
    '06 39 98 45',
    '06 39 98 45 12 3',
    '0039984512',
    'n’en a pas',
    '06 39 98 45 1O',
    '+33 6 39 98 45',
  ])('« %s » is none', (text) => expect(frenchToE164(text)).toBeNull());

  it('is dialled with the ten digits that it came with', () => {
    for (const digits of ['0639984512', '0692123456', '0508411234', '0590123456'])
      expect(e164ToNational(frenchToE164(digits) ?? '')).toBe(digits);
    expect(e164ToNational('+41223456789')).toBeNull();
  });

  it('is a mobile, a landline, or neither', () => {
    expect(
      [
        '+33639984512',
        '+262692123456',
        '+33199001234',
        '+33912345678',
        '+33800123456',
        '+508411234',
        '+41223456789',
      ].map(phoneKindOf),
    ).toEqual(['mobile', 'mobile', 'landline', 'landline', 'other', 'landline', 'other']);
  });
});

it('a number is looked for as it is dialled', () => {
  expect(searchDigits('+33639984512')).toBe('0639984512');
  expect(searchDigits('+41223456789')).toBe('41223456789');
});
