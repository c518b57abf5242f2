/**
 * `npm run attacks`: is each defence of docs/spec/loopback.md what stops its attack? One at a time it is taken away in a copy
 * of the sources, the attacks are played against that desk, and those that are answered otherwise are named. With every
 * defence in place none may be; with one taken away, exactly those that it is there for. Minutes: by hand, not in `npm test`.
 * `npm run attacks -- origin` plays the defences whose name holds that word.
 */
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DEFENCES, type Defence, type Removal } from './attacks-seen/defences.ts';

interface Played {
  readonly name: string;
  readonly answer: string;
  readonly got: string;
}

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** The sources, with the transport's own package beside them so that it can be changed too. */
const copyOfSources = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'parvis-attacks-'));
  for (const part of ['src', 'tests', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  const modules = join(copy, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => one !== '@orpc'))
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  cpSync(join(root, 'node_modules/@orpc'), join(modules, '@orpc'), { recursive: true });
  return copy;
};

/** @throws Error unless what is to be taken away is there exactly once. @returns how to put it back */
const remove = (copy: string, { file, find, put }: Removal): (() => void) => {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const found = text.split(find).length - 1;
  if (found !== 1) throw new Error(`${file} holds « ${find} » ${found} times: the defence has moved`);
  writeFileSync(
    path,
    text.replace(find, () => put),
  );
  return () => writeFileSync(path, text);
};

const play = async (copy: string, only: readonly string[]): Promise<Played[]> => {
  const { stdout } = await run(process.execPath, [join(copy, 'tests/api/attacks/play.ts'), ...only], {
    cwd: copy,
    maxBuffer: 1 << 24,
  });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{"name"'))
    .map((line) => JSON.parse(line) as Played);
};

const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 59)}…` : name);

/** @returns whether exactly the attacks that this defence stops were answered otherwise */
const seen = async (copy: string, { name, removals, stops, alone }: Defence): Promise<boolean> => {
  const undo = removals.map((removal) => remove(copy, removal));
  try {
    const played = await play(copy, alone ? stops : []);
    const through = played.filter(({ answer, got }) => got !== answer);
    const missed = stops.filter((part) => !through.some((one) => one.name.includes(part)));
    const others = through.filter((one) => !stops.some((part) => one.name.includes(part)));
    console.log(`\n${name}: taken away, ${through.length} of ${played.length} attacks answered otherwise`);
    for (const one of through)
      console.log(`  ${short(one.name)}\n    ${one.answer}  →  ${one.got.slice(0, 100)}`);
    for (const part of missed) console.log(`  STILL STOPPED: ${part}`);
    for (const other of others) console.log(`  NOT EXPECTED: ${short(other.name)}`);
    return missed.length === 0 && others.length === 0;
  } finally {
    for (const back of undo.toReversed()) back();
  }
};

const words = process.argv.slice(2);
const chosen = DEFENCES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const copy = copyOfSources();
try {
  const inPlace: Defence = { name: 'nothing', removals: [], stops: [] };
  const verdicts = [await seen(copy, inPlace)];
  for (const defence of chosen) verdicts.push(await seen(copy, defence));
  const held = verdicts.filter(Boolean).length;
  console.log(`\n${held} of ${verdicts.length} as the table says`);
  if (held < verdicts.length) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
