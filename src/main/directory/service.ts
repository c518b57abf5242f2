/** What other areas and the api use of this area's use cases. */
export { createDirectoryImports, type DirectoryImports, lookAtFile } from './service/import.ts';
export { changeEntry, createEntry, putAway, verifyEntry } from './service/save.ts';
export { directoryChoices, renewDirectory, searchEntries, warmDirectory } from './service/search.ts';
export { directoryCompensations } from './service/undo.ts';
