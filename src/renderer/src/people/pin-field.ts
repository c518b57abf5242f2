/** What every field for a code has: the digits of a phone's keyboard, no memory, and an eye to look at what was typed. */
import { PIN_LONGEST } from '../../../contract/pin.ts';

export const PIN_FIELD = {
  inputMode: 'numeric',
  autoComplete: 'off',
  maxLength: PIN_LONGEST,
  visibilityToggleButtonProps: { 'aria-label': 'Montrer ou cacher le code' },
} as const;

export const pinDigits = (typed: string): string => typed.replaceAll(/\D/g, '');
