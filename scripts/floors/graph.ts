/** The floors, followed to the files that imports really name; clock and chance; length. */
import { dirname, matchesGlob, posix } from 'node:path';
import { isNode, lineAt, type Node, parsed, walk } from '../source.ts';
import { CLOCKED_FILES, MAX_LINES, PURE_FILES, type Target, ZONES } from './table.ts';

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly reason: string;
}

/** Whether a file is among globs, where `!` takes out and a later word counts. */
export const among = (file: string, globs: readonly string[]): boolean =>
  globs.reduce(
    (inside, glob) =>
      glob.startsWith('!') ? inside && !matchesGlob(file, glob.slice(1)) : inside || matchesGlob(file, glob),
    false,
  );

const text = (value: unknown): string | null =>
  isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : null;

const isIdentifier = (value: unknown, name: string): boolean =>
  isNode(value) && value.type === 'Identifier' && value['name'] === name;

/** Everything that a node loads: imports and re-exports, types too, `import()`, `require()`, `new URL('./x', import.meta.url)`. */
const loaded = (node: Node): string | null => {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return text(node['source']) ?? text(node['argument']);
    case 'NewExpression': {
      const [first, second] = node['arguments'] as unknown[];
      const fromHere =
        isNode(second) &&
        second.type === 'MemberExpression' &&
        isNode(second['object']) &&
        second['object'].type === 'MetaProperty';
      return isIdentifier(node['callee'], 'URL') && fromHere ? text(first) : null;
    }
    case 'CallExpression':
      return isIdentifier(node['callee'], 'require') ? text((node['arguments'] as unknown[])[0]) : null;
    default:
      return null;
  }
};

/** `main/agenda/service` for a path of ours under `src/`, null for a package or for what lies outside `src/`. */
const underSrc = (file: string, written: string): string | null => {
  if (!written.startsWith('.')) return null;
  const target = posix.normalize(posix.join(dirname(file), written));
  return target.startsWith('src/') ? target.slice(4).replace(/\.(tsx?|js)$/, '') : null;
};

const within = (target: string, folder: string): boolean =>
  target === folder || target.startsWith(`${folder}/`);

const names = (target: Target, file: string, written: string): boolean => {
  const here = underSrc(file, written);
  if ('path' in target) return here !== null && within(here, target.path);
  if ('rulesOf' in target) return here !== null && within(here, `main/${target.rulesOf}/rules`);
  if (written.startsWith('.')) return false;
  if (target.package === 'node:') return written.startsWith('node:');
  return written === target.package || written.startsWith(`${target.package}/`);
};

const importReason = (file: string, written: string): string | null => {
  const zone = ZONES.findLast(({ files }) => among(file, files));
  if (!zone) return null;
  const denial = zone.deny.find(({ targets }) => targets.some((target) => names(target, file, written)));
  if (denial) return denial.reason;
  if (zone.only && !zone.only.targets.some((target) => names(target, file, written))) return zone.only.reason;
  return null;
};

const member = (node: Node, object: string, property: string): boolean =>
  node.type === 'MemberExpression' &&
  isIdentifier(node['object'], object) &&
  isIdentifier(node['property'], property);

/** Reads the machine's clock, or throws dice. */
const ambient = (node: Node): string | null => {
  if (member(node, 'Date', 'now')) return 'Date.now';
  if (member(node, 'Math', 'random')) return 'Math.random';
  if (member(node, 'Temporal', 'Now')) return 'Temporal.Now';
  if (
    node.type === 'NewExpression' &&
    isIdentifier(node['callee'], 'Date') &&
    (node['arguments'] as unknown[]).length === 0
  )
    return 'new Date()';
  return null;
};

/** Beyond the clock: a `Date` counts in the machine's zone, the rest is chance or the world outside. */
const impure = (node: Node): string | null => {
  if (node.type === 'NewExpression' && isIdentifier(node['callee'], 'Date')) return 'new Date';
  if (node.type === 'CallExpression' && isIdentifier(node['callee'], 'Date')) return 'Date()';
  if (node.type === 'MemberExpression')
    for (const name of ['Date', 'crypto', 'performance', 'process', 'globalThis'])
      if (isIdentifier(node['object'], name)) return name;
  return null;
};

/** What a source file breaks. `file` is its path from the repository's root, with `/`. */
export const violations = (file: string, source: string): Violation[] => {
  const found: Violation[] = [];
  const program = parsed(file, source);
  const add = (node: Node, what: string, reason: string) =>
    found.push({ file, line: lineAt(source, node.start), what, reason });

  if (typeof program === 'string') return [{ file, line: 1, what: 'syntax', reason: program }];
  const pure = among(file, PURE_FILES);
  const clocked = pure || among(file, CLOCKED_FILES);
  for (const node of walk(program)) {
    const written = loaded(node);
    if (written !== null) {
      const reason = importReason(file, written);
      if (reason) add(node, written, reason);
    }
    const clock = clocked ? ambient(node) : null;
    if (clock)
      add(
        node,
        clock,
        pure
          ? 'A rule takes `now` and chance as arguments.'
          : 'Take `now` from the desk’s clock, so that a test can fix it.',
      );
    else if (pure) {
      const what = impure(node);
      if (what)
        add(node, what, 'The contract and the rules are pure, in any zone: use Temporal and arguments.');
    }
  }
  const lines = source.split('\n').length - 1;
  if (lines > MAX_LINES)
    found.push({
      file,
      line: lines,
      what: `${lines} lines`,
      reason: `Over ${MAX_LINES} lines: make it a folder of the same name.`,
    });
  return found;
};
