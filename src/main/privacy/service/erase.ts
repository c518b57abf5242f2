/** One person's data erased for good (GDPR art. 17), and erased again once a copy has brought it back. */
import type { Erasable, Subject } from '../../../contract/privacy.ts';
import { type Day, type Instant, localNow } from '../../../contract/time.ts';
import type { Call } from '../../core/actor.ts';
import { all, get, type ReadDb } from '../../core/db.ts';
import type { Erasure } from '../../core/erasures.ts';
import { fail } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { entriesAbout, eraseContents, type RowRef } from '../../core/journal.ts';
import { housesZone } from '../../practice/store/house.ts';
import { keptBecause } from '../rules/retention.ts';
import { ERASED_WORDS, eraseLineWords, eraseWhole, eraseWords, noteErasure } from '../store/erase.ts';
import { factsAbout, type PersonRow, rowsWithWords, type Wall, type WordsRow } from '../store/facts.ts';
import { holdOf, liftHold, putHold, retentionSettings } from '../store/settings.ts';
import { type Ids, idsAbout, rowRefs } from '../store/subject.ts';
import { namedBy } from './export.ts';

export const wallOf = (db: ReadDb, now: Instant): Wall => {
  const zone = housesZone(db);
  return { zone, today: localNow(now, zone).day };
};

/** Before the rows go: they say which entries are hers. */
const contentsAbout = (db: ReadDb, rows: readonly RowRef[]): number[] =>
  entriesAbout(db, rows)
    .filter(({ erased, before, after }) => !erased && (before !== null || after !== null))
    .map(({ seq }) => seq);

