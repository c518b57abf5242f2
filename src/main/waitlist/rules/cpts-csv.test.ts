import { expect, it } from 'vitest';
import { cptsCsv, type Listed } from './cpts-csv.ts';

const roux: Listed = {
  name: 'ROUX Émile',
  birth: { precision: 'day', value: '1948-03-12' },
  phone: '+33639980001',
  city: 'Brioude',
  profession: 'Médecin généraliste',
  homeVisit: true,
  stepFree: false,
  since: '2026-09-02',
};

it('is a file that a French spreadsheet opens as it is', () => {
  expect(cptsCsv([roux])).toBe(
    '\uFEFFNom;Date de naissance;Téléphone;Commune;Métier cherché;Visite à domicile;Accès de plain-pied;Attend depuis le\r\n' +
      'ROUX Émile;12/03/1948;0639980001;Brioude;Médecin généraliste;oui;;02/09/2026\r\n',
  );
});

it('runs nothing, whatever somebody was called', () => {
  const cellOf = (name: string) =>
    cptsCsv([{ ...roux, name }])
      .split('\r\n')[1]
      ?.split(';12/03')[0];
  expect(['=1+1', '+33', '-2', '@SUM(A1)', '＝1'].map(cellOf)).toEqual([
    "'=1+1",
    "'+33",
    "'-2",
    "'@SUM(A1)",
    "'＝1",
  ]);
  expect(cellOf('=HYPERLINK("x";"y")')).toBe('"\'=HYPERLINK(""x"";""y"")"');
  expect(cellOf('ROUX; Émile')).toBe('"ROUX; Émile"');
});

it('a foreign number is plain text too', () => {
  expect(cptsCsv([{ ...roux, phone: '+41795550001' }])).toContain(";'+41795550001;");
});
