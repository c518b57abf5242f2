import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../contract/agenda.ts';
import type { Callback } from '../../../contract/callbacks.ts';
import { paperText } from '../../../contract/paper.ts';
import type { PatientSummary } from '../../../contract/patients.ts';
import type { Practitioner } from '../../../contract/practice.ts';
import { instantOf } from '../../../contract/time.ts';
import { cardText, type NightFacts, nightCounts, nightFileName, nightPaper, reopensAfter } from './paper.ts';

const ZONE = 'Europe/Paris';
const at = (day: string, hour: number, minute = 0) => instantOf(day, hour * 60 + minute, ZONE);

const nguyen = {
  id: 1,
  title: 'Dr',
  familyName: 'Nguyen',
  givenName: 'Linh',
  profession: 'general-practitioner',
} as Practitioner;
const rolland = {
  ...nguyen,
  id: 3,
  title: 'Mme',
  familyName: 'Rolland',
  profession: 'nurse',
} as Practitioner;

const person = (displayName: string, phone: string | null, homonym = false): PatientSummary =>
  ({
    id: 1,
    displayName,
    phone,
    homonym,
    birth: { precision: 'day', value: '1952-03-12' },
  }) as PatientSummary;

const callback = (id: number, more: Partial<Callback>): Callback =>
  ({
    id,
    patient: null,
    callerName: null,
    phone: null,
    answersProfessional: false,
    about: null,
    owner: { kind: 'staff', staffId: 1 },
    due: at('2026-11-24', 12),
    ...more,
  }) as Callback;

const quiet: NightFacts = {
  house: {
    version: 1,
    name: 'Maison des Tilleuls',
    zone: ZONE,
    region: 'metropole',
    phone: null,
    address: null,
    demo: false,
  },
  now: at('2026-11-23', 18, 5),
  reopens: '2026-11-24',
  words: { version: 0, note: '', onCall: '' },
  card: { number: 0, status: 'example', signedOn: null, reviewDue: null },
  practitioners: [nguyen, rolland],
  instructions: [],
  unscheduled: [],
  callbacks: [],
  initials: new Map([[1 as never, 'CM']]),
  toWarn: [],
};

const full: NightFacts = {
  ...quiet,
  words: {
    version: 4,
    note: 'La porte du parking reste fermée.\nMme Rolland passe chez M. Roux à 20 h.',
    onCall: 'Dr Petit, 06 39 98 00 20',
  },
  card: { number: 3, status: 'signed', signedOn: '2026-10-12', reviewDue: '2027-10-12' },
  instructions: [{ practitionerId: nguyen.id, text: 'Pas de certificat le lundi.' }],
  unscheduled: [
    {
      practitionerId: nguyen.id,
      places: [
        { start: 540, end: 555 },
        { start: 555, end: 570 },
      ],
    },
  ],
  callbacks: [
    callback(1, { patient: person('MARTIN Jean', '+33639980002'), about: 'résultat' }),
    callback(2, {
      patient: person('DUPONT née MARTIN Marie', '+33639980001', true),
      callerName: 'sa fille',
      phone: '+33639980009',
      about: 'certificat',
      due: at('2026-11-23', 17),
      owner: { kind: 'practitioner', practitionerId: nguyen.id },
    }),
    callback(3, { callerName: 'Pharmacie du Parvis', phone: '+33199000011', answersProfessional: true }),
  ],
  toWarn: [
    {
      appointment: {
        id: 7,
        day: '2026-11-24',
        start: 600,
        practitionerId: rolland.id,
        patient: person('ROUX Simone', '+33639980003'),
      } as Appointment,
      why: 'absent',
    },
    {
      appointment: {
        id: 8,
        day: '2026-11-24',
        start: 615,
        practitionerId: nguyen.id,
        patient: person('BERNARD Luc', null),
      } as Appointment,
      why: 'called-off',
    },
  ],
};

const spaces = (text: string): string => text.replaceAll(/[\u00a0\u202f\u2002]/g, ' ');

