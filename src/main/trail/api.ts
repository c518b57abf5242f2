import { callOf, os } from '../core/api.ts';
import { entryDetails, exportJournal, noteVerified, patientPaper, readJournal } from './service.ts';

const on = os.journal;

export const journalApi = {
  read: on.read.handler(({ context, input }) => readJournal(context.ground, callOf(context), input)),
  ofPatient: on.ofPatient.handler(({ context, input }) =>
    readJournal(context.ground, callOf(context), { ...input, actorId: null }),
  ),
  details: on.details.handler(({ context, input }) =>
    entryDetails(context.ground, callOf(context), input.seq),
  ),
  exportCsv: on.exportCsv.handler(({ context, input }) =>
    exportJournal(context.ground, callOf(context), input),
  ),
  patientPaper: on.patientPaper.handler(({ context, input }) =>
    patientPaper(context.ground, callOf(context), { ...input, actorId: null }),
  ),
  patientCsv: on.patientCsv.handler(({ context, input }) =>
    exportJournal(context.ground, callOf(context), { ...input, actorId: null }),
  ),
  verify: on.verify.handler(async ({ context }) =>
    noteVerified(context.ground, callOf(context), await context.gate.verifyJournal()),
  ),
  lastCheck: on.lastCheck.handler(({ context }) => context.gate.journalCheck()),
};
