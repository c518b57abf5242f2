/**
 * A real house's former data is too large for the repository: tests look for it in the folder that PARVIS_SHARED_DATA names,
 * else beside the repository, and say so in their title when it is absent. A bare clone checks the excerpts in tests/fixtures.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../..');

/** Absolute path of a shared file, or null where there is none. */
export const sharedData = (file: string): string | null => {
  const path = join(process.env['PARVIS_SHARED_DATA'] ?? join(repository, '../shared/data'), file);
  return existsSync(path) ? path : null;
};
