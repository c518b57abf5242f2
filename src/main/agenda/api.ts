import { callOf, os } from '../core/api.ts';
import * as service from './service.ts';

const { agenda } = os;

export const agendaApi = {
  range: agenda.range.handler(({ context, input }) => service.range(context.ground, input)),
  freeSlots: agenda.freeSlots.handler(({ context, input }) => service.freeSlots(context.ground, input)),
  advice: agenda.advice.handler(({ context, input }) => service.advice(context.ground, input)),
  get: agenda.get.handler(({ context, input }) => service.get(context.ground, input.id)),
  ofPatient: agenda.ofPatient.handler(({ context, input }) =>
    service.ofPatient(context.ground, input.patientId),
  ),

  book: agenda.book.handler(({ context, input }) => service.book(context.ground, callOf(context), input)),
  move: agenda.move.handler(({ context, input }) => service.move(context.ground, callOf(context), input)),
  cancel: agenda.cancel.handler(({ context, input }) =>
    service.cancel(context.ground, callOf(context), input),
  ),
  setStatus: agenda.setStatus.handler(({ context, input }) =>
    service.setStatus(context.ground, callOf(context), input),
  ),
  comment: agenda.comment.handler(({ context, input }) =>
    service.comment(context.ground, callOf(context), input),
  ),

  stranded: agenda.stranded.handler(({ context, input }) => service.stranded(context.ground, input)),
  waitingRoom: agenda.waitingRoom.handler(({ context, input }) =>
    service.waitingRoom(context.ground, input.day),
  ),
  slip: agenda.slip.handler(({ context, input }) => service.slip(context.ground, input.id)),
  printDay: agenda.printDay.handler(({ context, input: { as, ...wish } }) =>
    service.printDay(context.ground, callOf(context), wish, as),
  ),
  glance: agenda.glance.handler(({ context, input }) => service.glance(context.ground, input.practitionerId)),
};
