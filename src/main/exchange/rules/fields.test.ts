import { describe, expect, it } from 'vitest';
import { importFields } from '../../../contract/exchange-words.ts';
import {
  fieldsOf,
  missingFields,
  normaliseHeader,
  proposeMapping,
  proposeRole,
  readRoles,
} from './fields.ts';

/** The required fields of each kind, by name. */
const required = (fields: Readonly<Record<string, { readonly required: boolean }>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, { required }]) => [name, required]));

describe('the fields that the screen lets one correct', () => {
  it.each(readRoles)('of %s are those that are read, and the same ones are compulsory', (role) => {
    expect(required(importFields[role])).toEqual(required(fieldsOf[role]));
  });
});

describe('which file is which', () => {
  it.each([
    ['practitioners', ['Code', 'Civilité', 'Nom', 'Prénom', 'Profession', 'RPPS', 'Pas (min)']],
    ['openingHours', ['Praticien', 'Jour', 'Début', 'Fin', 'Semaine', 'Du', 'Au']],
    ['appointmentTypes', ['Profession', 'Motif', 'Durée']],
    ['patients', ['Code', 'Nom de naissance', "Nom d'usage", 'Prénom', 'Né(e) le', 'Sexe', 'Mobile']],
    [
      'appointments',
      ['N°', 'Praticien', 'Patient', 'Date', 'Heure', 'Durée', 'Motif', 'Statut', 'Commentaire'],
    ],
    ['patients', ['Tel', 'Prenom', 'Date naissance', 'Nom']],
    ['ignored', ['Facture', 'Montant', 'TVA']],
  ])('%s are known by their columns, whatever their order', (role, columns) => {
    expect(proposeRole(columns)).toBe(role);
    expect(proposeRole([...columns].reverse())).toBe(role);
  });

  it('reads headers without accents, case or signs', () => {
    expect(['Né(e) le', 'N°', 'E-mail', 'Pas (min)'].map(normaliseHeader)).toEqual([
      'ne e le',
      'n',
      'e mail',
      'pas min',
    ]);
  });

  it('takes « Nom » for the birth name only when no column says « nom de naissance »', () => {
    expect(proposeMapping('patients', ['Nom', 'Prénom', 'Né(e) le'])['birthName']).toBe('Nom');
    expect(proposeMapping('patients', ['Nom', 'Nom de naissance', 'Prénom'])['birthName']).toBe(
      'Nom de naissance',
    );
  });

  it('names what is missing', () => {
    expect(missingFields('patients', proposeMapping('patients', ['Nom', 'Prénom']))).toEqual(['birth']);
  });
});
