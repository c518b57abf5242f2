import { callOf, os } from '../core/api.ts';
import * as service from './service.ts';

const { requests, callbacks } = os;

export const requestsApi = {
  open: requests.open.handler(({ context, input }) => service.open(context.ground, callOf(context), input)),
  update: requests.update.handler(({ context, input }) =>
    service.update(context.ground, callOf(context), input),
  ),
  book: requests.book.handler(({ context, input }) => service.book(context.ground, callOf(context), input)),
  close: requests.close.handler(({ context, input }) =>
    service.close(context.ground, callOf(context), input),
  ),
  get: requests.get.handler(({ context, input }) => service.get(context.ground, input.id)),
  pending: requests.pending.handler(({ context }) => service.pending(context.ground)),
  ofPatient: requests.ofPatient.handler(({ context, input }) =>
    service.ofPatient(context.ground, input.patientId),
  ),
  likely: requests.likely.handler(({ context, input }) => service.likely(context.ground, input)),
  forPractitioner: requests.forPractitioner.handler(({ context, input }) =>
    service.forPractitioner(context.ground, input.practitionerId),
  ),
  history: requests.history.handler(({ context, input }) => service.history(context.ground, input.patientId)),
  counts: requests.counts.handler(({ context }) => service.counts(context.ground)),
};

export const callbacksApi = {
  add: callbacks.add.handler(({ context, input }) => service.add(context.ground, callOf(context), input)),
  update: callbacks.update.handler(({ context, input }) =>
    service.change(context.ground, callOf(context), input),
  ),
  tried: callbacks.tried.handler(({ context, input }) =>
    service.tried(context.ground, callOf(context), input),
  ),
  close: callbacks.close.handler(({ context, input }) => service.end(context.ground, callOf(context), input)),
  pending: callbacks.pending.handler(({ context }) => service.pendingCallbacks(context.ground)),
  closedOn: callbacks.closedOn.handler(({ context, input }) =>
    service.callbacksClosedOn(context.ground, input.day),
  ),
};
