/** What the first start gathers before it writes anything: the contract's own shape, so that errors fall on fields. */
import { nextColour } from '../../../../contract/palette.ts';
import { initialsOf } from '../../../../contract/people.ts';
import { pinFault } from '../../../../contract/pin.ts';
import { HouseSetup, type PractitionerDraft } from '../../../../contract/practice.ts';
import type { Profession } from '../../../../contract/professions.ts';
import { fieldTexts } from '../form/field-text.ts';

/** Whoever is written first becomes the référent: her code, twice; empty for none. */
export interface SetupValues extends HouseSetup {
  readonly pin: string;
  readonly again: string;
}

export type Step = 'house' | 'practitioners' | 'staff' | 'code';

/** Usual length of an appointment, which the agenda's grid follows. */
const steps: Readonly<Partial<Record<Profession, number>>> = {
  physiotherapist: 30,
  midwife: 30,
  dentist: 30,
  'speech-therapist': 30,
  podiatrist: 30,
  psychologist: 45,
  dietitian: 30,
  'occupational-therapist': 45,
  'psychomotor-therapist': 45,
};

export const usualStep = (profession: Profession): number => steps[profession] ?? 15;

const DOCTORS: readonly Profession[] = ['general-practitioner', 'specialist', 'dentist'];

export const usualTitle = (profession: Profession): string => (DOCTORS.includes(profession) ? 'Dr' : 'Mme');

export const newLine = (others: readonly PractitionerDraft[]): PractitionerDraft => ({
  title: 'Dr',
  familyName: '',
  givenName: '',
  profession: 'general-practitioner',
  rpps: null,
  colour: nextColour(others.map(({ colour }) => colour)),
  step: 15,
  active: true,
  position: others.length + 1,
});

export const emptySetup = (): SetupValues => ({
  pin: '',
  again: '',
  house: { name: '', zone: 'Europe/Paris', region: 'metropole', phone: null, address: null },
  practitioners: [newLine([])],
  staff: [{ initials: '', name: '' }],
});

const isBlank = ({ familyName, givenName }: PractitionerDraft): boolean =>
  familyName.trim() === '' && givenName.trim() === '';

/** Lines that nobody filled in are no practitioners. */
export const withoutBlanks = (setup: SetupValues): SetupValues => ({
  ...setup,
  practitioners: setup.practitioners
    .filter((line) => !isBlank(line))
    .map((line, index) => ({ ...line, position: index + 1 })),
  staff: setup.staff.filter(
    (person, index) => index === 0 || person.name.trim() !== '' || person.initials.trim() !== '',
  ),
});

const pinMistake = ({ pin, again }: SetupValues): { path: string; code: string } | null => {
  const fault = pin === '' ? null : pinFault(pin);
  if (fault !== null) return { path: 'pin', code: fault };
  return pin === again ? null : { path: 'again', code: 'differs' };
};

/** By path, what is wrong with one step. */
export const mistakesOf = (setup: SetupValues, step: Step): Record<string, string> => {
  const found = HouseSetup.safeParse(setup).error?.issues ?? [];
  const mistakes = found
    .map(({ path, code }) => ({ path: path.join('.'), code: String(code) }))
    .filter(({ path }) => path.startsWith(step));
  if (step === 'staff') {
    setup.staff.forEach(({ initials }, index) => {
      const typed = initials.trim().toLocaleUpperCase('fr-FR');
      const earlier = setup.staff.slice(0, index);
      if (typed !== '' && earlier.some((other) => other.initials.trim().toLocaleUpperCase('fr-FR') === typed))
        mistakes.push({ path: `staff.${index}.initials`, code: 'duplicate' });
    });
    const wrongPin = pinMistake(setup);
    if (wrongPin !== null) mistakes.push(wrongPin);
  }
  return fieldTexts(mistakes);
};

/** The step that a path of the contract belongs to. */
export const stepOf = (path: string): Step => {
  const [root] = path.split('.');
  return root === 'practitioners' || root === 'staff' ? root : 'house';
};

export const proposedInitials = (name: string): string => (name.trim() === '' ? '' : initialsOf(name));
