/**
 * Phones as people give them, to E.164. French and overseas numbers are judged by their shape (rules/phone.ts); only numbers
 * from abroad need a library that knows how long each country's are.
 */
import parseForeign from 'libphonenumber-js/min';
import type { FieldError } from '../../contract/errors.ts';
import type { Phone } from '../../contract/patients.ts';
import { dialled, frenchToE164, phoneKindOf } from './rules/phone.ts';

export type PhoneError = 'phone-unreadable' | 'phone-too-short' | 'phone-too-long' | 'phone-invalid';
export type ParsedPhone =
  | { readonly ok: true; readonly phone: Phone }
  | { readonly ok: false; readonly code: PhoneError };

const OURS = /^\+(?:33|262|508|590|594|596)/;

const refusal = (text: string): PhoneError => {
  const number = dialled(text);
  if (number === null) return 'phone-unreadable';
  const digits = number.replace(/^\+(?:33|262|590|594|596)0?/, '0').replace(/^\+/, '');
  if (digits.length < 10) return 'phone-too-short';
  return digits.length > 15 || (digits.startsWith('0') && digits.length > 10)
    ? 'phone-too-long'
    : 'phone-invalid';
};

/** `06.39.98.45.12`, `0033 6…`, `+33 (0)6…`, `+262…`, `+44 20 7946 0018`… */
export const parsePhone = (text: string): ParsedPhone => {
  const e164 = frenchToE164(text);
  if (e164) return { ok: true, phone: { e164, kind: phoneKindOf(e164) } };
  const number = dialled(text);
  if (number?.startsWith('+') && !OURS.test(number)) {
    const foreign = parseForeign(number);
    if (foreign?.isPossible()) return { ok: true, phone: { e164: foreign.number, kind: 'other' } };
  }
  return { ok: false, code: refusal(text) };
};

/** The same number twice is one number. @param path of the list, for the errors: `phones.0` */
export const parsePhones = (
  texts: readonly string[],
  path = 'phones',
): { readonly phones: Phone[]; readonly errors: FieldError[] } => {
  const phones = new Map<string, Phone>();
  const errors: FieldError[] = [];
  texts.forEach((text, i) => {
    const parsed = parsePhone(text);
    if (parsed.ok) phones.set(parsed.phone.e164, parsed.phone);
    else errors.push({ path: `${path}.${i}`, code: parsed.code });
  });
  return { phones: [...phones.values()], errors };
};
