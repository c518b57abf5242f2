/**
 * Patient search, keystroke by keystroke, in an encrypted file of 30,000 fictitious people.
 * Alone: `npx node tests/bench/patient-search.ts [people]`. The ratio is against the least that SQLite can do: one prepared
 * statement that reads the same number of rows through an index.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { all, type ReadDb } from '../../src/main/core/db.ts';
import { createGround } from '../../src/main/core/ground.ts';
import { migrate } from '../../src/main/core/migrate.ts';
import { openFile } from '../../src/main/core/open-file.ts';
import { likelyDuplicates, searchPatients, warmSearch } from '../../src/main/patients/service.ts';
import { applyImport, type ImportedPatient } from '../../src/main/patients/store.ts';
import { programCall } from '../support/ground.ts';
import { measure, type Timing } from './measure.ts';

const FAMILY =
  'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefevre Faure Andre Mercier Blanc Guerin Boyer Garnier Chevalier Francois Legrand Gauthier Garcia Perrin Robin Clement Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noel Meyer Dufour Meunier Brun Blanchard Giraud Joly Riviere Lucas Brunet Gaillard Barbier Arnaud Martinez Gerard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoit Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty'.split(
    ' ',
  );
const GIVEN =
  'Marie Jean Jeanne Pierre Françoise Michel Monique Catherine André Nathalie Philippe Isabelle Jacques Sylvie Louis Anne Alain Martine Bernard Nicole Claude Sophie Daniel Christine Robert Valérie Christian Sandrine Henri Stéphanie Patrick Céline Nicolas Julie Thierry Aurélie Olivier Émilie Sébastien Camille Julien Léa Thomas Manon Alexandre Chloé Maxime Emma Lucas Jade Hugo Louise Gabriel Alice Jules Lina Adam Rose Raphaël Anna Arthur Mila Noé Zoé Théo Inès Ethan Éléonore Gaël Hélène Loïc Maëlle Yves Odile Émérence Anicée Josse Savinien Nathanaël Amalthée Basilisse Albéric'.split(
    ' ',
  );
const LINES = ['199', '261', '353', '465', '536'].map(
  (area, i) => `+33${area}${['00', '91', '01', '71', '49'][i] ?? ''}`,
);

/** Always the same chance: a run can be compared with the one before. */
const chance = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
};

/** The first of a list are the most frequent, as names are. */
const frequent = <T>(list: readonly T[], random: number): T =>
  list[Math.floor(random ** 1.6 * list.length)] as T;

export const fictitiousPeople = (count: number, seed = 1): ImportedPatient[] => {
  const random = chance(seed);
  const digits = (n: number): string => String(Math.floor(random() * 10 ** n)).padStart(n, '0');
  return Array.from({ length: count }, (_, i) => {
    const family = frequent(FAMILY, random());
    const particle = random();
    const given = frequent(GIVEN, random());
    const day = Temporal.PlainDate.from('1930-01-01')
      .add({ days: Math.floor(random() * 35_000) })
      .toString();
    const phones = [
      ...(random() < 0.75 ? [{ e164: `+3363998${digits(4)}`, kind: 'mobile' as const }] : []),
      ...(random() < 0.6
        ? [
            {
              e164: `${LINES[Math.floor(random() * LINES.length)] ?? ''}${digits(4)}`,
              kind: 'landline' as const,
            },
          ]
        : []),
    ];
    return {
      sourceCode: `B${i}`,
      patient: {
        birthName:
          particle < 0.03
            ? `de ${family}`
            : particle < 0.06
              ? `${family}-${frequent(FAMILY, random())}`
              : family,
        usedName: random() < 0.25 ? frequent(FAMILY, random()) : null,
        givenNames: random() < 0.1 ? `${given}-${frequent(GIVEN, random())}` : given,
        usedGivenName: null,
        birth: { precision: 'day', value: day },
        sex: random() < 0.5 ? 'female' : 'male',
        identity: 'provisional',
        phones,
        email: null,
        address: null,
        postalCode: '03200',
        city: 'Vichy',
        attendingDoctor: { kind: 'unknown' },
        needs: [],
        note: null,
      },
    };
  });
};

