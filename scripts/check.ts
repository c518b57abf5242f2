/** `npm run check`: types, lint, import rules, formatting, French typography. Runs them all, so that one run shows everything. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (path: string): string => join(root, 'node_modules', path);

// Without a terminal, Biome would still paint every character.
const PLAIN = process.stdout.isTTY ? [] : ['--colors=off'];

const STEPS: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '-b'] },
  {
    name: 'lint and formatting',
    args: [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '--reporter=concise', ...PLAIN, '.'],
  },
  { name: 'floors', args: [join(root, 'scripts/floors.ts')] },
  { name: 'typography', args: [join(root, 'scripts/typography.ts')] },
];

const failed = STEPS.filter(({ args }) => {
  const { status } = spawnSync(process.execPath, [...args], { cwd: root, stdio: 'inherit' });
  return status !== 0;
}).map(({ name }) => name);

console.log(failed.length === 0 ? 'check: all good' : `check: failed in ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
