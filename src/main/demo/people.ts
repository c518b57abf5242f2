/** The fictitious patients: households, then the particular cases that a desk must cope with. Pure. */
import type { PractitionerId } from '../../contract/ids.ts';
import type { AttendingDoctor, Need, Patient, Phone, Sex } from '../../contract/patients.ts';
import { addDays, type Day } from '../../contract/time.ts';
import type { Dice } from './dice.ts';
import { doubleNames, familyNames, femaleNames, landlineRanges, maleNames, streets, towns } from './names.ts';

export type DemoPatient = Omit<Patient, 'id' | 'version' | 'mergedInto'>;

const HOW_MANY = 820;
/** Marie Dupont's, so that nobody else is given it. */
const MARIES_PHONE = '+33639984512';
const MARIES_DOCTOR_POSITION = 1;

/** @param doctors the general practitioners of the house */
export const demoPatients = (today: Day, doctors: readonly PractitionerId[], chance: Dice): DemoPatient[] => {
  const make = maker(today, doctors, chance);
  const people = particular(make, doctors, today);
  while (people.length < HOW_MANY) people.push(...household(make, chance));
  return people;
};

type Make = ReturnType<typeof maker>;

interface Home {
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
  readonly phone: Phone | null;
  readonly doctor: AttendingDoctor;
}

const maker = (today: Day, doctors: readonly PractitionerId[], chance: Dice) => {
  const yearNow = Number(today.slice(0, 4));
  const used = new Set<string>([MARIES_PHONE]);
  let numbered = 0;

  const number = (range: string): string => {
    for (;;) {
      const e164 = `${range}${String(chance.int(10_000)).padStart(4, '0')}`;
      if (used.has(e164)) continue;
      used.add(e164);
      return e164;
    }
  };
  const doctor = (): AttendingDoctor =>
    chance.weighed<() => AttendingDoctor>([
      [() => ({ kind: 'house', practitionerId: chance.pick(doctors) }), 64],
      [() => ({ kind: 'outside', name: `Dr ${chance.pick(familyNames)}` }), 16],
      [() => ({ kind: 'none' }), 12],
      [() => ({ kind: 'unknown' }), 8],
    ])();

  return {
    yearNow,
    mobile: (): Phone => ({ e164: number('+3363998'), kind: 'mobile' }),
    home: (): Home => {
      const [city, postalCode] = chance.weighed(towns.map((town) => [town, town[2]] as const));
      return {
        address: `${chance.between(1, 120)}${chance.chance(0.08) ? ' bis' : ''} ${chance.pick(streets)}`,
        postalCode,
        city,
        phone: chance.chance(0.45) ? { e164: number(chance.pick(landlineRanges)), kind: 'landline' } : null,
        doctor: doctor(),
      };
    },
    /** A day of that year, never in the future. */
    birthday: (year: number): Day => {
      const day = addDays(`${year}-01-01`, chance.int(365));
      return day > today ? addDays(today, -chance.between(3, 40)) : day;
    },
    given: (sex: Sex, age: number): string => {
      const names = sex === 'male' ? maleNames : femaleNames;
      return chance.pick(age > 62 ? names.old : age > 24 ? names.grown : names.young);
    },
    person: (
      home: Home,
      own: Partial<DemoPatient> & Pick<DemoPatient, 'birthName' | 'birth'>,
    ): DemoPatient => {
      numbered += 1;
      return {
        usedName: null,
        givenNames: '',
        usedGivenName: null,
        sex: 'unknown',
        identity: chance.chance(0.7) ? 'validated' : 'provisional',
        phones: home.phone === null ? [] : [home.phone],
        email: chance.chance(0.35) ? `patient${numbered}@exemple.test` : null,
        address: home.address,
        postalCode: home.postalCode,
        city: home.city,
        attendingDoctor: home.doctor,
        needs: [],
        note: null,
        ...own,
      };
    },
  };
};

const household = (make: Make, chance: Dice): DemoPatient[] => {
  const home = make.home();
  const name = chance.chance(0.04) ? chance.pick(doubleNames) : chance.pick(familyNames);
  const firstAge = chance.between(20, 92);
  const adults = chance.chance(0.62) ? 2 : 1;
  const children =
    firstAge < 52 && firstAge > 25
      ? chance.weighed([
          [0, 3],
          [1, 3],
          [2, 4],
          [3, 1],
        ])
      : 0;
  const people: DemoPatient[] = [];
  for (let i = 0; i < adults; i++) {
    const sex: Sex =
      i === 0 ? (chance.chance(0.55) ? 'female' : 'male') : people[0]?.sex === 'male' ? 'female' : 'male';
    const age = Math.max(19, firstAge + chance.between(-4, 4));
    const married = sex === 'female' && adults === 2 && age > 28 && chance.chance(0.6);
    people.push(
      make.person(home, {
        birthName: married ? chance.pick(familyNames) : name,
        usedName: married ? name : null,
        givenNames: make.given(sex, age),
        sex,
        birth: birthOf(make, chance, make.yearNow - age),
        phones: phonesOf(make, home, chance, age),
        needs: needsOf(chance, age),
        note: chance.chance(0.03) ? chance.pick(notes) : null,
      }),
    );
  }
  for (let i = 0; i < children; i++) {
    const age = chance.between(0, Math.min(17, firstAge - 19));
    const sex: Sex = chance.chance(0.5) ? 'female' : 'male';
    const birth = { precision: 'day', value: make.birthday(make.yearNow - age) } as const;
    const parent = people[0]?.phones[0];
    const phones = parent === undefined ? [] : [parent];
    people.push(make.person(home, { birthName: name, givenNames: make.given(sex, age), sex, birth, phones }));
    if (chance.chance(0.03))
      people.push(
        make.person(home, { birthName: name, givenNames: make.given(sex, age), sex, birth, phones }),
      );
  }
  return people;
};

