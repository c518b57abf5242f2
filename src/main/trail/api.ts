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
  verify: on.verify.handler(async ({ context }) => {
    const check = await context.gate.verifyJournal();
    try {
      noteVerified(context.ground, callOf(context), check);
    } catch (error) {
      // A journal that was tampered with may refuse the line. What was found must be said all the same.
      context.reportBug(error);
    }
    return check;
  }),
  lastCheck: on.lastCheck.handler(({ context }) => context.gate.journalCheck()),
};
