/** What other areas may read of patients. */
export {
  applyImport,
  type ImportedPatient,
  type ImportedRow,
  type ImportOutcome,
  idsBySourceCode,
} from './store/bulk.ts';
export { eraseRecord, eraseRecordWords } from './store/erase.ts';
export type { StoredPatient } from './store/rows.ts';
export {
  birthsOf,
  type JoinedSummaryRow,
  SUMMARY_COLUMNS,
  summariesOf,
  summaryFromJoin,
} from './store/summaries.ts';
export { recordsOf, survivorOf } from './store/survivors.ts';
