/** The journal, read by whoever may; and in the journal, that it was. */
import type { PatientId } from '../../contract/ids.ts';
import type {
  JournalChange,
  JournalCheck,
  JournalFilter,
  JournalLine,
  JournalPage,
} from '../../contract/journal.ts';
import { type HandedPaper, paperText } from '../../contract/paper.ts';
import { localNow } from '../../contract/time.ts';
import type { Call } from '../core/actor.ts';
import type { ReadDb } from '../core/db.ts';
import { found } from '../core/errors.ts';
import type { Ground } from '../core/ground.ts';
import { recordAt } from '../core/journal.ts';
import { noteSeen, pageOf } from '../core/seen.ts';
import { pdfOrRefusal } from '../paper/service.ts';
import { summariesInOrder } from '../patients/store/summaries.ts';
import { recordsOf } from '../patients/store/survivors.ts';
import { house } from '../practice/store/house.ts';
import { actionsOf, saidOf } from './rules/actions.ts';
import { changesOf } from './rules/changes.ts';
import { spanOf } from './rules/days.ts';
import { journalCsv, patientJournalPaper } from './rules/paper.ts';
import { entryRow, peopleOf, seqsOf, type Wanted } from './store.ts';

const PAGE = 50;
/** As many as somebody reads in a spreadsheet; beyond, a narrower filter. */
const FILE = 10_000;
/** Some fifty pages. */
const PAPER = 1_500;
/** Where what follows the journal says that it stands (core/follow.ts). */
const BY_ITSELF = 'parvis';
/** Names beside one line. */
const NAMED = 3;

const wantedOf = (db: ReadDb, filter: JournalFilter): Wanted => ({
  actorId: filter.actorId,
  records: filter.patientId === null ? null : recordsOf(db, filter.patientId),
  actions: filter.kind === null ? null : actionsOf(filter.kind),
  ...spanOf(filter, found(house(db), 'house').zone),
});

/** What Parvis does by itself is written under the name of the part that did it, which says nothing to a reader. */
const asShown = <E extends { actorId: unknown; by: string; station: string }>(entry: E): E =>
  entry.actorId === null && entry.station === BY_ITSELF ? { ...entry, by: 'Parvis', station: '' } : entry;

const lineOf = (db: ReadDb, seq: number): JournalLine => {
  const { action, erased, ...entry } = found(entryRow(db, seq), 'journal-entry');
  const row = asShown(entry);
  const people = peopleOf(db, seq);
  return {
    ...row,
    ...saidOf(action),
    people: people.slice(0, NAMED),
    others: Math.max(0, people.length - NAMED),
    erased: erased === 1,
  };
};

const pageOfLines = (db: ReadDb, filter: JournalFilter, before: number | null, size: number): JournalPage => {
  const seqs = seqsOf(db, wantedOf(db, filter), before, size + 1);
  const shown = seqs.slice(0, size);
  return {
    lines: shown.map((seq) => lineOf(db, seq)),
    next: seqs.length > size ? (shown.at(-1) ?? null) : null,
  };
};

/** What was looked for, without a name. */
const askedFor = ({ patientId: _, ...filter }: JournalFilter): Omit<JournalFilter, 'patientId'> => filter;

/** The journal of somebody is looked into as her page is: it tells as much. */
const noteConsulted = (ground: Ground, call: Call, filter: JournalFilter): void => {
  const after = askedFor(filter);
  if (filter.patientId === null)
    noteSeen(ground, call, {
      action: 'journal.consulted',
      rows: [{ entity: 'journal-reading', id: call.actor.id ?? 0 }],
      after,
    });
  else
    noteSeen(ground, call, {
      action: 'journal.patient-consulted',
      rows: [pageOf(filter.patientId)],
      after,
    });
};

/** @throws DeskError NOT_FOUND for a patient who does not exist */
export const readJournal = (
  ground: Ground,
  call: Call,
  { before, ...filter }: JournalFilter & { readonly before: number | null },
): JournalPage => {
  if (filter.patientId !== null) found(recordsOf(ground.db, filter.patientId)[0], 'patient');
  if (before === null) noteConsulted(ground, call, filter);
  return pageOfLines(ground.db, filter, before, PAGE);
};

/** @throws DeskError NOT_FOUND */
export const entryDetails = (
  ground: Ground,
  call: Call,
  seq: number,
): { seq: number; erased: boolean; changes: JournalChange[] } => {
  const { before, after, erased } = recordAt(ground.db, seq);
  noteSeen(ground, call, {
    action: 'journal.details-read',
    rows: [
      { entity: 'journal-reading-entry', id: seq },
      ...peopleOf(ground.db, seq).map(({ id }) => pageOf(id)),
    ],
  });
  return { seq, erased, changes: changesOf(before, after) };
};

interface ExportedCsv {
  readonly fileName: string;
  readonly csv: string;
  readonly lines: number;
  readonly cut: boolean;
}

/** Written down before it leaves: what was carried out of the house cannot be taken back. */
export const exportJournal = (ground: Ground, call: Call, filter: JournalFilter): ExportedCsv => {
  const { db, clock } = ground;
  const { zone } = found(house(db), 'house');
  const { lines, next } = pageOfLines(db, filter, null, FILE);
  const csv = journalCsv(lines, zone);
  const after = { ...askedFor(filter), lines: lines.length };
  ground.write(call, (tx) =>
    filter.patientId === null
      ? tx.record({ action: 'journal.exported', rows: [], after })
      : tx.record({ action: 'journal.patient-exported', rows: [pageOf(filter.patientId)], after }),
  );
  // No name of a patient in the name of a file.
  const name = filter.patientId === null ? 'Journal' : 'Qui a consulté ce dossier';
  const fileName = `${name} ${localNow(clock.now(), zone).day}`;
  return { fileName, csv, lines: lines.length, cut: next !== null };
};

/** @throws DeskError NOT_FOUND */
export const patientPaper = async (
  ground: Ground,
  call: Call,
  filter: JournalFilter & { readonly patientId: PatientId },
): Promise<HandedPaper> => {
  const { db, clock } = ground;
  const home = found(house(db), 'house');
  const now = clock.now();
  const person = found(summariesInOrder(db, [filter.patientId])[0], 'patient');
  const { lines, next } = pageOfLines(db, filter, null, PAPER);
  const paper = patientJournalPaper({
    house: home,
    patient: { name: person.displayName, birth: person.birth },
    lines,
    cut: next !== null,
    now,
  });
  const pdf = Buffer.from(await pdfOrRefusal(paper, now)).toString('base64');
  ground.write(call, (tx) =>
    tx.record({
      action: 'journal.patient-printed',
      rows: [pageOf(filter.patientId)],
      after: { ...askedFor(filter), lines: lines.length },
    }),
  );
  const fileName = `Qui a consulté ce dossier ${localNow(now, home.zone).day}`;
  return { paper, text: paperText(paper), pdf, fileName };
};

/** A check is an act of whoever asked for it. */
export const noteVerified = (ground: Ground, call: Call, check: JournalCheck): void => {
  const { ok, seq, entries } = check;
  ground.write(call, (tx) =>
    tx.record({ action: 'journal.verified', rows: [], after: { ok, seq, entries } }),
  );
};
