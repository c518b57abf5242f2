/** A disk that fails at the step that the test says: full, gone, protected. What it wrote until then is there, half. */
import { truncateSync } from 'node:fs';
import { type CopyDisk, realDisk } from '../../src/main/core/copy-disk.ts';

export interface FaultyDisk {
  readonly disk: CopyDisk;
  /** Did the disk get as far as the fault? */
  hit(): boolean;
}

const error = (code: string): Error => Object.assign(new Error(code), { code });

/** What has already reached the disk when it fails. */
const halves: Partial<Record<keyof CopyDisk, (...args: never[]) => void>> = {
  vacuumInto: (db: Parameters<CopyDisk['vacuumInto']>[0], path: string) => {
    realDisk.vacuumInto(db, path);
    truncateSync(path, 5_000);
  },
  copy: (from: string, to: string) => {
    realDisk.copy(from, to);
    truncateSync(to, 5_000);
  },
};

/**
 * @param at number of the step that fails, from 1
 * @param forGood every later step fails too, as when a stick is pulled out
 */
export const faultyDisk = (at: number, code: string, forGood: boolean): FaultyDisk => {
  let step = 0;
  const faulty =
    (name: keyof CopyDisk) =>
    (...args: never[]): unknown => {
      step++;
      if (step === at || (forGood && step > at)) {
        if (step === at) halves[name]?.(...args);
        throw error(code);
      }
      return (realDisk[name] as (...all: never[]) => unknown)(...args);
    };
  const names = Object.keys(realDisk) as (keyof CopyDisk)[];
  const disk = Object.fromEntries(names.map((name) => [name, faulty(name)])) as unknown as CopyDisk;
  return { disk, hit: () => step >= at };
};

/** Every fault of every step, until a run gets through without meeting any. */
export const eachFault = (play: (faulty: FaultyDisk, what: string) => boolean | Promise<boolean>) =>
  (async (): Promise<number> => {
    const codes = ['ENOSPC', 'EIO', 'EACCES'];
    for (let at = 1; ; at++) {
      let met = false;
      // Each of them once, then one that stays: the disk is gone.
      for (const [n, code] of [...codes, codes[at % codes.length] ?? 'EIO'].entries()) {
        const forGood = n === codes.length;
        met = (await play(faultyDisk(at, code, forGood), `step ${at}, ${code}, for good: ${forGood}`)) || met;
      }
      if (!met) return at - 1;
    }
  })();
