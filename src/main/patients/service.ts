/** What other areas and the api use of this area's use cases. */
export { corrections } from './service/corrections.ts';
export { likelyDuplicates, resemblancesTo } from './service/likeness.ts';
export { mergedRecords, mergePatient, unmergePatient } from './service/merge.ts';
export { createPatient, createPatientWithin, getPatient, updatePatientDraft } from './service/save.ts';
export { renewSearch, searchPatients, warmSearch } from './service/search.ts';
export { betweenCalls } from './service/slices.ts';
export { patientCompensations } from './service/undo.ts';
