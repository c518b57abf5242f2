import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importOverrides } from '../../scripts/floors/biome.ts';
import { violations } from '../../scripts/floors/graph.ts';
import { AREA_FLOORS, AREAS, ZONES } from '../../scripts/floors/table.ts';

const root = join(import.meta.dirname, '../..');
const fixtures = globSync(join(import.meta.dirname, 'fixtures/*.txt'))
  .sort()
  .map((path) => {
    const [file, breaks, ...code] = readFileSync(path, 'utf8').split('\n');
    return {
      title: basename(path, '.txt').replaceAll('-', ' '),
      file: file?.replace('// file: ', '') ?? '',
      breaks: breaks?.replace('// breaks: ', '') ?? '',
      code: code.join('\n'),
    };
  });

/** What the house allows, each written as its own file would write it. */
const ALLOWED: readonly { readonly file: string; readonly code: string }[] = [
  {
    file: 'src/contract/agenda.ts',
    code: "import * as z from 'zod';\nimport { Day } from './time.ts';\nexport const x = z.array(Day);",
  },
  { file: 'src/contract/agenda/board.ts', code: "export { Day } from '../time.ts';" },
  { file: 'src/contract/time.test.ts', code: "import { it } from 'vitest';\nexport const test = it;" },
  {
    file: 'src/main/core/db.ts',
    code: "import Database from 'better-sqlite3';\nexport const open = Database;",
  },
  {
    file: 'src/main/agenda/rules.ts',
    code: "export { overlaps } from '../../contract/time.ts';\nexport { hoursOn } from '../practice/rules.ts';\nexport { slots } from './rules/slots.ts';",
  },
  {
    file: 'src/main/agenda/rules/slots.ts',
    code: "export { overlaps } from '../../../contract/time.ts';\nexport { hoursOn } from '../../practice/rules/hours.ts';\nexport { cut } from './cut.ts';",
  },
  {
    file: 'src/main/agenda/rules.test.ts',
    code: "import fc from 'fast-check';\nexport const property = fc;",
  },
  {
    file: 'src/main/agenda/service.ts',
    code: "export { find } from '../patients/service.ts';\nexport { write } from '../core/journal.ts';\nexport { claims } from './store.ts';\nexport { agenda } from '../../contract/agenda.ts';",
  },
  { file: 'src/main/refusals/service.ts', code: "export { close } from '../requests/service.ts';" },
  {
    file: 'src/main/waitlist/service.ts',
    code: "export { weigh } from '../criteria/rules.ts';\nexport { policies } from '../refusals/service.ts';",
  },
  {
    file: 'src/main/desk.ts',
    code: "export { agenda } from './agenda/api.ts';\nexport { refusals } from './refusals/api.ts';",
  },
  {
    file: 'src/main/hosts/http.ts',
    code: "export { openDesk } from '../desk.ts';\nexport { errors } from '../../contract/errors.ts';",
  },
  {
    file: 'src/main/shell/window.ts',
    code: "import { BrowserWindow } from 'electron';\nexport { csp } from '../hosts/csp.ts';\nexport const open = BrowserWindow;",
  },
  {
    file: 'src/preload/index.ts',
    code: "import { contextBridge } from 'electron';\nexport const bridge = contextBridge;",
  },
  {
    file: 'src/renderer/src/agenda/board.tsx',
    code: "import { useState } from 'react';\nexport { Day } from '../../../contract/time.ts';\nexport { Button } from '../ui/button.tsx';\nexport const state = useState;",
  },
];

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string | { readonly file: string } };
}

