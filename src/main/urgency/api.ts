import { callOf, callOfAnybody, os } from '../core/api.ts';
import * as service from './service.ts';

const { urgency } = os;

export const urgencyApi = {
  card: urgency.card.handler(({ context }) => service.cardToday(context.ground)),
  cards: urgency.cards.handler(({ context }) => service.cards(context.ground)),
  saveCard: urgency.saveCard.handler(({ context, input }) =>
    service.saveCard(context.ground, callOf(context), input),
  ),
  signCard: urgency.signCard.handler(({ context, input }) =>
    service.signCard(context.ground, callOf(context), input),
  ),
  setNumbers: urgency.setNumbers.handler(({ context, input }) =>
    service.setNumbers(context.ground, callOf(context), input),
  ),
  record: urgency.record.handler(({ context, input }) =>
    service.record(context.ground, callOfAnybody(context), input),
  ),
  acknowledge: urgency.acknowledge.handler(({ context, input }) =>
    service.acknowledge(context.ground, callOf(context), input),
  ),
  waiting: urgency.waiting.handler(({ context }) => service.waiting(context.ground)),
  ofRequest: urgency.ofRequest.handler(({ context, input }) =>
    service.ofRequest(context.ground, input.requestId),
  ),
  history: urgency.history.handler(({ context, input }) => service.history(context.ground, input.patientId)),
};
