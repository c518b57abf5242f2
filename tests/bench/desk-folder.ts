/** The grown house as a data folder that a desk opens: its file, and an envelope that holds the bench's key in clear. */
import { closeSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFiles } from '../../src/main/core/data-files.ts';
import { writeEnvelope } from '../../src/main/core/keys/envelope.ts';
import { emptyEnvelope, withPlainKey } from '../../src/main/core/keys/keyring.ts';
import { BENCH_KEY, type GrownHouse, NOW } from './grow.ts';

const saltOf = (path: string): Buffer => {
  const file = openSync(path, 'r');
  try {
    const salt = Buffer.alloc(16);
    readSync(file, salt, 0, 16, 0);
    return salt;
  } finally {
    closeSync(file);
  }
};

/** @returns the folder in which the house's own copy lies */
export const asDataFolder = (house: GrownHouse): string => {
  const folder = dirname(house.path);
  mkdirSync(join(folder, 'sauvegardes'), { recursive: true });
  for (const suffix of ['-wal', '-shm']) rmSync(house.path + suffix, { force: true });
  const files = dataFiles(folder);
  writeEnvelope(files.envelope, withPlainKey(emptyEnvelope(BENCH_KEY, saltOf(house.path), NOW), BENCH_KEY));
  return folder;
};