describe('the floors of the house', () => {
  let folder = '';
  /** Numbered folders that Biome found at fault, each a little house with one file in it. */
  const atFault = new Set<string>();

  // One run over all files: Biome matches paths from its configuration's folder, so each case gets its own copy.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parvis-floors-'));
    const houses = [...fixtures, ...ALLOWED];
    const overrides = importOverrides(ZONES) as { includes: string[] }[];
    for (const [index, { file, code }] of houses.entries()) {
      const path = join(folder, `h${index}`, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, code);
    }
    const within = (glob: string, house: string): string =>
      glob.startsWith('!') ? glob : `${house}/${glob}`;
    writeFileSync(
      join(folder, 'biome.json'),
      JSON.stringify({
        root: true,
        linter: { rules: { preset: 'none' } },
        overrides: overrides.map((entry) => ({
          ...entry,
          includes: entry.includes.map((glob) => within(glob, '*')),
        })),
      }),
    );
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/@biomejs/biome/bin/biome'),
        'lint',
        '--reporter=json',
        '--max-diagnostics=none',
        '.',
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    for (const { category, location } of (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics) {
      const path = typeof location.path === 'string' ? location.path : location.path.file;
      if (category === 'lint/style/noRestrictedImports')
        atFault.add(path.replace(/^\.\//, '').split('/')[0] ?? '');
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(fixtures.map((fixture, index) => ({ ...fixture, index })))(
    'are closed, in the check and while typing, when $title',
    ({ file, code, breaks, index }) => {
      expect(violations(file, code).map(({ what }) => what)).toEqual([breaks]);
      expect(violations(file, code)[0]?.reason).toMatch(/\.$/);
      expect([...atFault]).toContain(`h${index}`);
    },
  );

  it.each(ALLOWED.map((allowed, index) => ({ ...allowed, index: fixtures.length + index })))(
    'let through what $file needs',
    ({ file, code, index }) => {
      expect(violations(file, code)).toEqual([]);
      expect([...atFault]).not.toContain(`h${index}`);
    },
  );

  it('stand in the order of the design', () => {
    expect(AREA_FLOORS.map((names) => names.join(' '))).toEqual([
      'core',
      'people practice patients paper texts',
      'directory',
      'agenda',
      'requests',
      'urgency redirections',
      'unscheduled',
      'refusals criteria',
      'waitlist',
      'trail',
      'exchange indicators messages privacy handover fallback salvage',
      'demo',
    ]);
    expect(new Set(AREAS).size).toBe(AREAS.length);
  });

  it('follow a path to the file that it names, however it is written', () => {
    const written = "export { x } from '../agenda/../refusals/../criteria/rules.ts';";
    expect(violations('src/main/refusals/service.ts', written).map(({ line }) => line)).toEqual([1]);
  });

  it('also hold for a worker that is started by its address', () => {
    const code = "\nexport const url = new URL('../messages/print.worker.ts', import.meta.url);";
    expect(
      violations('src/main/exchange/service.ts', code).map(({ line, what }) => ({ line, what })),
    ).toEqual([{ line: 2, what: '../messages/print.worker.ts' }]);
  });
});

describe('rules and contract', () => {
  it.each([
    ['export const x = Date.now();', 'Date.now'],
    ['export const x = new Date();', 'new Date()'],
    ['export const x = new Date(0);', 'new Date'],
    ['export const x = Math.random();', 'Math.random'],
    ['export const x = Temporal.Now.instant();', 'Temporal.Now'],
    ['export const x = crypto.randomUUID();', 'crypto'],
    ['export const x = performance.now();', 'performance'],
    ['export const x = globalThis.setTimeout;', 'globalThis'],
  ])('take clock and chance as arguments: %s', (code, what) => {
    for (const file of ['src/main/agenda/rules.ts', 'src/main/agenda/rules/slots.ts', 'src/contract/time.ts'])
      expect(violations(file, code).map((found) => found.what)).toEqual([what]);
    expect(violations('src/main/agenda/rules.test.ts', code)).toEqual([]);
  });

  it('and no service reads the machine’s clock, only core does', () => {
    const code = 'export const x = Date.now();';
    expect(violations('src/main/agenda/service.ts', code).map(({ what }) => what)).toEqual(['Date.now']);
    expect(violations('src/main/core/clock.ts', code)).toEqual([]);
  });
});

it('a file that outgrows its name is told to become a folder', () => {
  expect(violations('src/main/agenda/service.ts', '\n'.repeat(450))).toEqual([]);
  expect(violations('src/main/agenda/service.ts', '\n'.repeat(451)).map(({ what }) => what)).toEqual([
    '451 lines',
  ]);
});

it('biome.floors.json is written from the table', () => {
  const written = JSON.parse(readFileSync(join(root, 'biome.floors.json'), 'utf8')) as { overrides: unknown };
  expect(written.overrides).toEqual(JSON.parse(JSON.stringify(importOverrides(ZONES))));
});
