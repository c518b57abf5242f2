/** A ground in memory alone: for what must be computed against an empty house and leave no trace. */
import Database from 'better-sqlite3';
import type { ReadDb } from './db.ts';
import { type Clock, createGround, type Ground } from './ground.ts';
import { migrate } from './migrate.ts';

export const openScratch = (clock: Clock): { readonly ground: Ground; close(): void } => {
  const db = new Database(':memory:') as ReadDb;
  db.pragma('temp_store = MEMORY');
  db.pragma('foreign_keys = ON');
  migrate(db, clock.now());
  return { ground: createGround(db, clock), close: () => db.close() };
};
