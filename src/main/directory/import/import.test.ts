import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clara, fillHouse } from '../../../../tests/support/agenda-house.ts';
import { colleague } from '../../../../tests/support/directory-drafts.ts';
import { openTestGround, type TestGround } from '../../../../tests/support/ground.ts';
import {
  type Line,
  rppsHeader,
  rppsLine,
  rppsNumber,
  rppsText,
  SMALL,
  type Variant,
} from '../../../../tests/support/rpps-file.ts';
import { DirectoryWishes } from '../../../contract/directory.ts';
import {
  DIRECTORY_PIECE,
  type DirectoryImportReport,
  type ImportFilter,
} from '../../../contract/directory-import.ts';
import { addDays, instantOf } from '../../../contract/time.ts';
import { all, get, type WriteDb } from '../../core/db.ts';
import { isDeskError } from '../../core/errors.ts';
import { since } from '../../core/journal.ts';
import { openFile } from '../../core/open-file.ts';
import { undoLast } from '../../core/undo.ts';
import {
  changeEntry,
  createDirectoryImports,
  createEntry,
  type DirectoryImports,
  directoryCompensations,
  lookAtFile,
  putAway,
  searchEntries,
  verifyEntry,
} from '../service.ts';
import { lastImport } from '../store.ts';
import { createReader } from './reader.ts';
import { planFor, stage, sweep } from './stage.ts';

let test: TestGround;
let imports: DirectoryImports;
beforeEach(() => {
  test = openTestGround();
  fillHouse(test.ground);
  imports = createDirectoryImports(() => test.ground);
});
afterEach(async () => {
  await imports.close();
  test.close();
});

const NAME = 'PS_LibreAcces_Personne_activite_202610010000.txt';
const EVERYTHING: ImportFilter = { departements: [], communes: [], professions: [] };
const ALLIER: ImportFilter = { ...EVERYTHING, departements: ['03'] };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** In pieces that cut lines, and even letters, in two. */
const send = async (text: string, filter = ALLIER, name = NAME, piece = 997): Promise<string> => {
  const { session } = await imports.begin(name, filter);
  const whole = bytes(text);
  for (let from = 0; from < whole.length || from === 0; from += piece)
    await imports.addChunk(session, whole.slice(from, from + piece), from + piece >= whole.length);
  return session;
};

const take = async (
  lines: readonly (Line | string)[],
  filter = ALLIER,
  name = NAME,
): Promise<DirectoryImportReport> => imports.apply(clara, await send(rppsText('2026', lines), filter, name));

const refusal = async (act: () => Promise<unknown>): Promise<{ code: string; data: unknown }> => {
  try {
    await act();
  } catch (error) {
    if (isDeskError(error)) return { code: error.code, data: error.data };
    throw error;
  }
  throw new Error('it was accepted');
};

const entries = (more: Partial<DirectoryWishes> = {}) =>
  searchEntries(test.ground.db, DirectoryWishes.parse({ limit: 100, ...more })).entries;
