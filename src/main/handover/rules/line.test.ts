import { describe, expect, it } from 'vitest';
import { type LineCells, lineFields } from '../../../contract/night-return.ts';
import type { AppointmentType, Practitioner } from '../../../contract/practice.ts';
import { kindIn, namesIn, natureIn, readDay, readLine, readMinute, typeFor, whomIn } from './line.ts';
import { type Told, twinsOf } from './twins.ts';
import { aboutIn, commentIn, wishIn } from './wording.ts';

const EMPTY = Object.fromEntries(lineFields.map((field) => [field, ''])) as LineCells;
const cells = (more: Partial<LineCells>): LineCells => ({ ...EMPTY, ...more });

const nguyen = {
  id: 1,
  title: 'Dr',
  familyName: 'Nguyen',
  givenName: 'Linh',
  profession: 'general-practitioner',
  active: true,
} as Practitioner;
const petit = { ...nguyen, id: 2, familyName: 'Petit', givenName: 'Hélène' } as Practitioner;
const other = { ...nguyen, id: 5, givenName: 'Anh' } as Practitioner;
const type = (id: number, name: string, more: Partial<AppointmentType> = {}) =>
  ({
    id,
    name,
    profession: 'general-practitioner',
    practitionerId: null,
    kind: 'regular',
    active: true,
    position: id,
    minutes: 15,
    ...more,
  }) as AppointmentType;
const types = [type(1, 'Consultation'), type(2, 'Certificat sport')];
const facts = {
  now: { day: '2026-11-24', minute: 480 },
  practitioners: [nguyen, petit],
  types,
  phoneReadable: true,
};
const problems = (more: Partial<LineCells>, kind?: 'request' | 'callback' | 'appointment') =>
  readLine(cells(more), facts, kind).problems.map(({ field, code }) => `${field} ${code}`);

describe('what a line becomes', () => {
  it.each([
    [{ kind: 'RDV' }, 'appointment'],
    [{ kind: 'Rendez-vous' }, 'appointment'],
    [{ kind: 'rappel' }, 'callback'],
    [{ kind: 'À rappeler' }, 'callback'],
    [{ kind: 'demande' }, 'request'],
    [{ kind: 'message' }, 'request'],
    [{ day: '24/11', start: '10:20' }, 'appointment'],
    [{ day: '24/11' }, 'request'],
    [{ matter: 'à rappeler demain' }, 'callback'],
    [{ matter: 'ordonnance' }, 'request'],
    [{ kind: 'demande', day: '24/11', start: '10:20' }, 'request'],
  ] as const)('%j: %s', (more, kind) => expect(kindIn(cells(more))).toBe(kind));

  it.each([
    ['renouvellement ordonnance', 'message', 'prescription', false],
    ['résultats du labo, urgent', 'message', 'result', true],
    ['certificat pour l’école', 'message', 'administrative', false],
    ['voudrait un rendez-vous', 'appointment', undefined, undefined],
    ['cherche un médecin traitant', 'registration', undefined, undefined],
    ['question sur son traitement', 'message', 'advice', false],
    // What somebody suffers from is nobody's to sort here.
    ['fièvre depuis deux jours', 'message', 'advice', false],
  ] as const)('« %s » is asked as %s', (matter, nature, kind, urgent) => {
    const read = natureIn(cells({ matter }));
    expect([read.nature, read.message?.kind, read.message?.urgent]).toEqual([nature, kind, urgent]);
  });
});

describe('days and hours as the night writes them', () => {
  it.each([
    ['24/11/2026', '2026-11-24'],
    ['24-11-26', '2026-11-24'],
    ['24/11', '2026-11-24'],
    ['05/01', '2027-01-05'],
    ['23/11', '2026-11-23'],
    ['2026-11-24', '2026-11-24'],
    ['mardi 24 novembre', '2026-11-24'],
    ['1er déc.', '2026-12-01'],
    ['demain', '2026-11-25'],
    ['Aujourd’hui', '2026-11-24'],
    ['31/02/2027', null],
    ['bientôt', null],
  ])('%s', (text, day) => expect(readDay(text, '2026-11-24')).toBe(day));
  it.each([
    ['10:20', 620],
    ['10h20', 620],
    ['8 h', 480],
    ['08:30:00', 510],
    ['25:00', null],
    ['10:75', null],
    ['matin', null],
  ])('%s', (text, minute) => expect(readMinute(text)).toBe(minute));
});

describe('who is meant', () => {
  it.each([
    ['Dr Nguyen', 1],
    ['nguyen', 1],
    ['Linh NGUYEN', 1],
    ['Hélène Petit', 2],
    ['Docteur Petit', 2],
  ])('%s', (text, id) => expect(whomIn(text, facts.practitioners)).toMatchObject({ id }));
  it('is the desk where the desk is named, or nobody', () => {
    expect(whomIn('Secrétariat', facts.practitioners)).toBe(null);
    expect(whomIn('', facts.practitioners)).toBe(null);
  });
  it('is never guessed', () => {
    expect(whomIn('Dr Nguy', facts.practitioners)).toBe('unknown');
    expect(whomIn('Nguyen', [nguyen, other])).toBe('ambiguous');
    expect(whomIn('Anh Nguyen', [nguyen, other])).toMatchObject({ id: 5 });
    expect(whomIn('Nguyen', [{ ...nguyen, active: false }])).toBe('unknown');
  });
  it.each([
    ['DUPONT Marie', '', 'DUPONT', 'Marie'],
    ['DE LA TOUR Anne Sophie', '', 'DE LA TOUR', 'Anne Sophie'],
    ['Dupont Marie', '', 'Dupont', 'Marie'],
    ['LE GALL', '', 'LE GALL', ''],
    ['DUPONT MARTIN', 'Marie', 'DUPONT MARTIN', 'Marie'],
  ])('« %s » is %s %s', (familyName, givenName, family, given) =>
    expect(namesIn({ familyName, givenName })).toEqual({ familyName: family, givenName: given }),
  );
  it('is booked for what the line names, else for the first ordinary type', () => {
    expect(typeFor(nguyen, types, 'certificat sport, judo')?.id).toBe(2);
    expect(typeFor(nguyen, types, 'mal au dos')?.id).toBe(1);
    expect(typeFor(nguyen, [type(3, 'Visite', { active: false })], '')).toBe(null);
  });
});