const birthOf = (make: Make, chance: Dice, year: number): DemoPatient['birth'] => {
  // Nobody invents 1 January: what is known is what is written.
  const precision = chance.weighed([
    ['day', 965],
    ['estimated', 18],
    ['year', 12],
    ['unknown', 5],
  ] as const);
  switch (precision) {
    case 'day':
      return { precision, value: make.birthday(year) };
    case 'unknown':
      return { precision, value: null };
    default:
      return { precision, value: String(year) };
  }
};

const phonesOf = (make: Make, home: Home, chance: Dice, age: number): Phone[] => {
  const mobile = chance.chance(age > 80 ? 0.4 : 0.92) ? [make.mobile()] : [];
  return home.phone === null ? mobile : [...mobile, home.phone];
};

const needsOf = (chance: Dice, age: number): Need[] => {
  const needs: Need[] = [];
  if (chance.chance(age > 75 ? 0.16 : 0.01)) needs.push('wheelchair');
  if (chance.chance(0.012)) needs.push('interpreter');
  if (chance.chance(age > 78 ? 0.12 : 0.004))
    needs.push(chance.pick(['companion', 'low-vision', 'home-visit']));
  if (chance.chance(0.004)) needs.push('sign-language');
  return needs;
};

const notes: readonly string[] = [
  'Préfère être appelé le soir.',
  'Entend mal : parler lentement au téléphone.',
  'Sa fille prend les rendez-vous pour elle.',
  'Ne peut venir que le mercredi.',
  'Demande le rez-de-chaussée.',
];

/** Those that a newcomer will look for, and those that put a search to the test. */
const particular = (make: Make, doctors: readonly PractitionerId[], today: Day): DemoPatient[] => {
  const home = make.home();
  const other = make.home();
  const house = (position: number): AttendingDoctor => {
    const practitionerId = doctors[position % doctors.length];
    return practitionerId === undefined ? { kind: 'none' } : { kind: 'house', practitionerId };
  };
  const year = make.yearNow;
  const day = (value: Day) => ({ precision: 'day', value }) as const;
  const twins = { birthName: 'Sabatier', birth: day(make.birthday(year - 6)), attendingDoctor: house(0) };
  return [
    make.person(home, {
      birthName: 'Dupont',
      givenNames: 'Marie',
      sex: 'female',
      birth: day('1952-03-12'),
      identity: 'validated',
      phones: [{ e164: MARIES_PHONE, kind: 'mobile' }],
      attendingDoctor: house(MARIES_DOCTOR_POSITION),
    }),
    // Her homonym, thirty years younger; the same name under another spelling; her sister by marriage.
    make.person(other, {
      birthName: 'Dupont',
      givenNames: 'Marie',
      sex: 'female',
      birth: day('1984-07-02'),
      phones: [make.mobile()],
      attendingDoctor: house(2),
    }),
    make.person(other, {
      birthName: 'Dupond',
      givenNames: 'Marie-Claude',
      sex: 'female',
      birth: day('1961-11-30'),
      phones: [make.mobile()],
      attendingDoctor: { kind: 'none' },
    }),
    make.person(home, {
      birthName: 'Lefèvre',
      usedName: 'Dupont',
      givenNames: 'Élisabeth',
      sex: 'female',
      birth: day('1949-01-25'),
      attendingDoctor: house(MARIES_DOCTOR_POSITION),
    }),
    make.person(home, { ...twins, givenNames: 'Léo', sex: 'male', phones: [make.mobile()] }),
    make.person(home, { ...twins, givenNames: 'Théo', sex: 'male', phones: [make.mobile()] }),
    make.person(other, {
      birthName: 'de La Tour d’Argens',
      givenNames: 'Anne-Sophie Bénédicte',
      usedGivenName: 'Anne-So',
      sex: 'female',
      birth: day('1990-05-17'),
      phones: [make.mobile()],
    }),
    make.person(other, {
      birthName: 'd’Ornano',
      givenNames: 'Noël',
      sex: 'male',
      birth: day('1938-12-25'),
      needs: ['wheelchair', 'companion'],
      attendingDoctor: house(3),
    }),
    make.person(make.home(), {
      birthName: 'Nguyễn',
      givenNames: 'Thị Hòa',
      sex: 'female',
      birth: { precision: 'estimated', value: String(year - 71) },
      needs: ['interpreter'],
      phones: [make.mobile()],
      attendingDoctor: { kind: 'none' },
    }),
    // A person with a single name, whose birth date nobody knows.
    make.person(make.home(), {
      birthName: 'Suryani',
      sex: 'female',
      birth: { precision: 'unknown', value: null },
      identity: 'provisional',
      phones: [make.mobile()],
      attendingDoctor: { kind: 'unknown' },
    }),
    make.person(make.home(), {
      birthName: 'Traoré',
      givenNames: 'Awa',
      sex: 'female',
      birth: { precision: 'year', value: String(year - 34) },
      identity: 'provisional',
      phones: [make.mobile()],
      attendingDoctor: { kind: 'none' },
    }),
    // A week old: found by a birth date of this year.
    make.person(make.home(), {
      birthName: 'Coulibaly-Moreau',
      givenNames: 'Ève',
      sex: 'female',
      birth: day(addDays(today, -7)),
      phones: [make.mobile()],
      attendingDoctor: { kind: 'unknown' },
    }),
    make.person(make.home(), {
      birthName: 'Le Quéré',
      givenNames: 'Yann',
      sex: 'male',
      birth: day('1975-02-28'),
      phones: [make.mobile(), make.mobile()],
      attendingDoctor: { kind: 'outside', name: 'Dr Exemple, Montmirage' },
    }),
  ];
};
