import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../src/contract/exchange.ts';
import { dataFiles } from '../../src/main/core/data-files.ts';
import { all, run } from '../../src/main/core/db.ts';
import { readEnvelope, writeEnvelope } from '../../src/main/core/keys/envelope.ts';
import { updatePractitioner } from '../../src/main/practice/service/practitioners.ts';
import { practitioners } from '../../src/main/practice/store/practitioners.ts';
import { mustOpen, storeOptions } from '../support/data-folder.ts';
import { folderState } from '../support/folder-state.ts';
import { writeFormerAgenda } from '../support/former-agenda.ts';
import { programCall } from '../support/ground.ts';
import { runImport } from '../support/import-run.ts';
import { otherProgram } from '../support/other-program.ts';

const root = join(import.meta.dirname, '../..');
const fixture = join(root, 'tests/fixtures/former-agenda');
const expected = JSON.parse(readFileSync(join(fixture, 'expected.json'), 'utf8')) as ImportReport;

let place: string;
let data: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'parvis-import-'));
  data = join(place, 'donnees');
  mkdirSync(join(place, 'export'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** A copy of the fixture, each file changed as told; null leaves a file out. */
const exported = (change: (name: string, text: string) => string | Uint8Array | null): string => {
  const folder = join(place, 'export');
  for (const name of readdirSync(fixture).filter((file) => file.endsWith('.csv'))) {
    const changed = change(name, iconv.decode(readFileSync(join(fixture, name)), 'windows-1252'));
    if (changed !== null)
      writeFileSync(
        join(folder, name),
        typeof changed === 'string' ? iconv.encode(changed, 'windows-1252') : changed,
      );
  }
  return folder;
};

const only = (name: string, bytes: string | Uint8Array): string => {
  const folder = join(place, 'export');
  writeFileSync(join(folder, name), bytes);
  return folder;
};

const inHouse = async <T>(look: (store: Awaited<ReturnType<typeof mustOpen>>) => T): Promise<T> => {
  const store = await mustOpen(storeOptions(data));
  try {
    return look(store);
  } finally {
    store.close();
  }
};

const reportOf = (out: string): ImportReport => JSON.parse(out) as ImportReport;

describe('taking over a former agenda from the command line', () => {
  it('founds a house that can be used at once, and prints its recovery code', async () => {
    const { code, out, err } = await runImport(data, [fixture, '--json']);
    expect([code, reportOf(out)]).toEqual([0, expected]);
    expect(err).toMatch(/Code de récupération[^:]*: ([0-9A-Z]{4}-){7}[0-9A-Z]{4}\n/);
    expect(
      await inHouse(({ ground: { db } }) => ({
        house: all(db, 'SELECT name, zone, region, demo FROM house'),
        staff: all(db, 'SELECT initials, name, role FROM staff ORDER BY id'),
      })),
    ).toEqual({
      house: [{ name: 'Maison de santé', zone: 'Europe/Paris', region: 'metropole', demo: 0 }],
      staff: [
        { initials: 'AC', name: 'Accueil', role: 'coordinator' },
        { initials: 'AF', name: 'Dr Aline Fictif', role: 'practitioner' },
        { initials: 'NE', name: 'Mme Noé Exemple', role: 'practitioner' },
      ],
    });
  });

  it('a second time changes nothing, shows no code, and says so', async () => {
    await runImport(data, [fixture]);
    const before = await inHouse(({ ground: { db } }) => all(db, 'SELECT * FROM claims ORDER BY id'));
    const again = await runImport(data, [fixture]);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).toMatch(/\n\nRien n’a changé\u00a0: tout était déjà repris \(19\u00a0lignes\)\.\n$/);
    expect(await inHouse(({ ground: { db } }) => all(db, 'SELECT * FROM claims ORDER BY id'))).toEqual(
      before,
    );
  });

  it('keeps what the desk has changed since', async () => {
    await runImport(data, [fixture]);
    await inHouse(({ ground }) => {
      const aline = practitioners(ground.db).find(({ familyName }) => familyName === 'Fictif');
      if (aline) updatePractitioner(ground, programCall, { ...aline, givenName: 'Aline-Rose' });
    });
    const later = exported((name, text) =>
      name === 'praticiens.csv' ? text.replace('Fictif;Aline;', 'Fictif;Alix;') : text,
    );
    const { code, out } = await runImport(data, [later]);
    expect(code).toBe(0);
    expect(out).toContain(
      'Repris\u00a0: 0\u00a0créé, 0 mis à jour, 18\u00a0inchangés, 1\u00a0gardé car modifié ici.',
    );
    expect(await inHouse(({ ground }) => practitioners(ground.db).map(({ givenName }) => givenName))).toEqual(
      ['Aline-Rose', 'Noé'],
    );
  });

  it('reads aloud: what comes in, what is refused and why, what to check', async () => {
    const { out } = await runImport(data, [fixture, '--dry-run']);
    const lines = out.replaceAll(/[\u00a0\u202f]/g, ' ').split('\n');
    expect(lines.slice(1)).toEqual([
      '',
      '  2 praticiens, 3 motifs, 3 plages d’horaires',
      '  4 patients',
      '  7 rendez-vous (Prévu 4, Annulé 1, Honoré 1, Absent 1)',
      '',
      'Lignes refusées, horaires :',
      '  Praticien inconnu : ligne 5',
      '',
      'Lignes refusées, patients :',
      '  Nom de naissance absent : B05',
      '  Date de naissance dans le futur : B06',
      '  Code déjà utilisé par une autre ligne : B01',
      '  Une cellule contient une formule de tableur : B07',
      '',
      'Lignes refusées, rendez-vous :',
      '  Patient inconnu ou refusé : C08',
      '  Date impossible : C09',
      '  Heure impossible : C10',
      '  Durée impossible : C11',
      '  Statut inconnu : C12',
      '',
      'À savoir :',
      '  1 doublon probable, à vérifier, rien n’est fusionné : B01–B02',
      '  1 chevauchement gardé, en surbooking : C03',
      '  1 ligne répétée à l’identique, comptée une fois',
      '  Horaires une semaine sur deux, 1 : ligne 3',
      '  Médecin traitant inconnu de la maison, 1 : B03',
      '  Téléphones illisibles, 1 : B04',
      '  Rendez-vous à venir hors des horaires, 1 : C05',
      '',
      'Essai à blanc : rien n’a été écrit.',
      '',
    ]);
  });

  it('as a program, puts one JSON document on its standard output and nothing else', async () => {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', './scripts/node26.mjs', 'scripts/import.ts', fixture, '--json'],
      { cwd: root, env: { ...process.env, PARVIS_DATA: data } },
    );
    const { accepted } = reportOf(stdout).patients;
    expect([accepted, stderr.includes('20\u00a0créés')]).toEqual([4, true]);
  });
});

