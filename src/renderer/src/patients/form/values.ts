/** A person as the form holds it: text as typed, turned into the contract's draft when it is saved. Pure. */
import { birthText, parseBirth } from '../../../../contract/birth.ts';
import { phonePairs } from '../../../../contract/display.ts';
import type { FieldError } from '../../../../contract/errors.ts';
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { AttendingDoctor, Need, Patient, Sex } from '../../../../contract/patients.ts';
import { PatientDraft } from '../../../../contract/patients.ts';
import type { Day } from '../../../../contract/time.ts';

export interface FormValues {
  readonly birthName: string;
  readonly usedName: string;
  readonly givenNames: string;
  readonly usedGivenName: string;
  /** One field with its precision: « 12/03/1952 », « 1952 », « vers 1952 », « inconnue ». */
  readonly birth: string;
  readonly sex: Sex;
  readonly validated: boolean;
  /** In any spelling; blank ones are left out. */
  readonly phones: readonly string[];
  readonly email: string;
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
  readonly doctor: AttendingDoctor['kind'];
  readonly doctorId: PractitionerId | null;
  readonly doctorName: string;
  readonly needs: readonly Need[];
  readonly note: string;
}

export const emptyForm: FormValues = {
  birthName: '',
  usedName: '',
  givenNames: '',
  usedGivenName: '',
  birth: '',
  sex: 'unknown',
  validated: false,
  phones: [''],
  email: '',
  address: '',
  postalCode: '',
  city: '',
  doctor: 'unknown',
  doctorId: null,
  doctorName: '',
  needs: [],
  note: '',
};

const NUMBERS = /\d/;

/** « dupont marie 12/03/52 » typed in the search and found nobody: not to be typed again. */
export const formFromSearch = (text: string): FormValues => {
  const words = text.trim().split(/\s+/u);
  const names = words.filter((word) => word !== '' && !NUMBERS.test(word));
  const numbers = words.filter((word) => NUMBERS.test(word)).join(' ');
  const digits = numbers.replace(/\D/g, '');
  const isPhone = /^[+0]/.test(numbers) && digits.length >= 9 && !numbers.includes('/');
  const [family = '', ...given] = names;
  const capital = (word: string) => word.charAt(0).toLocaleUpperCase('fr-FR') + word.slice(1);
  return {
    ...emptyForm,
    birthName: capital(family),
    givenNames: given.map(capital).join(' '),
    birth: isPhone ? '' : numbers,
    phones: [isPhone ? numbers : ''],
  };
};

export const formOf = (p: Patient): FormValues => ({
  birthName: p.birthName,
  usedName: p.usedName ?? '',
  givenNames: p.givenNames,
  usedGivenName: p.usedGivenName ?? '',
  birth: p.birth.precision === 'unknown' ? '' : birthText(p.birth),
  sex: p.sex,
  validated: p.identity === 'validated',
  phones: p.phones.length === 0 ? [''] : p.phones.map((phone) => phonePairs(phone.e164)),
  email: p.email ?? '',
  address: p.address ?? '',
  postalCode: p.postalCode ?? '',
  city: p.city ?? '',
  doctor: p.attendingDoctor.kind,
  doctorId: p.attendingDoctor.kind === 'house' ? p.attendingDoctor.practitionerId : null,
  doctorName: p.attendingDoctor.kind === 'outside' ? p.attendingDoctor.name : '',
  needs: p.needs,
  note: p.note ?? '',
});

const doctorOf = (v: FormValues): AttendingDoctor => {
  if (v.doctor === 'house')
    return v.doctorId === null ? { kind: 'unknown' } : { kind: 'house', practitionerId: v.doctorId };
  return v.doctor === 'outside' ? { kind: 'outside', name: v.doctorName.trim() } : { kind: v.doctor };
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Rows of the list that hold something, by their place in the form: the desk's `phones.0` is the form's row `rows[0]`. */
export const filledPhones = (v: FormValues): number[] =>
  v.phones.flatMap((phone, row) => (phone.trim() === '' ? [] : [row]));

export type Made =
  | { readonly ok: true; readonly draft: PatientDraft }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Everything that can be judged without asking the desk; the rest is the desk's. Paths are those of the draft. */
export const draftOf = (v: FormValues, today: Day): Made => {
  const birth = parseBirth(v.birth, today);
  const errors: FieldError[] = birth.ok ? [] : [{ path: 'birth', code: birth.code }];
  const made = PatientDraft.safeParse({
    birthName: v.birthName,
    usedName: orNull(v.usedName),
    givenNames: v.givenNames,
    usedGivenName: orNull(v.usedGivenName),
    birth: birth.ok ? birth.birth : { precision: 'unknown', value: null },
    sex: v.sex,
    identity: v.validated ? 'validated' : 'provisional',
    phones: filledPhones(v).map((row) => v.phones[row] ?? ''),
    email: orNull(v.email),
    address: orNull(v.address),
    postalCode: orNull(v.postalCode),
    city: orNull(v.city),
    attendingDoctor: doctorOf(v),
    needs: [...v.needs],
    note: orNull(v.note),
  });
  if (!made.success)
    errors.push(...made.error.issues.map(({ path, code }) => ({ path: path.join('.'), code })));
  return made.success && errors.length === 0 ? { ok: true, draft: made.data } : { ok: false, errors };
};

const FIELDS = Object.keys(emptyForm) as (keyof FormValues)[];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const isSame = (a: FormValues, b: FormValues): boolean =>
  FIELDS.every((field) => same(a[field], b[field]));

export interface Reconciled {
  readonly values: FormValues;
  /** Changed on both sides: mine is kept, and must be looked at. */
  readonly contested: readonly (keyof FormValues)[];
  /** Changed by the other alone: taken over. */
  readonly taken: readonly (keyof FormValues)[];
}

/** Somebody saved in between: their work and mine, field by field, from what both of us had started from. */
export const reconcile = (base: FormValues, mine: FormValues, theirs: FormValues): Reconciled => {
  const changed = FIELDS.filter((field) => !same(base[field], theirs[field]));
  const contested = changed.filter(
    (field) => !same(base[field], mine[field]) && !same(mine[field], theirs[field]),
  );
  const taken = changed.filter((field) => same(base[field], mine[field]));
  const values = { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) };
  return { values, contested, taken };
};
