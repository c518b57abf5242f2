/** The work of one import, whoever runs it: pieces in, people compared, staged, shown. */
import type { DirectoryImportProgress, DirectoryImportReport } from '../../../contract/directory-import.ts';
import type { WriteDb } from '../../core/db.ts';
import { type Committed, createGround, type FileAccess } from '../../core/ground.ts';
import { openFile } from '../../core/open-file.ts';
import { type JobTools, Stopped } from '../../core/worker-answers.ts';
import { extractionDayOf } from '../rules/rpps-columns.ts';
import type { Tally } from '../store/imports.ts';
import type { Answers, Asks, Request } from './asks.ts';
import { publish, type Staged } from './publish.ts';
import { createReader, type Reader } from './reader.ts';
import { type Plan, planFor, stage, sweep } from './stage.ts';

const withFile = <T>(file: FileAccess, work: (db: WriteDb) => T): T => {
  const db = openFile(file.database, file.key, { mustExist: true });
  try {
    return work(db as WriteDb);
  } finally {
    db.close();
  }
};

interface Begun extends Readonly<Asks['begin']> {
  readonly reader: Reader;
}

const expected = (plan: Plan, persons: number): Tally => ({
  persons,
  created: plan.create.length,
  updated: plan.update.length,
  unchanged: plan.named.length,
  kept: plan.kept,
  gone: plan.gone.length,
});

const reportOf = ({ name, reader }: Begun, tally: Tally): DirectoryImportReport => {
  const { columns, lines, activities, refused, wrongDigits, phonesUnreadable } = reader.reading();
  return {
    columns: columns?.columns ?? 0,
    extractionDay: extractionDayOf(name),
    lines,
    activities,
    refused: { count: refused.count, lines: [...refused.lines] },
    warnings: {
      rppsCheckDigit: { count: wrongDigits.count, numbers: [...wrongDigits.numbers] },
      phoneUnreadable: phonesUnreadable,
    },
    ...tally,
  };
};

export const createImportJob = (tools: JobTools<DirectoryImportProgress>) => {
  let begun: Begun | null = null;
  let staged: Staged | null = null;

  const now = (): Begun => {
    if (begun === null) throw new Error('an import that was not begun');
    return begun;
  };
  const goOn = (): void => {
    if (tools.stopped()) throw new Stopped();
  };

  const compare = ({ file, write, today, now: at }: Asks['compare']): DirectoryImportReport => {
    const { name, filter, reader } = now();
    const { people } = reader.reading();
    const extractionDay = extractionDayOf(name);
    if (file === null) return reportOf(now(), expected(planFor(null, people, filter, today), people.size));
    return withFile(file, (db) => {
      const plan = planFor(db, people, filter, today);
      goOn();
      if (write) {
        let done = 0;
        const tick = (written: number): void => {
          goOn();
          done += written;
          tools.progress({ step: 'writing', done, total: plan.create.length });
        };
        const importId = stage(db, plan.create, { now: at, filter, extractionDay, tick });
        staged = { importId, plan, persons: people.size, filter, extractionDay, today };
      }
      return reportOf(now(), expected(plan, people.size));
    });
  };

  const show = ({ file, call, now: at }: Asks['publish']): Answers['publish'] =>
    withFile(file, (db) => {
      const waiting = staged;
      if (waiting === null) throw new Error('nothing was staged');
      goOn();
      const ground = createGround(db, { now: () => at });
      let committed: Committed | null = null;
      ground.onCommit((change) => {
        committed = change;
      });
      const tally = ground.write(call, (tx) => publish(tx, waiting));
      return { report: reportOf(now(), tally), committed };
    });

  return (request: Request): Answers[keyof Answers] => {
    switch (request.ask) {
      case 'begin':
        begun = { ...request.of, reader: createReader(request.of.name, request.of.filter) };
        return {};
      case 'chunk':
        return now().reader.take(request.of.bytes, request.of.last);
      case 'compare':
        return compare(request.of);
      case 'publish':
        return show(request.of);
      case 'sweep':
        withFile(request.of.file, sweep);
        return {};
    }
  };
};