const named = (name: string) => {
  const found = entries().find((entry) => entry.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const counts = ({ created, updated, unchanged, kept, gone }: DirectoryImportReport) => ({
  created,
  updated,
  unchanged,
  kept,
  gone,
});

describe('the public extraction', () => {
  it.each<[Variant, number]>([
    ['2018', 49],
    ['2021', 52],
    ['2026', 56],
    ['sans-savoir-faire', 52],
  ])('is read in the header of %s', async (variant, columns) => {
    const text = rppsText(variant, SMALL);
    expect(lookAtFile(NAME, bytes(text))).toEqual({
      columns,
      extractionDay: '2026-10-01',
      saysCompetences: variant !== 'sans-savoir-faire',
    });
    const session = await send(text, EVERYTHING);
    expect(await imports.compare(session)).toMatchObject({ columns, lines: 9, activities: 9, persons: 7 });
    expect(await imports.apply(clara, session)).toMatchObject({ created: 7, refused: { count: 0 } });
  });

  it('brings only the people of the département, with all their places in it', async () => {
    const report = await take(SMALL);
    expect(report).toMatchObject({ lines: 9, activities: 6, persons: 5, created: 5 });
    expect(report.warnings).toEqual({ rppsCheckDigit: { count: 0, numbers: [] }, phoneUnreadable: 1 });
    expect(named('IMAGINAIRE')).toMatchObject({
      title: 'Dr',
      givenName: 'Paul',
      profession: 'specialist',
      competences: ['Cardiologie et maladies vasculaires'],
      publicPhone: '+33465711202',
      takesNewcomers: 'unknown',
      rpps: rppsNumber(2),
      source: { kind: 'rpps', extractionDay: '2026-10-01', goneOn: null, ownParts: [] },
      places: [
        {
          name: null,
          address: '12 rue de la Gare',
          postalCode: '03300',
          commune: 'Cusset',
          departement: '03',
        },
        { name: 'CH de Vichy', commune: 'Vichy', phone: null },
      ],
    });
    expect(named('SONGÉ').places.map(({ commune }) => commune)).toEqual(['Vichy']);
    expect(named('FICTIF')).toMatchObject({
      givenName: 'Anne-Marie',
      profession: 'general-practitioner',
      competences: [],
    });
    expect(lastImport(test.ground.db)).toMatchObject({
      filter: ALLIER,
      extractionDay: '2026-10-01',
      persons: 5,
    });
  });

  it('is narrowed by commune, by name or postal code, and by profession', async () => {
    const session = await send(rppsText('2026', SMALL), {
      departements: [],
      communes: ['vichy', '43100', 'Clermont Ferrand'],
      professions: ['physiotherapist', 'pharmacist'],
    });
    await imports.apply(clara, session);
    expect(entries().map(({ name }) => name)).toEqual(['PRÉTENDU', 'SONGÉ', 'SUPPOSÉ']);
  });

  it('finds the département in the line of the post office when nothing else says it', async () => {
    await take(SMALL, { ...EVERYTHING, departements: ['75'] });
    expect(named('THÉORIQUE').places).toMatchObject([
      { postalCode: '75015', commune: 'Paris', departement: '75' },
    ]);
  });

  it('does not say of a doctor that she is a generalist when the file says no specialty', async () => {
    const session = await send(rppsText('sans-savoir-faire', SMALL));
    await imports.apply(clara, session);
    expect(named('IMAGINAIRE').profession).toBe('physician');
  });

  it('is told in the journal in the name of whoever asked for it, and Ctrl+Z does not reach behind it', async () => {
    createEntry(test.ground, clara, colleague());
    await take(SMALL);
    expect(since(test.ground.db, 0).at(-1)).toMatchObject({
      action: 'directory.imported',
      actor: 'CM',
      undoable: false,
      after: { created: 5, filter: ALLIER },
    });
    const undo = async () => undoLast(test.ground, clara, directoryCompensations);
    expect(await refusal(undo)).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });
});

describe('the same extraction again', () => {
  it('changes nothing', async () => {
    await take(SMALL);
    const before = entries();
    expect(counts(await take(SMALL))).toEqual({ created: 0, updated: 0, unchanged: 5, kept: 0, gone: 0 });
    expect(entries()).toEqual(before);
  });

  it('follows what changed, says who is named no more, and knows them again', async () => {
    await take(SMALL);
    const later = SMALL.filter(({ n }) => n !== 4).map((line) =>
      line.n === 3 ? { ...line, name: 'MARIÉE', phone: '0639981299' } : line,
    );
    const report = await take(later, ALLIER, 'PS_LibreAcces_Personne_activite_202611010000.txt');
    expect(counts(report)).toEqual({ created: 0, updated: 1, unchanged: 3, kept: 0, gone: 1 });
    expect(named('MARIÉE')).toMatchObject({ version: 2, publicPhone: '+33639981299' });
    expect(named('PRÉTENDU').source).toMatchObject({ goneOn: '2026-11-01' });
    expect(named('FICTIF').source).toMatchObject({ extractionDay: '2026-11-01' });
    await take(SMALL, ALLIER, 'PS_LibreAcces_Personne_activite_202612010000.txt');
    expect(named('PRÉTENDU').source).toMatchObject({ goneOn: null, extractionDay: '2026-12-01' });
  });

  it('for another département takes nothing for gone', async () => {
    await take(SMALL);
    expect(counts(await take(SMALL, { ...EVERYTHING, departements: ['43'] }))).toEqual({
      created: 1,
      updated: 0,
      unchanged: 0,
      kept: 0,
      gone: 0,
    });
  });

  it('keeps what the house knows by itself, and each part that it changed by hand', async () => {
    await take(SMALL);
    const zoe = named('INVENTÉE');
    const { id, version, source: _, verifiedOn: _v, verifiedBy: _b, putAwayOn: _p, ...content } = zoe;
    changeEntry(test.ground, clara, {
      id,
      version,
      entry: { ...content, publicPhone: '06 39 98 55 55', takesNewcomers: 'yes', conditions: 'le matin' },
    });
    const later = SMALL.map((line) =>
      line.n === 3 ? { ...line, name: 'MARIÉE', phone: '0639981299' } : line,
    );
    expect(counts(await take(later))).toMatchObject({ updated: 1, unchanged: 4 });
    expect(named('MARIÉE')).toMatchObject({
      publicPhone: '+33639985555',
      takesNewcomers: 'yes',
      conditions: 'le matin',
      source: { ownParts: ['publicPhone'] },
    });
  });

  it('keeps what was verified while it need not be asked again, then follows the file', async () => {
    await take(SMALL);
    verifyEntry(test.ground, clara, named('INVENTÉE'));
    const later = SMALL.map((line) => (line.n === 3 ? { ...line, phone: '0639981299' } : line));
    expect(counts(await take(later))).toMatchObject({ updated: 0, kept: 1 });
    expect(named('INVENTÉE')).toMatchObject({ publicPhone: '+33639981203', verifiedOn: '2026-11-23' });
    test.clock.set(instantOf(addDays('2026-11-23', 91), 600, 'Europe/Paris'));
    expect(counts(await take(later))).toMatchObject({ updated: 1, kept: 0 });
    expect(named('INVENTÉE')).toMatchObject({ publicPhone: '+33639981299', verifiedOn: '2026-11-23' });
  });

  it('keeps what was put away out of the way, and what was written by hand as it is', async () => {
    createEntry(test.ground, clara, colleague({ name: 'Zoé de la maison', rpps: rppsNumber(3) }));
    expect(counts(await take(SMALL))).toMatchObject({ created: 4, kept: 1 });
    putAway(test.ground, clara, { ...named('FICTIF'), away: true });
    await take(SMALL.map((line) => (line.n === 1 ? { ...line, phone: '0465711299' } : line)));
    expect(entries().some(({ name }) => name === 'FICTIF')).toBe(false);
    expect(entries({ putAway: true })).toMatchObject([{ name: 'FICTIF', publicPhone: '+33465711299' }]);
    expect(entries({ text: 'zoé' }).map(({ name, source }) => [name, source.kind])).toEqual([
      ['Zoé de la maison', 'house'],
    ]);
  });
});

describe('bad input', () => {
  const head = (text: string) => refusal(async () => lookAtFile('liste.txt', bytes(text)));

  it.each([
    ['nothing at all', '', 'empty'],
    ['an archive', 'PK\u0003\u0004…', 'archive'],
    ['the MSSanté list', 'Type de BAL|Adresse BAL|Type Identifiant PP|Identifiant PP|\n', 'mssante'],
    [
      'a ProSantéConnect extract',
      'Type d’identifiant PP|Identifiant PP|Nom de famille|Prénoms|Date de naissance|Autorité d’enregistrement|\n',
      'prosanteconnect',
    ],
    [
      'the specialties of the same publication',
      "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|Code type savoir-faire|Libellé type savoir-faire|Code savoir-faire|Libellé savoir-faire|\n",
      'other-extraction',
    ],
    ['patients', 'Code;Nom de naissance;Prénom;Date de naissance;Téléphone\n', 'patients'],
    ['something else', 'Bonjour,\n', 'unknown'],
  ])('%s is recognised and refused by name', async (_, text, reason) =>
    expect(await head(text)).toEqual({
      code: 'DIRECTORY_FILE_REFUSED',
      data: { file: 'liste.txt', reason, columns: [] },
    }),
  );

  it('a file whose accents were broken by another program is refused', async () => {
    const latin = Uint8Array.from(rppsHeader('2026'), (letter) => letter.charCodeAt(0));
    expect(await refusal(async () => lookAtFile(NAME, latin))).toMatchObject({
      data: { reason: 'not-utf8' },
    });
  });

  it('a missing column is named as the extraction names it', async () => {
    const without = rppsHeader('2026').replace("Nom d'exercice|", '');
    expect(await head(`${without}\n`)).toMatchObject({
      data: { reason: 'columns-missing', columns: ['Nom d’exercice'] },
    });
  });

  it('a file cut in the middle of a line brings nothing', async () => {
    const text = rppsText('2026', SMALL);
    expect(await refusal(() => send(text.slice(0, -60)))).toMatchObject({
      code: 'DIRECTORY_FILE_REFUSED',
      data: { file: NAME, reason: 'cut' },
    });
    expect(entries()).toEqual([]);
    // The way is free for the whole file.
    expect(counts(await take(SMALL))).toMatchObject({ created: 5 });
  });

  it('broken lines are counted and listed, the others are taken', async () => {
    const nobody = rppsLine('2026', { n: 8, name: '', given: '' });
    const unreadable = rppsLine('2026', { n: 9, name: 'A\uFFFDB', given: '' });
    const { refused, persons } = await take(['8|trop court|', ...SMALL, nobody, '', unreadable]);
    expect(refused).toEqual({
      count: 3,
      lines: [
        { line: 2, reason: 'cells' },
        { line: 12, reason: 'name-missing' },
        { line: 14, reason: 'encoding' },
      ],
    });
    expect(persons).toBe(5);
  });

  it('an RPPS number that does not add up is taken, and listed', async () => {
    const wrong = rppsNumber(1).replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    const line = rppsLine('2026', SMALL[0] as Line).replaceAll(rppsNumber(1), wrong);
    const { warnings, created } = await take([line]);
    expect([created, warnings.rppsCheckDigit]).toEqual([1, { count: 1, numbers: [wrong] }]);
  });

  it('a filter that keeps more people than a desk can find at each key is refused while reading', () => {
    const reader = createReader(NAME, EVERYTHING, 2);
    expect(() => reader.take(bytes(rppsText('2026', SMALL)), true)).toThrow('DIRECTORY_TOO_LARGE');
  });

  it('a second import while one runs is refused; one that was given up is not in the way', async () => {
    const first = await imports.begin(NAME, ALLIER);
    expect(await refusal(() => imports.begin(NAME, ALLIER))).toEqual({
      code: 'BUSY',
      data: { with: 'directory-import' },
    });
    test.clock.set(test.clock.now() + 61_000);
    await imports.begin(NAME, ALLIER);
    expect(await refusal(async () => imports.stop(first.session))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('half a file is not applied', async () => {
    const { session } = await imports.begin(NAME, ALLIER);
    await imports.addChunk(session, bytes(rppsText('2026', SMALL)), false);
    expect(await refusal(() => imports.apply(clara, session))).toMatchObject({
      code: 'CONFLICT',
      data: { reason: 'file-not-whole' },
    });
  });
});

/** Enough people for several batches. */
const MANY: readonly Line[] = Array.from({ length: 1_500 }, (_, i) => ({
  n: 1_000 + i,
  name: `FICTIF${i}`,
  given: 'ANNE',
  postalCode: '03200',
  commune: 'VICHY',
}));

describe('an import that does not come to its end', () => {
  const rows = (): number =>
    get<{ n: number }>(test.ground.db, 'SELECT count(*) AS n FROM directory_entries')?.n ?? 0;

  it('is stopped while it is written, and leaves everything as before', async () => {
    const session = await send(rppsText('2026', MANY), ALLIER, NAME, DIRECTORY_PIECE);
    const journal = since(test.ground.db, 0, 5_000).length;
    const steps: string[] = [];
    const follow = (async () => {
      for await (const { step, done } of imports.progress(session, undefined)) {
        steps.push(step);
        if (step === 'writing' && done > 0) imports.stop(session);
      }
    })();
    expect(await refusal(() => imports.apply(clara, session))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'import-stopped' },
    });
    await follow;
    expect(steps.at(-1)).toBe('stopped');
    expect([rows(), entries(), since(test.ground.db, 0, 5_000).length]).toEqual([0, [], journal]);
    expect(counts(await take(SMALL))).toMatchObject({ created: 5 });
  });

  it('nobody sees anything of it before all of it is there', async () => {
    const session = await send(rppsText('2026', MANY), ALLIER, NAME, DIRECTORY_PIECE);
    const seen: number[] = [];
    const follow = (async () => {
      for await (const { step } of imports.progress(session, undefined))
        if (step === 'writing')
          seen.push(get<{ n: number }>(test.ground.db, 'SELECT count(*) AS n FROM directory_seen')?.n ?? -1);
    })();
    expect(await imports.apply(clara, session)).toMatchObject({ created: 1_500 });
    await follow;
    expect(new Set(seen)).toEqual(new Set([0]));
    expect(get(test.ground.db, 'SELECT count(*) AS n FROM directory_seen')).toEqual({ n: 1_500 });
  });

  it('is swept by the next one when the machine was cut off in the middle', async () => {
    const db = test.ground.db as unknown as { exec(sql: string): void };
    db.exec(`INSERT INTO directory_imports (id, at, wanted, persons, created, updated, unchanged, kept, gone)
               VALUES (77, 1, '{}', 0, 0, 0, 0, 0, 0);
             INSERT INTO directory_entries (version, kind, title, name, given_name, profession, takes_newcomers,
               takes_unscheduled, source, national_id, import_id, own_parts, fingerprint, created_at)
               VALUES (1, 'person', '', 'Coupé', '', 'nurse', 'unknown', 'unknown', 'rpps', '8${rppsNumber(3)}', 77, '', 'x', 1)`);
    expect(entries()).toEqual([]);
    expect(counts(await take(SMALL))).toMatchObject({ created: 5 });
    expect(all(test.ground.db, 'SELECT 1 FROM directory_imports WHERE published_at IS NULL')).toEqual([]);
  });

  it('finds the disk full: nothing of it is shown, and the next one has the room that it left', async () => {
    createEntry(test.ground, clara, colleague());
    const { file } = test.ground;
    if (file === null) throw new Error('no file');
    const reader = createReader(NAME, ALLIER);
    reader.take(bytes(rppsText('2026', MANY)), true);
    const db = openFile(file.database, file.key, { mustExist: true }) as WriteDb;
    const { create } = planFor(db, reader.reading().people, ALLIER, '2026-11-23');
    const full = (db.pragma('page_count', { simple: true }) as number) + 20;
    db.pragma(`max_page_count = ${full}`);
    let written = 0;
    const tick = (people: number): void => {
      written += people;
    };
    const staging = () => stage(db, create, { now: 1, filter: ALLIER, extractionDay: null, tick });
    expect(staging).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
    expect(written).toBeGreaterThan(0);
    expect(entries().map(({ name }) => name)).toEqual(['Fictif']);
    sweep(db);
    db.close();
    expect(rows()).toBe(1);
    expect(counts(await take(MANY))).toMatchObject({ created: 1_500 });
  });
});
