/** `npm run import -- --annuaire`: the four headers, the report by machine, what is refused and how it ends. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DirectoryImportReport } from '../../src/contract/directory-import.ts';
import { testFolders } from '../support/data-folder.ts';
import { runImport } from '../support/import-run.ts';
import { rppsText, SMALL, type Variant } from '../support/rpps-file.ts';
import { sharedData } from '../support/shared-data.ts';

const folders = testFolders();
let data: string;
let files: string;
beforeEach(() => {
  data = folders.make();
  files = join(folders.make(), 'extraction');
  mkdirSync(files);
});
afterEach(() => folders.removeAll());

const write = (text: string, name = 'PS_LibreAcces_Personne_activite_202610010000.txt'): string => {
  const path = join(files, name);
  writeFileSync(path, text);
  return path;
};

const reportOf = async (...args: string[]): Promise<DirectoryImportReport> => {
  const { code, out, err } = await runImport(data, [...args, '--json']);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as DirectoryImportReport;
};

const FILTER = ['--departement', '03', '--profession', 'médecin,infirmier,kine'];

describe('the directory filled by command', () => {
  it.each<[Variant, number]>([
    ['2018', 49],
    ['2021', 52],
    ['2026', 56],
    ['sans-savoir-faire', 52],
  ])('reads the header of %s, whole and narrowed', async (variant, columns) => {
    const path = write(rppsText(variant, SMALL));
    expect(await reportOf('--annuaire', path, '--dry-run')).toMatchObject({
      columns,
      lines: 9,
      activities: 9,
      persons: 7,
    });
    expect(await reportOf('--annuaire', path, ...FILTER, '--dry-run')).toMatchObject({
      activities: 5,
      persons: 4,
    });
    // A trial founds no house.
    expect(readdirSync(data)).toEqual([]);
  });

  it('writes, and a second time changes nothing', async () => {
    const path = write(rppsText('2026', SMALL));
    const first = await runImport(data, ['--annuaire', path, ...FILTER]);
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('4\u00a0nouvelles fiches')]);
    expect(first.err).toContain('Code de récupération');
    expect(await reportOf('--annuaire', path, ...FILTER)).toMatchObject({
      created: 0,
      unchanged: 4,
      gone: 0,
    });
  });

  it.each([
    ['Type de BAL|Adresse BAL|\n', 'la liste des adresses MSSanté'],
    ['Code;Nom;Prénom;Date de naissance\n', 'une liste de patients'],
    [rppsText('2026', SMALL).slice(0, -70), 'coupé'],
  ])('ends with 1 and says what the file is', async (text, said) => {
    const { code, out, err } = await runImport(data, ['--annuaire', write(text)]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(said);
    expect(err).toContain('Rien n’a été importé.');
  });

  it.each([
    [['--annuaire', 'x.txt', '--departement', 'Allier'], 'Département inconnu'],
    [['--annuaire', 'x.txt', '--profession', 'devin'], 'Profession inconnue'],
    [['--annuaire', 'x.txt', '--vite'], 'Option inconnue'],
  ])('ends with 2 when it is not understood', async (args, said) => {
    const { code, err } = await runImport(data, args);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});

const shared = sharedData('rpps/expected.json');

describe('the large extractions', () => {
  it(`yield what is expected of them${shared === null ? ' (absent here: only their expected figures are not checked)' : ''}`, async () => {
    const expected =
      shared === null ? {} : (JSON.parse(readFileSync(shared, 'utf8')) as Record<string, object>);
    const { filterAllierMedecinInfirmierKine: narrowed = {}, ...whole } = expected;
    for (const [file, figures] of Object.entries(whole)) {
      const path = join(shared ?? '', '..', file);
      expect(await reportOf('--annuaire', path, '--dry-run')).toMatchObject(figures);
      expect(await reportOf('--annuaire', path, ...FILTER, '--dry-run')).toMatchObject(narrowed);
    }
  }, 120_000);
});
