/** What other areas may read of the directory. */
export { lastImport } from './store/imports.ts';
export { entriesAmong, entriesInOrder, entry, entryById } from './store/rows.ts';
