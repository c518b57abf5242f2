// Loaded before every entry (`node --import ./scripts/node26.mjs …`), in plain JavaScript so that an old Node can
// read it. Parvis needs Node 26 (Temporal, TypeScript without a build); the SQLite driver even crashes Node 20.
// Node 26 comes with `npm ci` as an optional package. npm 11 puts it on the path of `npm run`; npm 10 removes the
// link again when it discards the other platforms' packages, so it is put back here and the command starts over.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 26;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const major = (version) => Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);

/** Path of the Node 26 that `npm ci` installed for this machine, or null. */
function installedNode() {
  const target = `${process.platform}-${process.arch}`;
  for (const name of [`node-${target}`, `node-bin-${target}`]) {
    const folder = join(root, 'node_modules', name);
    const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (!existsSync(file)) continue;
    if (major(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version) >= NEEDED) return file;
  }
  return null;
}

/** Puts `node_modules/.bin/node` back where npm 10 dropped it, so that `npx vitest` finds Node 26 as well. */
function restoreLink(file) {
  const link = join(root, 'node_modules', '.bin', 'node');
  if (process.platform === 'win32' || existsSync(link)) return;
  try {
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), file), link);
  } catch {
    // A read-only checkout: this command still runs below, only `npx` keeps the machine's own Node.
  }
}

if (major(process.version) < NEEDED) {
  const node = installedNode();
  if (node === null) {
    process.stderr.write(
      `Parvis a besoin de Node ${NEEDED}, qui n’est pas là (ici : ${process.version}). Relancez « npm ci --include=optional », ou installez Node ${NEEDED} sur ce poste.\n`,
    );
    process.exit(1);
  }
  restoreLink(node);
  const path = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  // Ctrl+C reaches both processes of the group; a signal sent to this one alone must be handed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`Node ${NEEDED} ne démarre pas sur ce poste : ${error.message}\n`);
      resolve([1, null]);
    });
    child.on('exit', (...ended) => resolve(ended));
  });
  process.exit(code ?? (signal === 'SIGINT' ? 130 : 143));
}
