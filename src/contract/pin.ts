/** What a PIN must be: a few digits that one hand types, and not those that everybody tries first. Pure. */

export const PIN_SHORTEST = 4;
export const PIN_LONGEST = 8;

export type PinFault = 'pin-format' | 'pin-obvious';

/** 1234, 9876, 0000, 2580: each digit the same step from the one before. */
const isRun = (digits: readonly number[]): boolean => {
  const steps = digits.slice(1).map((digit, i) => digit - (digits[i] ?? 0));
  return steps.every((step) => step === steps[0]);
};

/** 1212, 123123: one half said twice, or a pair said over and over. */
const isRepeated = (pin: string): boolean =>
  [2, 3, 4].some(
    (length) =>
      pin.length % length === 0 &&
      pin === pin.slice(0, length).repeat(pin.length / length) &&
      pin.length > length,
  );

/** A year, or a day with its year: what is on an identity card. */
const isDate = (pin: string): boolean =>
  /^(19|20)\d\d$/.test(pin) || /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d$/.test(pin);

const WELL_KNOWN = new Set(['2580', '0852', '1397', '7913', '147258', '123321', '112233']);

/** What is wrong with it; null when nothing is. */
export const pinFault = (pin: string): PinFault | null => {
  if (!/^\d+$/.test(pin) || pin.length < PIN_SHORTEST || pin.length > PIN_LONGEST) return 'pin-format';
  const digits = [...pin].map(Number);
  return isRun(digits) || isRepeated(pin) || isDate(pin) || WELL_KNOWN.has(pin) ? 'pin-obvious' : null;
};
