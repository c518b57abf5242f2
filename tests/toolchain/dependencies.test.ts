import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Names in the first column of the table of ADR 0002. */
const explained = (): string[] =>
  read('docs/adr/0002-stack.md')
    .split('\n')
    .flatMap(
      (line) =>
        /^\| (`[^|]+`) \|/
          .exec(line)?.[1]
          ?.matchAll(/`([^`]+)`/g)
          .toArray() ?? [],
    )
    .flatMap(([, name]) => name ?? []);

it('each package that Parvis installs has its reason, and none is explained that is not installed', () => {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const installed = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  expect(explained().sort()).toEqual(installed.sort());
});

it('the lock names no registry', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
});