describe('a dry run', () => {
  it('in a folder where there is no house leaves no trace', async () => {
    const { code, out } = await runImport(data, [fixture, '--dry-run', '--json']);
    expect([code, reportOf(out), existsSync(data)]).toEqual([0, expected, false]);
  });

  it('leaves the house byte for byte as it was', async () => {
    await runImport(data, [fixture]);
    rmSync(dataFiles(data).logs, { recursive: true });
    const before = folderState(data);
    const { code, out } = await runImport(data, [fixture, '--dry-run']);
    rmSync(dataFiles(data).logs, { recursive: true, force: true });
    expect([code, out.endsWith('rien n’a été écrit.\n')]).toEqual([0, true]);
    expect(folderState(data)).toEqual(before);
  });
});

/** The fixture's rows, with the columns of each file in the other direction. */
const reversed = (text: string): string =>
  text
    .split('\r\n')
    .map((line) => (line.includes('"') || !line.includes(';') ? line : line.split(';').reverse().join(';')))
    .join('\r\n');

const separatedBy = (separator: string, text: string): string =>
  text
    .split('\n')
    .map((line) => (line.includes('"') || !line.includes(';') ? line : line.replaceAll(';', separator)))
    .join('\n');

/** Quoted lines cannot be turned by splitting: without them the files say the same. */
const unquoted = (text: string): string =>
  text.replace(/"résultats[^"]*"/, 'résultats').replace(/"fauteuil[^"]*"/, 'fauteuil');

