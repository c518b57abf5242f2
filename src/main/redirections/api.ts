import { callOf, os } from '../core/api.ts';
import * as service from './service.ts';

const on = os.redirections;

export const redirectionsApi = {
  start: on.start.handler(({ context, input }) => service.start(context.ground, callOf(context), input)),
  step: on.step.handler(({ context, input }) => service.step(context.ground, callOf(context), input)),
  postpone: on.postpone.handler(({ context, input }) =>
    service.postpone(context.ground, callOf(context), input),
  ),
  get: on.get.handler(({ context, input }) => service.get(context.ground, input.id)),
  pending: on.pending.handler(({ context }) => service.pending(context.ground)),
  answered: on.answered.handler(({ context }) => service.answered(context.ground)),
  ofEntry: on.ofEntry.handler(({ context, input }) => service.ofEntry(context.ground, input)),
  search: on.search.handler(({ context, input }) => service.search(context.ground, input)),
  history: on.history.handler(({ context, input }) => service.history(context.ground, input.patientId)),
  letter: on.letter.handler(({ context, input }) => service.letter(context.ground, input.id)),
};
