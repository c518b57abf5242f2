/** Runs the readings of a search over `patient_terms`. The order of results is docs/spec/patient-search.md's. */
import type { PatientId } from '../../../contract/ids.ts';
import { all, get, type ReadDb } from '../../core/db.ts';
import { TermKind } from '../rules/index-terms.ts';
import type { Criterion, NameCriterion, Reading } from '../rules/query.ts';

/** Terms of one kind from `from` (included) to `to` (excluded). */
interface Range {
  readonly kind: TermKind;
  readonly from: string;
  readonly to: string;
}

/** After every text that begins with `start`, in the byte order of SQLite's BINARY collation. */
const after = (start: string): string => `${start}\u{10FFFF}`;

const exactly = (kind: TermKind, term: string): Range => ({ kind, from: term, to: `${term}\u{0}` });
const beginning = (kind: TermKind, term: string): Range => ({ kind, from: term, to: after(term) });

/** What satisfies a criterion, best first: a whole word before the beginning of one, the family before the given name. */
const inOrder = (c: Criterion): Range[] =>
  c.kind === 'name'
    ? [
        exactly(TermKind.family, c.word),
        exactly(TermKind.given, c.word),
        beginning(TermKind.family, c.word),
        beginning(TermKind.given, c.word),
      ]
    : [
        ...c.years.map((year) => exactly(TermKind.year, year)),
        ...c.births.filter((b) => b.length === 8).map((birth) => exactly(TermKind.birth, birth)),
        ...c.phones.map((digits) => beginning(TermKind.phone, digits)),
        ...c.births.filter((b) => b.length < 8).map((birth) => beginning(TermKind.birth, birth)),
      ];

/** The same, without the ranges that lie inside another. */
const whole = (c: Criterion): Range[] => (c.kind === 'name' ? inOrder(c).slice(2) : inOrder(c));

const BATCH = 64;

/** Walks the index in its own order: nothing is gathered or sorted, however many people there are. */
const walk = (db: ReadDb, ranges: readonly Range[], wanted: number): PatientId[] => {
  const found = new Set<PatientId>();
  for (const range of ranges) {
    let last = { term: range.from, sort_key: '', patient_id: 0 as PatientId };
    for (;;) {
      const rows = all<typeof last>(
        db,
        `SELECT term, sort_key, patient_id FROM patient_terms
          WHERE kind = :kind AND (term, sort_key, patient_id) > (:term, :sort_key, :patient_id) AND term < :to
          ORDER BY kind, term, sort_key, patient_id LIMIT ${BATCH}`,
        { kind: range.kind, to: range.to, ...last },
      );
      for (const row of rows) {
        found.add(row.patient_id);
        if (found.size === wanted) return [...found];
      }
      const end = rows.at(-1);
      if (!end || rows.length < BATCH) break;
      last = end;
    }
  }
  return [...found];
};

type Named = Record<string, string | number>;

/** A condition that one of the ranges holds for `patient`, with its parameters under a prefix of their own. */
const anyOf = (alias: string, ranges: readonly Range[], params: Named): string =>
  ranges
    .map((range, i) => {
      const name = `${alias}${i}`;
      Object.assign(params, { [`${name}k`]: range.kind, [`${name}f`]: range.from, [`${name}t`]: range.to });
      return `(${alias}.kind = :${name}k AND ${alias}.term >= :${name}f AND ${alias}.term < :${name}t)`;
    })
    .join(' OR ');

const holds = (alias: string, ranges: readonly Range[], params: Named, patient: string): string =>
  ranges
    .map((range, i) => {
      const name = `${alias}${i}`;
      Object.assign(params, { [`${name}k`]: range.kind, [`${name}f`]: range.from, [`${name}t`]: range.to });
      return `EXISTS (SELECT 1 FROM patient_terms ${name} WHERE ${name}.patient_id = ${patient}
                AND ${name}.kind = :${name}k AND ${name}.term >= :${name}f AND ${name}.term < :${name}t)`;
    })
    .join(' OR ');

/** Counting stops here: it only serves to start from the rarest criterion. */
const ENOUGH = 2000;

const rarity = (db: ReadDb, c: Criterion): number => {
  let count = 0;
  for (const { kind, from, to } of whole(c))
    count +=
      get<{ n: number }>(
        db,
        `SELECT count(*) AS n FROM (SELECT 1 FROM patient_terms
          WHERE kind = :kind AND term >= :from AND term < :to LIMIT ${ENOUGH})`,
        { kind, from, to },
      )?.n ?? 0;
  return count;
};

/** Several criteria: the rarest gives the candidates, each of the others is looked up for each candidate. */
const intersect = (db: ReadDb, reading: Reading, wanted: number): PatientId[] => {
  const [rarest, ...others] = reading
    .map((criterion) => ({ criterion, count: rarity(db, criterion) }))
    .sort((a, b) => a.count - b.count);
  if (!rarest || rarest.count === 0 || others.some((other) => other.count === 0)) return [];
  const params: Named = { wanted };
  const candidates = anyOf('c', whole(rarest.criterion), params);
  const conditions = others.map(
    (other, i) => `(${holds(`o${'abcdefghijkl'[i] ?? ''}`, whole(other.criterion), params, 'p.id')})`,
  );
  const names = reading.filter((c): c is NameCriterion => c.kind === 'name');
  const exact = names.map(
    (c, i) => `(${holds(`e${'abcdefghijkl'[i] ?? ''}`, inOrder(c).slice(0, 2), params, 'p.id')})`,
  );
  return all<{ id: PatientId }>(
    db,
    `SELECT p.id FROM (SELECT DISTINCT c.patient_id FROM patient_terms c WHERE ${candidates}) found
       JOIN patients p ON p.id = found.patient_id
      WHERE ${conditions.join(' AND ')}
      ORDER BY ${exact.length > 0 ? `${exact.join(' + ')} DESC, ` : ''}p.sort_key, p.birth_date, p.id
      LIMIT :wanted`,
    params,
  ).map((row) => row.id);
};

/** Live records, at most `wanted`, those of the most literal reading first. Always in the same order. */
export const searchIds = (db: ReadDb, readings: readonly Reading[], wanted: number): PatientId[] => {
  const found = new Set<PatientId>();
  for (const reading of readings) {
    const [only, ...more] = reading;
    if (!only) continue;
    const ids = more.length === 0 ? walk(db, inOrder(only), wanted) : intersect(db, reading, wanted);
    for (const id of ids) {
      found.add(id);
      if (found.size === wanted) return [...found];
    }
  }
  return [...found];
};
