/** The work of one take-over, whoever runs it: files in, inspections, report, rows written. */
import type { FileInspection, FileRole, ImportProgress, ImportReport } from '../../contract/exchange.ts';
import { type JobTools, Stopped } from '../core/worker-answers.ts';
import { parsePhone } from '../patients/phones.ts';
import { likelyDuplicatePairs } from '../patients/rules/resemblance.ts';
import { oddities } from './oddities.ts';
import { type ReadTable, readTable, unreadable } from './read-file.ts';
import { refusedCsv } from './refused-csv.ts';
import { check } from './rules/check.ts';
import {
  type Mapping,
  missingFields,
  normaliseHeader,
  proposeMapping,
  proposeRole,
  type ReadRole,
  readRoles,
} from './rules/fields.ts';
import type { Checked, Prepared, PreparedPatient, SourceFile } from './rules/prepared.ts';
import type { Answers, Ask, CheckFacts, Correction, PreparedRows, Request } from './worker-messages.ts';
import { writeFile } from './write/file.ts';

export interface CheckTools extends JobTools<ImportProgress> {
  readonly fingerprint: (row: unknown) => string;
}

export interface CheckJob {
  answer(request: Request): Answers[Ask];
}

/** What recognises a file of the same former software next time. */
export const headersKey = (columns: readonly string[]): string => columns.map(normaliseHeader).join('|');

interface OpenFile {
  readonly name: string;
  readonly table: ReadTable;
  role: FileRole;
  mapping: Mapping;
}

const likelyDuplicates = (patients: readonly PreparedPatient[]): [string, string][] =>
  likelyDuplicatePairs(
    patients.map(({ code, phones, ...person }) => ({
      ...person,
      usedGivenName: null,
      key: code,
      phones: phones.map((phone) => phone.e164),
    })),
  );

const SAMPLE = 5;

const inspectionOf = ({ name, table, role, mapping }: OpenFile): FileInspection => ({
  name,
  encoding: table.encoding,
  separator: table.separator,
  role,
  columns: [...table.columns],
  mapping: { ...mapping },
  missing: missingFields(role, mapping),
  lines: table.lines.length,
  sample: table.lines
    .slice(0, SAMPLE)
    .map((line) => Object.fromEntries(table.columns.map((column, i) => [column, line.cells[i] ?? '']))),
});

export const createCheckJob = (tools: CheckTools): CheckJob => {
  const files = new Map<string, OpenFile>();
  let checked: { result: Checked; sources: readonly SourceFile[]; rows?: PreparedRows } | null = null;

  const proceed = (step: ImportProgress['step'], total: number) => {
    let done = 0;
    return (lines: number) => {
      if (tools.stopped()) throw new Stopped();
      done += lines;
      tools.progress({ step, done: Math.min(done, total), total });
    };
  };

  const readFile = (name: string, bytes: Uint8Array): { lines: number } => {
    const tick = proceed('reading', Math.ceil(bytes.length / 60));
    const table = readTable(name, bytes, () => tick(1000));
    const role = proposeRole(table.columns);
    files.set(name, {
      name,
      table,
      role,
      mapping: role === 'ignored' ? {} : proposeMapping(role, table.columns),
    });
    checked = null;
    return { lines: table.lines.length };
  };

  const recall = (remembered: readonly (Correction & { readonly headers: string })[]): void => {
    for (const file of files.values()) {
      const known = remembered.find(({ headers }) => headers === headersKey(file.table.columns));
      if (known) Object.assign(file, { role: known.role, mapping: known.mapping });
    }
  };

  const sourcesOf = (): SourceFile[] =>
    [...files.values()].flatMap(({ name, table, role, mapping }) => {
      if (role === 'ignored') return [];
      if (missingFields(role, mapping).length > 0) unreadable(name, 'columns-missing');
      return [{ name, role, columns: table.columns, mapping, lines: table.lines }];
    });

  const report = (facts: CheckFacts): ImportReport => {
    const sources = sourcesOf();
    const first = files.values().next().value;
    if (!first || sources.length === 0) return unreadable(first?.name ?? '', 'no-known-columns');
    const used = [...files.values()].find((file) => file.role !== 'ignored') ?? first;
    const total = sources.reduce((sum, { lines }) => sum + lines.length, 0);
    const result = check(sources, facts.known, facts.types, {
      today: facts.today,
      readPhone: (text) => {
        const parsed = parsePhone(text);
        return parsed.ok ? parsed.phone : null;
      },
      likelyDuplicates,
      oddityOf: (hours) => oddities(facts.today, facts.region, hours),
      tick: proceed('checking', total),
    });
    checked = { result, sources };
    return { encoding: used.table.encoding, separator: used.table.separator, ...result.report };
  };

  const fingerprinted = (prepared: Prepared): PreparedRows => {
    const mark = <T extends object>(rows: readonly T[]) =>
      rows.map((row) => ({ ...row, fingerprint: tools.fingerprint(row) }));
    return {
      practitioners: mark(prepared.practitioners),
      types: mark(prepared.types),
      hours: mark(prepared.hours),
      patients: mark(prepared.patients),
      appointments: mark(prepared.appointments),
    };
  };

  const results = (): NonNullable<typeof checked> => {
    if (!checked) throw new Error('asked for rows before they were checked');
    return checked;
  };

  return {
    answer: (request) => {
      switch (request.ask) {
        case 'file':
          return readFile(request.of.name, request.of.bytes);
        case 'inspect':
          recall(request.of.remembered);
          return [...files.values()].map(inspectionOf);
        case 'correct': {
          const file = files.get(request.of.name);
          if (!file) throw new Error('correction of a file that was not read');
          const { role, mapping } = request.of.correction;
          // Told what a file is and nothing more: its columns are proposed as for a file that was recognised.
          const proposed = role !== 'ignored' && Object.keys(mapping).length === 0;
          Object.assign(file, {
            role,
            mapping: proposed ? proposeMapping(role, file.table.columns) : mapping,
          });
          checked = null;
          return [...files.values()].map(inspectionOf);
        }
        case 'check':
          return report(request.of);
        case 'prepare':
          results().rows = fingerprinted(results().result.prepared);
          return {};
        case 'write': {
          const { rows } = results();
          if (!rows) throw new Error('asked to write rows before they were prepared');
          const total = Object.values(rows).reduce((sum, { length }) => sum + length, 0);
          return writeFile(request.of, rows, proceed('writing', total));
        }
        case 'refused':
          return refusedCsv(request.of.role, results().sources, results().result.refused);
      }
    },
  };
};

export const isReadRole = (role: FileRole): role is ReadRole =>
  (readRoles as readonly FileRole[]).includes(role);
