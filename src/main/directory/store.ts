/** What other areas may read of the directory. */
export { entriesAmong, entriesInOrder, entry, entryById } from './store/rows.ts';