describe('the evening’s hand-over', () => {
  it('says everything that the night needs, late calls first, in this very text', () => {
    expect(spaces(paperText(nightPaper(full, 'full')))).toBe(`Maison des Tilleuls

PASSATION DU LUNDI 23 NOVEMBRE 2026

préparée à 18 h 05

De garde ce soir : Dr Petit, 06 39 98 00 20
Carte d’urgence : version 3, signée le 12/10/2026, à revoir le 12/10/2027
Réouverture : mardi 24 novembre

Consignes de ce soir
La porte du parking reste fermée.

Mme Rolland passe chez M. Roux à 20 h.

Consignes des praticiens (valables cette nuit)
Dr Nguyen · Pas de certificat le lundi.

Soins non programmés, mardi 24 novembre (2 places à proposer)
Dr Nguyen · 9 h · 9 h 15

À rappeler (3 appels promis, dont 1 en retard)
en retard : lun. 23 nov. 17 h · sa fille, pour DUPONT Marie (12/03/1952) · 06 39 98 00 09 · certificat · Dr Nguyen
mar. 24 nov. 12 h · MARTIN Jean · 06 39 98 00 02 · résultat · CM
mar. 24 nov. 12 h · Pharmacie du Parvis · 01 99 00 00 11 · réponse au professionnel · CM

À prévenir (2 rendez-vous ne tiennent pas d’ici la réouverture)
mar. 24 nov. 10 h · ROUX Simone · 06 39 98 00 03 · Mme Rolland · praticien absent
mar. 24 nov. 10 h 15 · BERNARD Luc · Dr Nguyen · annulé par la maison : le sait-on ?

Au matin, une ligne par appel : heure, nom, prénom, naissance, téléphone, motif, pour qui, type (demande, rappel ou rdv), jour et heure du rdv.

Confidentiel : à détruire quand la nuit est passée.
`);
  });

  it('with initials names nobody, gives no number and says nothing of what is asked', () => {
    const text = spaces(paperText(nightPaper(full, 'initials')));
    expect(text).not.toMatch(
      /DUPONT|MARTIN|ROUX S|BERNARD|0[16] \d\d \d\d \d\d (?!20)|certificat ·|résultat/,
    );
    expect(text).toContain('en retard : lun. 23 nov. 17 h · D. M. · Dr Nguyen');
    expect(text).toContain('mar. 24 nov. 10 h · R. S. · Mme Rolland · praticien absent');
    expect(text).not.toContain('Confidentiel');
  });

  it('of a quiet night says that there is nothing, line by line: an empty space would be a doubt', () => {
    expect(spaces(paperText(nightPaper(quiet, 'full')))).toContain(`De garde ce soir : personne n’est nommé
Carte d’urgence : exemple fourni, que la maison n’a pas encore repris
Réouverture : mardi 24 novembre

Consignes de ce soir
Rien de particulier ce soir.

Consignes des praticiens : aucune.

Soins non programmés, mardi 24 novembre : aucune place à proposer.

À rappeler : personne.

À prévenir : personne.`);
  });

  it('counts what it hands over', () => {
    expect(nightCounts(full)).toEqual({ instructions: 1, unscheduled: 2, callbacks: 3, late: 1, toWarn: 2 });
    expect(nightCounts(quiet)).toEqual({ instructions: 0, unscheduled: 0, callbacks: 0, late: 0, toWarn: 0 });
  });

  it('a call that is due this very minute is not late yet', () =>
    expect(nightCounts({ ...quiet, callbacks: [callback(1, { due: quiet.now })] }).late).toBe(0));

  it('is a file of that day, with nobody’s name', () =>
    expect(nightFileName('2026-11-23')).toBe('Passation 2026-11-23'));
});

describe('the card that the night goes by', () => {
  it.each([
    ['unsigned', null, null, 'version 2, pas encore signée'],
    ['signed', '2026-10-12', '2027-10-12', 'version 2, signée le 12/10/2026, à revoir le 12/10/2027'],
    [
      'overdue',
      '2024-10-12',
      '2025-10-12',
      'version 2, signée le 12/10/2024, à revoir le 12/10/2025 (date passée)',
    ],
  ] as const)('%s', (status, signedOn, reviewDue, text) =>
    expect(cardText({ number: 2, status, signedOn, reviewDue })).toBe(text),
  );
});

describe('when the house answers again', () => {
  it('is the first working day after today', () =>
    expect(reopensAfter(['2026-11-28', '2026-11-29', '2026-11-30'], (day) => day === '2026-11-30')).toBe(
      '2026-11-30',
    ));
  it('is tomorrow where no day works, rather than never', () =>
    expect(reopensAfter(['2026-11-28', '2026-11-29'], () => false)).toBe('2026-11-28'));
});