describe('what stops a line, at its field', () => {
  const whole = { familyName: 'DUPONT', whom: 'Nguyen', day: '24/11', start: '10:20', kind: 'rdv' };
  it.each([
    [whole, []],
    [{ ...whole, familyName: '' }, ['familyName nobody']],
    [{ ...whole, familyName: '', phone: '06' }, ['familyName name-missing']],
    [{ ...whole, whom: 'Dr Inconnu' }, ['whom practitioner-unknown']],
    [{ ...whole, whom: '' }, ['whom practitioner-missing']],
    [{ ...whole, day: 'bientôt' }, ['day day-unreadable']],
    [{ ...whole, day: '' }, ['day day-missing']],
    [{ ...whole, start: 'matin' }, ['start hour-unreadable']],
    [{ ...whole, start: '' }, ['start hour-missing']],
    [{ ...whole, birth: '31/02/1952' }, ['birth birth-unreadable']],
    [{ ...whole, matter: 'a'.repeat(221) }, ['matter too-long']],
    [{ familyName: 'DUPONT', kind: 'rappel' }, []],
    [{ matter: 'ordonnance' }, ['familyName nobody']],
    [{ phone: '06 39 98 00 01', matter: 'ordonnance' }, []],
  ])('%j', (more, wanted) => expect(problems(more)).toEqual(wanted));

  it('is judged by what somebody wants it to become', () => {
    expect(problems({ familyName: 'DUPONT' }, 'appointment')).toEqual([
      'whom practitioner-missing',
      'day day-missing',
      'start hour-missing',
    ]);
    expect(problems({ ...whole, day: '' }, 'callback')).toEqual([]);
  });
  it('a number that nobody can read is said', () =>
    expect(
      readLine(cells({ familyName: 'DUPONT', phone: '06 39' }), { ...facts, phoneReadable: false }).problems,
    ).toEqual([{ field: 'phone', code: 'phone-unreadable' }]));
});

describe('the same of the same person, twice in a night', () => {
  const told = (position: number, more: Partial<Told>): Told => ({
    position,
    kind: 'callback',
    familyName: 'DUPONT',
    givenName: 'Marie',
    birth: { precision: 'unknown', value: null },
    phone: '+33639980001',
    matter: 'Ordonnance',
    place: null,
    ...more,
  });
  const twins = (...lines: Told[]) => lines.map((line) => twinsOf(lines).get(line) ?? null);

  it('is shown on the later line, accents and capitals aside', () =>
    expect(twins(told(1, {}), told(2, { familyName: 'Dupont', matter: 'ordonnance ' }), told(3, {}))).toEqual(
      [null, 1, 1],
    ));
  it.each([
    ['another matter', { matter: 'résultat' }],
    ['another kind', { kind: 'request' as const }],
    ['another birth', { birth: { precision: 'day' as const, value: '1980-01-01' } }],
    ['another number, no birth known', { phone: '+33639980002' }],
    ['another given name', { givenName: 'Luc' }],
  ])('%s is another line', (_, more) =>
    expect(
      twins(
        told(1, 'birth' in more ? { birth: { precision: 'day', value: '1952-03-12' } } : {}),
        told(2, more),
      ),
    ).toEqual([null, null]),
  );
  it('of two appointments it is the place that counts, not the words', () =>
    expect(
      twins(
        told(1, { kind: 'appointment', place: '1 2026-11-24 600' }),
        told(2, { kind: 'appointment', place: '1 2026-11-24 600', matter: 'autre' }),
        told(3, { kind: 'appointment', place: '1 2026-11-24 615' }),
      ),
    ).toEqual([null, 1, null]));
});

describe('what is kept of a line', () => {
  const line = cells({ heard: '22:10', phone: '06 39 98 00 01', birth: '1952', matter: 'Ordonnance' });
  it('says when it came and the number; of somebody unknown, her birth date', () => {
    expect(wishIn(line, false)).toBe('Ordonnance (reçu à 22:10, tél. 06 39 98 00 01)');
    expect(wishIn(line, true)).toBe('Ordonnance (reçu à 22:10, tél. 06 39 98 00 01, né(e) 1952)');
    expect(aboutIn(line)).toBe('Ordonnance, reçu à 22:10');
  });
  it('fits the request: the matter is cut, never the number', () => {
    const long = wishIn({ ...line, matter: 'a'.repeat(400) }, true);
    expect(long).toHaveLength(300);
    expect(long).toMatch(/…\s\(reçu à 22:10, tél\. 06 39 98 00 01, né\(e\) 1952\)$/);
  });
  it('does not repeat the type’s own name', () => {
    expect(commentIn(cells({ matter: 'consultation' }), 'Consultation')).toEqual({});
    expect(commentIn(line, 'Consultation')).toEqual({ comment: 'Ordonnance' });
  });
});
