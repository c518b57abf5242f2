import type { PatientId } from '../../contract/ids.ts';
import { type CallContext, callOf, os } from '../core/api.ts';
import { noteSeen, pageOf } from '../core/seen.ts';
import {
  corrections,
  createPatient,
  getPatient,
  likelyDuplicates,
  mergedRecords,
  mergePatient,
  resemblancesTo,
  searchPatients,
  unmergePatient,
  updatePatientDraft,
} from './service.ts';
import { summariesInOrder } from './store/summaries.ts';

const on = os.patients;

/** Whoever asks for a whole record has seen it. A full disk keeps the line from being written, not the page from being read. */
const noteOpened = (context: CallContext, id: PatientId): void => {
  try {
    noteSeen(context.ground, callOf(context), { action: 'patient.opened', rows: [pageOf(id)] });
  } catch (error) {
    context.reportBug(error);
  }
};

export const patientsApi = {
  search: on.search.handler(({ context, input }) => searchPatients(context.ground.db, input)),
  get: on.get.handler(({ context, input }) => {
    const patient = getPatient(context.ground.db, input.id);
    noteOpened(context, patient.id);
    return patient;
  }),
  corrections: on.corrections.handler(({ context, input }) => corrections(context.ground.db, input.id)),
  summaries: on.summaries.handler(({ context, input }) => summariesInOrder(context.ground.db, input.ids)),
  resemblances: on.resemblances.handler(({ context, input }) => resemblancesTo(context.ground.db, input)),
  create: on.create.handler(({ context, input }) => createPatient(context.ground, callOf(context), input)),
  update: on.update.handler(({ context, input }) =>
    updatePatientDraft(context.ground, callOf(context), input),
  ),
  merge: on.merge.handler(({ context, input }) => mergePatient(context.ground, callOf(context), input)),
  unmerge: on.unmerge.handler(({ context, input }) => unmergePatient(context.ground, callOf(context), input)),
  mergedRecords: on.mergedRecords.handler(({ context, input }) => mergedRecords(context.ground.db, input.id)),
  likelyDuplicates: on.likelyDuplicates.handler(({ context, input }) =>
    likelyDuplicates(context.ground.db, input.limit),
  ),
};
