import { callOf, os } from '../../core/api.ts';
import * as service from '../service.ts';

const on = os.waitlist;

export const entriesApi = {
  list: on.list.handler(({ context, input }) => service.list(context.ground, input)),
  get: on.get.handler(({ context, input }) => service.get(context.ground, input.id)),
  ofPatient: on.ofPatient.handler(({ context, input }) => service.ofPatient(context.ground, input.patientId)),
  history: on.history.handler(({ context, input }) => service.history(context.ground, input.patientId)),
  add: on.add.handler(({ context, input }) => service.add(context.ground, callOf(context), input)),
  update: on.update.handler(({ context, input }) => service.update(context.ground, callOf(context), input)),
  reconfirm: on.reconfirm.handler(({ context, input }) =>
    service.reconfirm(context.ground, callOf(context), input),
  ),
  tried: on.tried.handler(({ context, input }) => service.tried(context.ground, callOf(context), input)),
  close: on.close.handler(({ context, input }) => service.close(context.ground, callOf(context), input)),
  reopen: on.reopen.handler(({ context, input }) => service.reopen(context.ground, callOf(context), input)),
  setCriterion: on.setCriterion.handler(({ context, input }) =>
    service.setCriterion(context.ground, callOf(context), input),
  ),
  toReconfirm: on.toReconfirm.handler(({ context }) => service.toReconfirm(context.ground)),
  settings: on.settings.handler(({ context }) => service.settings(context.ground)),
  saveSettings: on.saveSettings.handler(({ context, input }) =>
    service.saveSettings(context.ground, callOf(context), input),
  ),
  placeFacts: on.placeFacts.handler(({ context }) => service.placeFacts(context.ground)),
  setPlaceFacts: on.setPlaceFacts.handler(({ context, input }) =>
    service.setPlaceFacts(context.ground, callOf(context), input),
  ),
  exportForCpts: on.exportForCpts.handler(({ context }) =>
    service.exportForCpts(context.ground, callOf(context)),
  ),
  counts: on.counts.handler(({ context }) => service.counts(context.ground)),
};
