import { describe, expect, it } from 'vitest';
import type { PatientId } from '../../../../contract/ids.ts';
import type { Patient } from '../../../../contract/patients.ts';
import { draftOf, emptyForm, formFromSearch, formOf, reconcile } from './values.ts';

const TODAY = '2026-11-23';
const marie: Patient = {
  id: 1 as PatientId,
  version: 3,
  birthName: 'Martin',
  usedName: 'Dupont',
  givenNames: 'Marie Claude',
  usedGivenName: null,
  birth: { precision: 'estimated', value: '1952' },
  sex: 'female',
  identity: 'provisional',
  phones: [{ e164: '+33639984512', kind: 'mobile' }],
  email: null,
  address: null,
  postalCode: '03200',
  city: 'Vichy',
  attendingDoctor: { kind: 'outside', name: 'Dr Fictif' },
  needs: ['interpreter'],
  note: null,
  mergedInto: null,
};

describe('the form of a person', () => {
  it('shows a record and gives it back unchanged', () => {
    const { id: _id, version: _version, mergedInto: _pointer, phones: _phones, ...rest } = marie;
    const form = formOf(marie);
    expect([form.birth, form.phones]).toEqual(['vers 1952', ['06\u00a039\u00a098\u00a045\u00a012']]);
    expect(draftOf(form, TODAY)).toEqual({ ok: true, draft: { ...rest, phones: form.phones } });
  });

  it('asks for nothing but a name, and invents nothing', () => {
    expect(draftOf({ ...emptyForm, birthName: 'Dupont' }, TODAY)).toMatchObject({
      ok: true,
      draft: { givenNames: '', birth: { precision: 'unknown', value: null }, sex: 'unknown', phones: [] },
    });
  });

  it('names each field that is wrong', () => {
    expect(draftOf({ ...emptyForm, birth: '31/02/1952', email: 'marie@' }, TODAY)).toEqual({
      ok: false,
      errors: [
        { path: 'birth', code: 'birth-date-invalid' },
        { path: 'birthName', code: 'too_small' },
        { path: 'email', code: 'invalid_format' },
      ],
    });
  });

  it('takes over what was typed in the search', () => {
    const start = (text: string) => {
      const { birthName, givenNames, birth, phones } = formFromSearch(text);
      return [birthName, givenNames, birth, phones[0]];
    };
    expect(start('dupont marie 12/03/52')).toEqual(['Dupont', 'Marie', '12/03/52', '']);
    expect(start('dupont 06 39 98 45 12')).toEqual(['Dupont', '', '', '06 39 98 45 12']);
    expect(start('')).toEqual(['', '', '', '']);
  });
});

describe('when somebody else has saved meanwhile', () => {
  const base = formOf(marie);

  it('their work and mine are both kept', () => {
    const mine = { ...base, note: 'Préfère le matin' };
    const theirs = { ...base, city: 'Cusset' };
    expect(reconcile(base, mine, theirs)).toEqual({
      values: { ...base, note: 'Préfère le matin', city: 'Cusset' },
      contested: [],
      taken: ['city'],
    });
  });

  it('a field that both changed keeps mine, and says so', () => {
    const mine = { ...base, city: 'Bellerive' };
    const theirs = { ...base, city: 'Cusset' };
    expect(reconcile(base, mine, theirs)).toEqual({ values: mine, contested: ['city'], taken: [] });
  });
});