describe('another former software', () => {
  it.each([
    ['in UTF-8', 'utf-8', ';', (text: string) => Buffer.from(text, 'utf8')],
    ['in UTF-8 with its mark', 'utf-8', ';', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf8')],
    ['separated by commas', 'windows-1252', ',', (text: string) => separatedBy(',', unquoted(text))],
    ['separated by tabs', 'windows-1252', '\t', (text: string) => separatedBy('\t', unquoted(text))],
    ['with its columns in another order', 'windows-1252', ';', (text: string) => reversed(unquoted(text))],
    [
      'with other headers',
      'windows-1252',
      ';',
      (text: string) =>
        text
          .replace('Nom de naissance', 'Nom')
          .replace('Né(e) le', 'Date naissance')
          .replace('Téléphone', 'Tel')
          .replace('N°;', 'Id RDV;')
          .replace('Heure;', 'Heure de début;'),
    ],
  ])('%s is taken over the same', async (_, encoding, separator, spell) => {
    const { code, out } = await runImport(data, [exported((_name, text) => spell(text)), '--json']);
    expect([code, reportOf(out)]).toEqual([0, { ...expected, encoding, separator }]);
  });
});

const said = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('what cannot be taken over founds no house', () => {
  const refused = async (folder: string, ...args: string[]) => {
    const { code, out, err } = await runImport(data, [folder, ...args]);
    expect([out, existsSync(data)]).toEqual(['', false]);
    return { code, err: said(err) };
  };

  it('a file that is no CSV', async () => {
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0x21, 0, 0, 0);
    const folder = exported((name, text) => (name === 'patients.csv' ? zip : text));
    expect(await refused(folder)).toEqual({
      code: 1,
      err: 'Le fichier « patients.csv » ne peut pas être lu. Ce n’est pas du CSV : un classeur, un document ou un texte sans colonnes. Rien n’a été repris : exportez-le de nouveau au format CSV.\n',
    });
  });

  it('an empty file', async () => {
    expect(await refused(only('patients.csv', ''))).toEqual({
      code: 1,
      err: 'Le fichier « patients.csv » ne peut pas être lu. Il est vide. Rien n’a été repris : refaites l’export depuis l’ancien logiciel.\n',
    });
  });

  it('a file larger than any agenda, without reading it', async () => {
    const folder = only('patients.csv', 'Nom;Prénom;Né(e) le\r\n');
    truncateSync(join(folder, 'patients.csv'), 200 * 1024 * 1024);
    expect(await refused(folder)).toEqual({
      code: 1,
      err: 'Le fichier « patients.csv » ne peut pas être lu. Il dépasse 64 Mo, plus qu’aucun agenda. Rien n’a été repris : vérifiez que c’est le bon fichier, ou exportez-le en plusieurs parties.\n',
    });
  });

  it('a file cut in the middle of a quote, naming the line', async () => {
    const folder = exported((name, text) =>
      name === 'rendez-vous.csv' ? text.slice(0, text.indexOf('appeler avant') + 4) : text,
    );
    expect(await refused(folder)).toEqual({
      code: 1,
      err: 'Le fichier « rendez-vous.csv » ne peut pas être lu. Un guillemet ouvert n’est jamais refermé, ligne 3 : le fichier est sans doute coupé. Rien n’a été repris : refaites l’export, ou corrigez cette ligne.\n',
    });
  });

  it('files of which nothing is recognised', async () => {
    const { code, err } = await refused(only('factures.csv', 'Facture;Montant;TVA\r\n1;10;2\r\n'));
    expect([code, err.split('.')[0]]).toEqual([1, 'Aucun de ces fichiers n’a été reconnu : factures']);
  });

  it('a file without a column that is compulsory, naming the column and the way out', async () => {
    const folder = exported((name, text) =>
      name === 'patients.csv' ? text.replace('Nom de naissance', 'Patronyme') : text,
    );
    expect(await refused(folder)).toEqual({
      code: 1,
      err: 'Il manque dans « patients.csv » : Nom de naissance. Rien n’a été repris. Dans Parvis (Réglages, « Reprendre un ancien agenda »), vous pouvez dire ce que contient chaque colonne : ce choix est retenu, ici aussi.\n',
    });
  });

  it('a folder without any file, or no folder at all', async () => {
    expect((await refused(join(place, 'export'))).err).toMatch(/^Aucun fichier \.csv ou \.txt dans/);
    expect((await refused(join(place, 'nulle-part'))).err).toMatch(
      /n’existe pas, ou ne peut pas être lu\.\n$/,
    );
  });

  it('asked for wrongly, recalls how to ask', async () => {
    for (const args of [[], ['a', 'b'], ['a', '--zut'], ['a', '--refused']]) {
      const { code, err } = await runImport(data, args);
      expect([code, said(err).includes('Usage : npm run import -- DOSSIER')]).toEqual([2, true]);
    }
    expect(existsSync(data)).toBe(false);
  });
});

