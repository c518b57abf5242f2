/** What was staged is shown, and what changed is written: one transaction, in which nothing new has to be inserted. */
import type { ImportFilter } from '../../../contract/directory-import.ts';
import type { Day } from '../../../contract/time.ts';
import type { Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { takenOver } from '../rules/own-parts.ts';
import { standingOf } from '../service/save.ts';
import {
  dropStagedTwins,
  noteFile,
  noteGone,
  noteNamed,
  publishImport,
  type Tally,
} from '../store/imports.ts';
import { entryById, updateEntry } from '../store/rows.ts';
import { contentOf, type Plan, type Update } from './stage.ts';

export interface Staged {
  readonly importId: number;
  readonly plan: Plan;
  readonly persons: number;
  readonly filter: ImportFilter;
  readonly extractionDay: Day | null;
  readonly today: Day;
}

/** Of one entry of the journal: whoever reads the path of a row reads the whole entry. */
const SLICE = 500;

const rowOf = (id: number): RowRef => ({ entity: 'directory-entry', id });

/** @returns whether it was done: somebody may have changed or verified the entry since it was looked at */
const follow = (tx: Tx, { id, version, person, fingerprint }: Update, extractionDay: Day | null): boolean => {
  const here = entryById(tx.db, id);
  if (here?.version !== version || here.source.kind !== 'rpps') return false;
  const stored = takenOver(here, { ...contentOf(person), places: [...person.places] }, here.source.ownParts);
  updateEntry(tx.db, id, stored, standingOf(here));
  noteFile(tx.db, id, { fingerprint, extractionDay });
  return true;
};

export const publish = (tx: Tx, staged: Staged): Tally => {
  const { importId, plan, extractionDay, today } = staged;
  const twins = dropStagedTwins(tx.db, importId);
  const updated = plan.update.filter((update) => follow(tx, update, extractionDay)).map(({ id }) => id);
  noteNamed(tx.db, plan.named, extractionDay);
  noteGone(tx.db, plan.gone, extractionDay ?? today);
  const tally: Tally = {
    persons: staged.persons,
    created: plan.create.length - twins,
    updated: updated.length,
    unchanged: plan.named.length,
    kept: plan.kept + twins + plan.update.length - updated.length,
    gone: plan.gone.length,
  };
  publishImport(tx.db, importId, tx.now, tally);
  for (let from = 0; from < updated.length; from += SLICE)
    tx.record({
      action: 'directory.updated-by-import',
      rows: [...updated.slice(from, from + SLICE).map(rowOf), { entity: 'directory-import', id: importId }],
    });
  tx.record({
    action: 'directory.imported',
    rows: [{ entity: 'directory-import', id: importId }],
    after: { ...tally, extractionDay, filter: staged.filter },
  });
  return tally;
};
