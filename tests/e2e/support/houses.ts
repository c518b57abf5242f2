/**
 * Houses that scenarios start from. Each is made once a run, then copied: a desk opens its own copy, so that no scenario
 * sees what another did.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Staff } from '../../../src/contract/people.ts';
import { runImport } from '../../support/import-run.ts';
import { startDesk } from '../../support/running-desk.ts';
import { sharedData } from '../../support/shared-data.ts';

/**
 * `empty`: the first start. `demo`: the fictitious house, dated from `now`. `former-agenda`: the former software's files
 * taken over, the large house where it is there, else the excerpt of the repository (`isLargeHouse` says which).
 */
export type House = 'empty' | 'demo' | 'former-agenda';

const excerpt = join(import.meta.dirname, '../../fixtures/former-agenda');
const large = sharedData('former-agenda/rendez-vous.csv');
export const isLargeHouse = large !== null;

export interface PreparedHouse {
  /** A data folder of the caller's own, to be removed by the caller. */
  readonly folder: string;
  readonly staff: readonly Staff[];
}

export const prepareHouse = async (house: House, now: string): Promise<PreparedHouse> => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-e2e-'));
  if (house === 'empty') return { folder, staff: [] };
  const name = house === 'demo' ? `demo-${now.replaceAll(/[^\d+-]/g, '')}` : house;
  const made = await once(name, (target) =>
    house === 'demo' ? makeDemo(target, now) : takeOver(target, now),
  );
  cpSync(made, folder, { recursive: true });
  // Each scenario's desk takes a port of its own.
  rmSync(join(folder, 'host-port'), { force: true });
  return { folder, staff: JSON.parse(readFileSync(`${made}.staff`, 'utf8')) as Staff[] };
};

const makeDemo = (folder: string, now: string): Promise<void> => noteStaff({ folder, now, demo: true });

/** Opens the house once, as any other day, and writes down who works there. */
const noteStaff = async (options: { folder: string; now: string; demo?: boolean }): Promise<void> => {
  const desk = await startDesk(options);
  try {
    writeFileSync(`${options.folder}.staff`, JSON.stringify(await desk.as({}).people.list()));
  } finally {
    await desk.stop();
  }
};

const takeOver = async (folder: string, now: string): Promise<void> => {
  const { code, err } = await runImport(folder, [large === null ? excerpt : dirname(large)], {
    clock: { now: () => Temporal.Instant.from(now).epochMilliseconds },
  });
  if (code !== 0) throw new Error(`the former agenda was not taken over:\n${err}`);
  await noteStaff({ folder, now });
};

/** Playwright's workers share the folder of the run; the first who needs a house makes it, the others wait. */
const once = async (name: string, make: (folder: string) => Promise<void>): Promise<string> => {
  const run = process.env['PARVIS_E2E_RUN'];
  if (run === undefined) throw new Error('the run has no folder: its set-up did not go first');
  const [made, claimed] = [join(run, name), join(run, `${name}.claimed`)];
  try {
    mkdirSync(claimed);
  } catch {
    for (let waited = 0; !existsSync(`${made}.done`); waited += 100) {
      if (waited > 120_000) throw new Error(`nobody finished the house ${name}`);
      await sleep(100);
    }
    return made;
  }
  mkdirSync(made, { mode: 0o700 });
  try {
    await make(made);
    mkdirSync(`${made}.done`);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    rmSync(claimed, { recursive: true, force: true });
    throw error;
  }
  return made;
};