const rowsAt = (db: ReadDb, about: Subject, ids: Ids): Erasure[] => {
  const [list, column, table] = {
    patient: [ids.patients, 'created_at', 'patients'] as const,
    request: [ids.requests, 'opened_at', 'requests'] as const,
    callback: [ids.callbacks, 'opened_at', 'callbacks'] as const,
  }[about.kind];
  return all<{ id: number; at: number }>(
    db,
    `SELECT id, ${column} AS at FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(list)],
  ).map(({ id, at }) => ({ entity: about.kind, rowId: id, rowAt: at }));
};

/** Her name and all that hangs on it. Whoever calls has asked the rule. */
export const eraseWithin = (tx: Tx, about: Subject): void => {
  const ids = idsAbout(tx.db, about);
  const seqs = contentsAbout(tx.db, rowRefs(tx.db, ids));
  for (const row of rowsAt(tx.db, about, ids)) noteErasure(tx.db, row, tx.now);
  eraseWhole(tx.db, ids, tx.now);
  if (seqs.length > 0) eraseContents(tx, seqs);
  tx.record({ action: 'person.erased', rows: namedBy(about, ids) });
};

const only = (ids: Partial<Ids>): Ids => ({
  patients: [],
  requests: [],
  claims: [],
  callbacks: [],
  entries: [],
  offers: [],
  refusals: [],
  ...ids,
});

/** The words of these rows, here and in what the journal kept of them. */
export const eraseWordsOf = (tx: Tx, rows: readonly WordsRow[], patients: readonly number[] = []): void => {
  const of = (entity: WordsRow['entity']) => rows.filter((row) => row.entity === entity).map(({ id }) => id);
  const ids = only({ requests: of('request'), callbacks: of('callback'), claims: of('claim'), patients });
  const lines = of('return-line');
  const seqs = contentsAbout(tx.db, [
    ...rowRefs(tx.db, only({ ...ids, patients: [] })),
    ...lines.map((id) => ({ entity: 'return-line', id })),
  ]);
  eraseWords(tx.db, ids);
  eraseLineWords(tx.db, lines);
  if (seqs.length > 0) eraseContents(tx, seqs);
};

/** Hers. @param before a day of the house: what had ended by then; null: nothing of hers is open any more */
const wordsOver = (db: ReadDb, ids: Ids, before: Day | null): WordsRow[] => {
  const own = {
    request: new Set(ids.requests),
    callback: new Set(ids.callbacks),
    claim: new Set(ids.claims),
    // Emptied with what they became.
    'return-line': new Set<number>(),
  };
  return rowsWithWords(db, ERASED_WORDS).filter(
    ({ entity, id, endedOn }) =>
      own[entity].has(id) && (before === null || endedOn === null || endedOn < before),
  );
};

const looked = (db: ReadDb, about: Subject, now: Instant): { ids: Ids; person: PersonRow; wall: Wall } => {
  const ids = idsAbout(db, about);
  const wall = wallOf(db, now);
  return { ids, person: factsAbout(db, about, ids, wall), wall };
};

/** @throws DeskError NOT_FOUND */
export const erasable = (ground: Ground, about: Subject): Erasable => {
  const { db, clock } = ground;
  const { ids, person, wall } = looked(db, about, clock.now());
  const kept = keptBecause(person, retentionSettings(db), wall.today);
  const appointments = get<{ n: number }>(
    db,
    "SELECT count(*) AS n FROM claims WHERE kind = 'appointment' AND id IN (SELECT value FROM json_each(?))",
    [JSON.stringify(ids.claims)],
  );
  const hold = holdOf(db, ids.patients);
  return {
    name: person.name,
    scope:
      kept.length === 0 ? 'whole' : kept.every(({ because }) => because === 'care') ? 'words' : 'nothing',
    kept,
    standing: [...person.standing],
    seen: person.seen,
    appointments: appointments?.n ?? 0,
    requests: ids.requests.length,
    refusals: ids.refusals.length,
    hold: hold === null ? null : { why: hold.why, at: hold.at, by: hold.by },
  };
};

/** @throws DeskError NOT_FOUND; CONFLICT `erasure-stands` when the rule does not allow it, whatever the screen thought */
export const erasePerson = (
  ground: Ground,
  call: Call,
  { about, scope }: { readonly about: Subject; readonly scope: 'whole' | 'words' },
): void =>
  ground.write(call, (tx) => {
    const may = erasable(ground, about).scope;
    if (may === 'nothing' || (scope === 'whole' && may !== 'whole'))
      fail('CONFLICT', { reason: 'erasure-stands' });
    if (scope === 'whole') {
      eraseWithin(tx, about);
      return;
    }
    const { ids } = looked(tx.db, about, tx.now);
    eraseWordsOf(tx, wordsOver(tx.db, ids, null), ids.patients);
    for (const { rowId, rowAt } of rowsAt(tx.db, about, ids))
      noteErasure(tx.db, { entity: 'patient-words', rowId, rowAt }, tx.now);
    tx.record({ action: 'person.words-erased', rows: namedBy(about, ids) });
  });

/** @throws DeskError NOT_FOUND */
export const setHold = (
  ground: Ground,
  call: Call,
  { id, why }: { readonly id: number; readonly why: string | null },
): Erasable => {
  const about = { kind: 'patient', id } as Subject;
  ground.write(call, (tx) => {
    const ids = idsAbout(tx.db, about);
    const by = tx.call.actor.id ?? fail('NO_ACTOR', {});
    const standing = holdOf(tx.db, ids.patients);
    if (why === standing?.why || (why === null && standing === null)) return;
    if (standing !== null) liftHold(tx.db, standing.id, tx.now, by);
    if (why !== null) putHold(tx.db, { patientId: ids.patients[0] ?? id, why, at: tx.now, by });
    tx.record({
      action: why === null ? 'person.hold-lifted' : 'person.held',
      rows: namedBy(about, ids),
      before: standing && { why: standing.why },
      after: why === null ? null : { why },
    });
  });
  return erasable(ground, about);
};

/** Is this row the one that was erased, in a file of another age? */
const isSame = (db: ReadDb, { entity, rowId, rowAt }: Erasure): boolean => {
  const sql = {
    patient: 'SELECT 1 FROM patients WHERE id = ? AND created_at = ? AND erased_at IS NULL',
    'patient-words': 'SELECT 1 FROM patients WHERE id = ? AND created_at = ? AND erased_at IS NULL',
    request: 'SELECT 1 FROM requests WHERE id = ? AND opened_at = ? AND patient_id IS NULL',
    callback:
      'SELECT 1 FROM callbacks WHERE id = ? AND opened_at = ? AND patient_id IS NULL AND request_id IS NULL',
  }[entity];
  return sql !== undefined && get(db, sql, [rowId, rowAt]) !== undefined;
};

/** What was erased after the copy was made is erased in it too, whatever is open there: it was decided once. */
export const eraseAgain = (tx: Tx, erasures: readonly Erasure[]): void => {
  const zone = housesZone(tx.db);
  for (const erasure of erasures) {
    const { entity, rowId, rowAt } = erasure;
    const day = localNow(rowAt, zone).day;
    if (entity === 'request-words' || entity === 'appointment-words')
      eraseWordsOf(
        tx,
        rowsWithWords(tx.db, ERASED_WORDS).filter(({ endedAt, endedOn }) =>
          entity === 'request-words'
            ? endedAt !== null && endedAt < rowAt
            : endedOn !== null && endedOn < day,
        ),
      );
    else if (isSame(tx.db, erasure)) {
      if (entity === 'patient-words') {
        const ids = idsAbout(tx.db, { kind: 'patient', id: rowId } as Subject);
        eraseWordsOf(tx, wordsOver(tx.db, ids, localNow(tx.now, zone).day), ids.patients);
      } else eraseWithin(tx, { kind: entity, id: rowId } as Subject);
    }
    noteErasure(tx.db, erasure, tx.now);
  }
};
