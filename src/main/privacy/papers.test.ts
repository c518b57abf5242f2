/** The papers that the law asks for say what the settings say. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillHouse } from '../../../tests/support/agenda-house.ts';
import { callAs, openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import { pdfInfo } from '../../../tests/support/poppler.ts';
import { lawPaper, saveSettings, settings } from './service.ts';

let house: TestGround;
beforeEach(() => {
  house = openTestGround();
  fillHouse(house.ground);
});
afterEach(() => house.close());

const julie = callAs(5, 'JB', 'coordinator');
const bytes = (pdf: string) => Buffer.from(pdf, 'base64');

test('the notice fits one page, names who answers for the data and the rights that one has', async () => {
  const { text, pdf, fileName } = await lawPaper(house.ground, 'notice');
  expect(pdfInfo(bytes(pdf))).toMatchObject({ Pages: '1', Tagged: 'yes' });
  for (const said of [
    'Dr Linh Nguyen (médecin généraliste)',
    'article 26',
    'corriger',
    'effacer',
    'CNIL',
    '3 mois',
    '5 ans',
  ])
    expect(text.replaceAll('\u00a0', ' ')).toContain(said);
  expect(fileName).toBe('information-des-patients');
});

test('both follow what the house chooses', async () => {
  saveSettings(house.ground, julie, { ...settings(house.ground), wordsMonths: 2, seenYears: 7 });
  for (const which of ['notice', 'register'] as const) {
    const { text } = await lawPaper(house.ground, which);
    expect(text).toContain('2 mois après la clôture');
    expect(text).toContain('7 ans après sa dernière venue');
  }
});

test('the register’s entry has each part that article 30 lists', async () => {
  const { text, pdf } = await lawPaper(house.ground, 'register');
  for (const part of [
    'Responsables conjoints',
    'Finalités',
    'Personnes concernées',
    'Données',
    'Destinataires',
    'Transferts',
    'Durées de conservation',
    'Sécurité',
  ])
    expect(text).toContain(part);
  expect(Number(pdfInfo(bytes(pdf))['Pages'])).toBeLessThan(4);
});