/** What a receptionist types to find these people, every intermediate text included. */
export const keystrokes = (people: readonly ImportedPatient[], seed = 2): string[] => {
  const random = chance(seed);
  return people.flatMap(({ patient: p }) => {
    const [y = '', m = '', d = ''] = (p.birth.value ?? '').split('-');
    const phone = p.phones[0] ? `0${p.phones[0].e164.slice(3)}` : '0639984512';
    const ways = [
      `${p.birthName.slice(0, 3)} ${p.givenNames.slice(0, 3)} ${y}`,
      `${p.givenNames.slice(0, 3)} ${p.birthName.slice(0, 4)}`,
      `${p.birthName} ${p.givenNames}`,
      `${p.birthName.slice(0, 2)} ${p.givenNames.slice(0, 2)} ${d}/${m}/${y}`,
      `${d}/${m}/${y.slice(2)}`,
      `${d}${m}${y} ${p.birthName.slice(0, 3)}`,
      phone,
      phone.replace(/(\d\d)(?=\d)/g, '$1 '),
      phone.slice(-4),
      `${p.birthName.slice(0, 3)} ${phone.slice(-4)}`,
      `${p.birthName.slice(0, 1)} ${p.givenNames.slice(0, 1)}`,
    ];
    const text = ways[Math.floor(random() * ways.length)] ?? '';
    return Array.from(text, (_, i) => text.slice(0, i + 1));
  });
};

export interface PatientSearchBench {
  readonly people: number;
  readonly search: Timing;
  /** One indexed statement over the same table, 13 rows. */
  readonly bare: Timing;
  /** Processor time of one keystroke on average, in ms: hardly disturbed by what else the machine does. */
  readonly cpu: number;
  /** p95 against p95. */
  readonly ratio: number;
  readonly slowest: readonly string[];
}

/** On any open desk file: types as a receptionist would to find some of these people. */
export const benchPatientSearch = (
  db: ReadDb,
  people: readonly ImportedPatient[],
  searches = 300,
): PatientSearchBench => {
  const step = Math.max(1, Math.floor(people.length / searches));
  const texts = keystrokes(people.filter((_, i) => i % step === 0));
  for (const text of texts.slice(0, 100)) searchPatients(db, { text, limit: 12 });
  const bareOf = (text: string) =>
    all(
      db,
      `SELECT p.* FROM patient_names n JOIN patients p ON p.id = n.patient_id
        WHERE n.name_key >= ? ORDER BY n.name_key LIMIT 13`,
      [text.slice(0, 3).toUpperCase()],
    );
  const bare = measure(texts, bareOf);
  const slow: [number, string][] = [];
  const before = process.threadCpuUsage();
  const search = measure(texts, (text) => {
    const start = performance.now();
    searchPatients(db, { text, limit: 12 });
    slow.push([performance.now() - start, text]);
  });
  const used = process.threadCpuUsage(before);
  slow.sort((a, b) => b[0] - a[0]);
  return {
    people: people.length,
    search,
    bare,
    cpu: (used.user + used.system) / 1000 / texts.length,
    ratio: search.p95 / bare.p95,
    slowest: slow.slice(0, 8).map(([ms, text]) => `${ms.toFixed(1)} ms « ${text} »`),
  };
};

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const alone = async (): Promise<void> => {
  const count = Number(process.argv[2] ?? 30_000);
  const folder = mkdtempSync(join(tmpdir(), 'parvis-bench-'));
  try {
    const path = join(folder, 'parvis.db');
    const db = openFile(path, randomBytes(32));
    migrate(db, 0);
    const ground = createGround(db, { now: () => 0 });
    const people = fictitiousPeople(count);
    const started = performance.now();
    ground.write(programCall, (tx) => {
      applyImport(tx.db, people, tx.now);
      tx.record({ action: 'bench.filled', rows: [] });
    });
    const filled = performance.now() - started;
    db.pragma('wal_checkpoint(TRUNCATE)');
    const before = heap();
    const warming = performance.now();
    await warmSearch(db);
    const warmed = performance.now() - warming;
    const result = benchPatientSearch(db, people);
    const pairsStarted = performance.now();
    const pairs = (await likelyDuplicates(db, 500)).length;
    console.log(
      JSON.stringify(
        {
          ...result,
          fillMs: Math.round(filled),
          warmMs: Math.round(warmed),
          heapMB: Math.round((heap() - before) / 1e6),
          fileMB: Math.round(statSync(path).size / 1e6),
          likelyDuplicates: { pairs, ms: Math.round(performance.now() - pairsStarted) },
        },
        null,
        2,
      ),
    );
    db.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (import.meta.main) await alone();
