/**
 * `npm run floors` writes the import rules of the table into biome.floors.json; without `--write`, says whether they are up to
 * date and whether every file of src/ keeps the floors, rules stay pure, and no file is too long.
 */
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importOverrides } from './floors/biome.ts';
import { violations } from './floors/graph.ts';
import { AREAS, ZONES } from './floors/table.ts';

const root = join(import.meta.dirname, '..');
const floorsFile = join(root, 'biome.floors.json');
const overrides = importOverrides(ZONES);

const sources = (): string[] =>
  globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/** Folders of src/main that the table does not know would stand outside the house. */
const unknownAreas = (): string[] =>
  readdirSync(join(root, 'src/main'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && ![...AREAS, 'desk', 'hosts', 'shell'].includes(entry.name))
    .map(
      ({ name }) =>
        `src/main/${name}: no floor. Write it into scripts/floors/table.ts, then \`npm run floors\`.`,
    );

if (process.argv.includes('--write')) {
  // One override a line: Biome does not format this file.
  const lines = overrides.map((entry) => JSON.stringify(entry)).join(',\n');
  writeFileSync(floorsFile, `{ "overrides": [\n${lines}\n] }\n`);
} else {
  const problems = unknownAreas();
  const written = JSON.parse(readFileSync(floorsFile, 'utf8')) as { overrides?: unknown };
  if (JSON.stringify(written.overrides) !== JSON.stringify(overrides))
    problems.push(
      'biome.floors.json: its import rules are not those of scripts/floors/table.ts. Run `npm run floors`.',
    );
  for (const file of sources())
    for (const { line, what, reason } of violations(file, readFileSync(join(root, file), 'utf8')))
      problems.push(`${file}:${line}: ${what}: ${reason}`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
}
