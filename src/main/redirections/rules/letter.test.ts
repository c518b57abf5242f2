import { describe, expect, it } from 'vitest';
import { type LetterFacts, letterMail, letterPaper } from './letter.ts';
import { outcomeTo } from './target.ts';

const entry = {
  kind: 'person',
  title: 'Dr',
  name: 'Fictif',
  givenName: 'Anne',
  profession: 'specialist',
  professionLabel: 'Cardiologie',
  mssante: 'anne.fictif@exemple.mssante.fr',
  places: [
    {
      name: null,
      address: '3 rue du Pont',
      postalCode: '03200',
      commune: 'Vichy',
      departement: '03',
      phone: null,
    },
  ],
} as unknown as NonNullable<LetterFacts['entry']>;

const facts = (more: Partial<LetterFacts> = {}): LetterFacts => ({
  to: { kind: 'outside', label: 'Dr FICTIF Anne' },
  entry,
  person: {
    displayName: 'DUPONT Marie',
    birth: { precision: 'day', value: '1952-03-12' },
    sex: 'female',
  },
  personPhone: '06 39 98 00 01',
  asked: { nature: 'registration', profession: 'general-practitioner', message: null },
  askedBy: null,
  signedBy: 'Dr Linh Nguyen',
  day: '2026-11-23',
  due: '2026-11-27',
  house: { name: 'Maison de santé fictive', address: null, phone: '01 99 00 12 34', demo: true },
  ...more,
});

const rows = (given: LetterFacts) => {
  const [first] = letterPaper(given).blocks;
  return first?.kind === 'facts' ? first.rows.map(({ label, value }) => `${label}: ${value}`) : [];
};

describe('The addressing letter', () => {
  it('says to whom, who, what for, and who signs', () => {
    const paper = letterPaper(facts());
    expect(paper).toMatchObject({
      title: 'Lettre d’adressage',
      dated: 'Lundi 23 novembre 2026',
      specimen: true,
    });
    expect(rows(facts())).toEqual([
      'Destinataire: Dr FICTIF Anne, Cardiologie, 3 rue du Pont, 03200\u00a0Vichy',
      'Personne: DUPONT Marie, née le 12/03/1952',
      'Téléphone: 06 39 98 00 01',
      'Demande: Médecin traitant',
    ]);
    expect(paper.blocks.at(-1)).toEqual({ kind: 'signature', label: 'Signature\u00a0: Dr Linh Nguyen' });
  });

  it('gives nobody a sex that the file does not know', () => {
    const person = facts().person;
    const unknown = letterPaper(facts({ person: person && { ...person, sex: 'unknown' } }));
    expect(unknown.blocks[2]).toMatchObject({
      tone: 'lead',
      text: expect.stringMatching(/^Nous vous adressons DUPONT Marie, qui demande un médecin traitant/),
    });
  });

  it('names the door through which a professional asked, and goes to whoever has no entry', () => {
    expect(
      rows(
        facts({
          entry: null,
          to: { kind: 'cpts', label: null },
          askedBy: 'Pharmacie fictive',
          person: null,
          personPhone: null,
          asked: { nature: 'appointment', profession: 'physiotherapist', message: null },
        }),
      ),
    ).toEqual([
      'Destinataire: CPTS',
      'Demande: Rendez-vous, masseur-kinésithérapeute',
      'Faite par: Pharmacie fictive',
    ]);
  });

  it('goes to a secure mailbox under a subject that names nobody', () => {
    const mail = letterMail(facts());
    expect(mail.to).toBe('anne.fictif@exemple.mssante.fr');
    expect(mail.subject).toBe('Adressage d’un patient par Maison de santé fictive');
    expect(mail.body).toContain('Personne\u00a0: DUPONT Marie, née le 12/03/1952');
    expect(mail.body).toContain('avant le vendredi 27 novembre 2026');
  });
});

describe('In the outcome of a request', () => {
  it('a pharmacy and a CPTS are kinds of their own, anybody else is somebody outside', () => {
    const named = (kind: 'pharmacy' | 'cpts' | 'hospital') =>
      outcomeTo({ kind, title: '', name: 'Maison fictive', givenName: '' });
    expect(named('pharmacy')).toEqual({ kind: 'pharmacy', label: 'Maison fictive' });
    expect(named('cpts')).toEqual({ kind: 'cpts', label: 'Maison fictive' });
    expect(named('hospital')).toEqual({ kind: 'outside', label: 'Maison fictive' });
  });

  it('a name is never longer than the request can hold', () =>
    expect(
      outcomeTo({ kind: 'person', title: 'Dr', name: 'x'.repeat(160), givenName: 'y'.repeat(100) }).label,
    ).toHaveLength(200));
});