describe('lines that are damaged are refused, the others taken over', () => {
  it('a NUL byte, a formula in a name', async () => {
    const folder = exported((name, text) =>
      name === 'rendez-vous.csv' ? text.replace('C11;A1;', 'C11;A1\0;') : text,
    );
    const { code, out } = await runImport(data, [folder, '--json']);
    const { patients, appointments } = reportOf(out);
    expect([code, appointments.rejected.at(3), patients.rejected.at(-1)]).toEqual([
      0,
      { code: 'C11', reason: 'nul-byte' },
      { code: 'B07', reason: 'formula' },
    ]);
  });

  it('are saved for this user only, and can be mended and taken over', async () => {
    const to = join(place, 'refus');
    const { code } = await runImport(data, [fixture, '--refused', to]);
    expect([code, readdirSync(to).sort()]).toEqual([
      0,
      ['horaires-refuses.csv', 'patients-refuses.csv', 'rendez-vous-refuses.csv'],
    ]);
    expect(readdirSync(to).map((name) => statSync(join(to, name)).mode & 0o777)).toEqual([
      0o600, 0o600, 0o600,
    ]);
    const lines = readFileSync(join(to, 'patients-refuses.csv'), 'utf8');
    const mended = only(
      'patients.csv',
      lines.replace('B05;;;Anonyme', 'B05;Retrouvée;;Anonyme').replace('B01;Autre', 'B08;Autre'),
    );
    const again = await runImport(data, [mended, '--json']);
    // The formula that nobody mended is refused again, apostrophe or not.
    expect([reportOf(again.out).patients.rejected, said(again.err)]).toEqual([
      [
        { code: 'B06', reason: 'birth-date-in-future' },
        { code: 'B07', reason: 'formula' },
      ],
      'Repris : 2 créés, 0 mis à jour, 0 inchangé, 0 gardé car modifié ici.\n',
    ]);
  });

  it('are not saved among the files that are taken over', async () => {
    const { code, err } = await runImport(data, [fixture, '--refused', fixture]);
    expect([
      code,
      err.startsWith('Les lignes refusées ne peuvent pas être enregistrées'),
      existsSync(data),
    ]).toEqual([2, true, false]);
  });
});

describe('the data folder', () => {
  it.each([
    ['import', []],
    ['dry run', ['--dry-run']],
  ])('held by Parvis is left to it, and the %s says who holds it since when', async (_, options) => {
    await runImport(data, [fixture]);
    const parvis = await otherProgram(data, 'Parvis');
    try {
      const { code, out, err } = await runImport(data, [fixture, ...options]);
      expect([code, out]).toEqual([3, '']);
      expect(said(err)).toMatch(
        /^Ce dossier de données est déjà utilisé par « Parvis » \(processus \d+ du poste .+\) depuis .+\. Deux programmes/,
      );
    } finally {
      await parvis.leave();
    }
  });

  it('whose key is sealed elsewhere opens with the recovery code', async () => {
    const first = await runImport(data, [fixture]);
    const code = /([0-9A-Z]{4}-){7}[0-9A-Z]{4}/.exec(first.err)?.[0] ?? '';
    const envelope = dataFiles(data).envelope;
    writeEnvelope(envelope, { ...readEnvelope(envelope), plain: null });
    const without = await runImport(data, [fixture]);
    expect([without.code, without.err.includes('PARVIS_RECOVERY_CODE')]).toEqual([1, true]);
    const wrong = await runImport(data, [fixture], { recoveryCode: 'ABCD-EFGH' });
    expect([wrong.code, wrong.err.startsWith('Ce code de récupération n’ouvre pas le dossier.')]).toEqual([
      1,
      true,
    ]);
    expect((await runImport(data, [fixture], { recoveryCode: code })).code).toBe(0);
    const typed = ['nonsense', code.toLowerCase()];
    const asked: string[] = [];
    const byHand = await runImport(data, [fixture], {
      ask: (question) => {
        asked.push(said(question));
        return Promise.resolve(typed.shift() ?? '');
      },
    });
    expect([byHand.code, asked]).toEqual([
      0,
      ['Code de récupération : ', 'Ce code n’ouvre pas le dossier. Code de récupération : '],
    ]);
  });

  it('of the fictitious house is refused: it is made anew each day', async () => {
    await runImport(data, [fixture]);
    await inHouse(({ ground }) =>
      ground.write(programCall, (tx) => {
        run(tx.db, 'UPDATE house SET demo = 1');
        tx.record({ action: 'house.updated', rows: [{ entity: 'house', id: 1 }] });
      }),
    );
    const { code, err } = await runImport(data, [fixture]);
    expect([code, said(err).startsWith('Ce dossier est celui de la maison fictive')]).toEqual([1, true]);
  });
});

it('Ctrl+C during the check leaves everything as it was', async () => {
  writeFormerAgenda(join(place, 'grand'), 500, 3000);
  const ctrlC = new AbortController();
  const { code, err } = await runImport(data, [join(place, 'grand'), '--dry-run'], {
    stop: ctrlC.signal,
    onProgress: ({ step }) => {
      if (step === 'checking') ctrlC.abort();
    },
  });
  expect([code, said(err), existsSync(data)]).toEqual([130, 'Arrêté. Rien n’a été repris.\n', false]);
});
