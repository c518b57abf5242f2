import { describe, expect, it } from 'vitest';
import { fieldText, fieldTexts } from './field-text.ts';

describe('what is wrong with a field', () => {
  it('is said in the words of that field, wherever it stands in a list', () => {
    expect(fieldText({ path: 'staff.3.initials', code: 'duplicate' })).toBe(
      'Ces initiales sont déjà celles de quelqu’un.',
    );
    expect(fieldText({ path: 'house.name', code: 'too_small' })).toBe('À remplir.');
  });

  it('an unknown mistake still says where to look', () => {
    expect(fieldText({ path: 'start', code: 'never-heard-of' })).toBe('Ce champ est à corriger.');
  });

  it.each([
    ['with.booking.practitionerId', 'other-practitioner'],
    ['with.callback.due', 'past'],
    ['until', 'past'],
    ['practitionerId', 'inactive'],
    ['practitionerIds', 'duplicate'],
    ['practitionerIds', 'herself-missing'],
    ['limits.practitionerIds', 'not-of-profession'],
    ['limits.wishes.to', 'before-from'],
    ['appointmentId', 'not-to-come'],
    ['appointmentTypeId', 'not-offered'],
    ['cap', 'below-heaviest'],
    ['on', 'future'],
    ['fact.saidOn', 'in-future'],
    ['fact.holdsUntil', 'before-said'],
  ])('the lists say what is wrong with %s (%s) in words of their own', (path, code) =>
    expect(['Ce champ est à corriger.', 'Déjà pris.', 'À remplir.']).not.toContain(fieldText({ path, code })),
  );

  it('of several mistakes of one field, the first is said', () => {
    expect(
      fieldTexts([
        { path: 'end', code: 'end-before-start' },
        { path: 'end', code: 'required' },
        { path: 'day', code: 'absent' },
      ]),
    ).toEqual({
      end: 'La fin doit venir après le début.',
      day: 'Le praticien est absent à ce moment\u00a0: ce créneau n’ouvrirait jamais.',
    });
  });
});
