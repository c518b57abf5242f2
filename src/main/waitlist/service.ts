/** Use cases of the two lists. Those that end in `Within` run in the transaction of whoever calls. */
export { close, reconfirm, reopen, tried, triedFrom, update } from './service/acts.ts';
export { add } from './service/add.ts';
export { setCriterion } from './service/criteria.ts';
export { exportForCpts } from './service/export.ts';
export { concernsEntries, ENTRIES, entriesReaction } from './service/follow.ts';
export { history } from './service/history.ts';
export { counts, get, list, ofPatient, toReconfirm } from './service/read.ts';
export { placeFacts, saveSettings, setPlaceFacts, settings } from './service/settings.ts';
export { entryCompensations } from './service/undo.ts';
