/**
 * `npm run bench`: the budgets of the design, each beside the same work without Parvis in the same run. A table, then one
 * line of JSON. A budget that is missed is said, never thrown: how fast a machine is, is no test.
 *
 * `npm run bench -- listes écran` runs only those that are named. To add a measure, write a function that returns `Figure`s and register it in BENCHES.
 */
import { cpus, loadavg } from 'node:os';
import { benchAgenda } from './agenda.ts';
import { benchCopying } from './copying.ts';
import { type GrownHouse, grownHouse } from './grow.ts';
import { type Figure, figure } from './measure.ts';
import { benchPatientSearch, fictitiousPeople } from './patient-search.ts';
import { benchScreen } from './screen.ts';
import { benchTakeOver } from './take-over.ts';
import { benchWaitlistRank } from './waitlist-rank.ts';

interface Bench {
  readonly name: string;
  run(house: GrownHouse): Figure[] | Promise<Figure[]>;
}

const withFile = (house: GrownHouse, work: (db: ReturnType<GrownHouse['open']>) => Figure[]): Figure[] => {
  const db = house.open();
  try {
    return work(db);
  } finally {
    db.close();
  }
};

const BENCHES: readonly Bench[] = [
  {
    name: 'patients',
    run: (house) =>
      withFile(house, (db) => {
        const { search, bare } = benchPatientSearch(db, fictitiousPeople(30_000));
        return [
          figure('recherche de patient, par frappe', 10, search, {
            what: 'une lecture d’index',
            measured: bare,
          }),
        ];
      }),
  },
  { name: 'reprise', run: benchTakeOver },
  { name: 'agenda', run: (house) => withFile(house, benchAgenda) },
  { name: 'listes', run: benchWaitlistRank },
  // These take the house's file as their data folder.
  { name: 'sauvegarde', run: benchCopying },
  { name: 'écran', run: benchScreen },
];

const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);

const row = ({ what, unit, measured, budget, against }: Figure): string[] => [
  what,
  `${shown(measured.p50)} ${unit}`,
  `${shown(measured.p95)} ${unit}`,
  measured.cpu ? `${shown(measured.cpu.p95)} ms` : '',
  budget === null ? '' : `${budget} ${unit}`,
  budget === null
    ? ''
    : measured.p95 <= budget
      ? 'tenu'
      : `dépassé de ${shown(measured.p95 - budget)} ${unit}`,
  against ? `${shown(against.ratio)} × ${against.what} (${shown(against.measured.p95)} ${unit})` : '',
];

const table = (figures: readonly Figure[]): string => {
  const rows = [
    ['', 'médiane', 'p95', 'dont processeur', 'budget', '', 'rapport (p95)'],
    ...figures.map(row),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** `npm run bench -- listes`: those that are named, or all. */
const named = process.argv.slice(2);
const wanted = BENCHES.filter(({ name }) => named.length === 0 || named.includes(name));

const house = grownHouse((line) => console.error(line));
try {
  const figures: Figure[] = [];
  for (const bench of wanted) {
    console.error(`bench: ${bench.name}`);
    figures.push(...(await bench.run(house)));
  }
  const load = loadavg()[0] ?? 0;
  console.log(table(figures));
  if (load > cpus().length)
    console.log(
      `Machine occupée (charge ${load.toFixed(1)} pour ${cpus().length} cœurs) : lire le temps de processeur, pas le temps écoulé.`,
    );
  console.log(
    JSON.stringify({
      node: process.version,
      cpus: cpus().length,
      load,
      figures: figures.map((f) => ({ ...f, met: f.budget === null ? null : f.measured.p95 <= f.budget })),
    }),
  );
} finally {
  house.remove();
}
