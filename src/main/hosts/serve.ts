/**
 * Entry of the desk without Electron: `node src/main/hosts/serve.ts [--demo]`, nothing built but the page.
 * Prints `Parvis prêt : <address>` once it answers; the address opens the desk once. SIGINT and SIGTERM close cleanly.
 *
 * `PARVIS_DATA` = data folder, `PARVIS_PORT` = port (any free one otherwise).
 */
import { nodeComplaint } from './program.ts';

const complaint = nodeComplaint(process.version);
if (complaint !== null) {
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
// Only now: what follows loads the SQLite driver.
const { serve } = await import('./serve-command.ts');
process.exitCode = await serve({ env: process.env, demo: process.argv.includes('--demo'), open: null });
