import { callOf, os } from '../core/api.ts';
import * as service from './service.ts';

const { refusals } = os;

export const refusalsApi = {
  policies: refusals.policies.handler(({ context }) => service.policies(context.ground)),
  policyHistory: refusals.policyHistory.handler(({ context, input }) =>
    service.policyHistory(context.ground, input.practitionerId),
  ),
  setPolicy: refusals.setPolicy.handler(({ context, input }) =>
    service.setPolicy(context.ground, callOf(context), input),
  ),
  whoCan: refusals.whoCan.handler(({ context, input }) => service.whoCan(context.ground, input)),
  accept: refusals.accept.handler(({ context, input }) =>
    service.accept(context.ground, callOf(context), input),
  ),
  giveBack: refusals.giveBack.handler(({ context, input }) =>
    service.giveBack(context.ground, callOf(context), input),
  ),
  record: refusals.record.handler(({ context, input }) =>
    service.record(context.ground, callOf(context), input),
  ),
  ofRequest: refusals.ofRequest.handler(({ context, input }) =>
    service.ofRequest(context.ground, input.requestId),
  ),
  get: refusals.get.handler(({ context, input }) => service.get(context.ground, input.id)),
  history: refusals.history.handler(({ context, input }) => service.history(context.ground, input.patientId)),
  duties: refusals.duties.handler(({ context, input }) => service.duties(context.ground, input)),
  decide: refusals.decide.handler(({ context, input }) =>
    service.decide(context.ground, callOf(context), input),
  ),
  handOver: refusals.handOver.handler(({ context, input }) =>
    service.handOver(context.ground, callOf(context), input),
  ),
  withdrawDecision: refusals.withdrawDecision.handler(({ context, input }) =>
    service.withdrawDecision(context.ground, callOf(context), input),
  ),
  decisions: refusals.decisions.handler(({ context, input }) =>
    service.decisions(context.ground, input.patientId),
  ),
  words: refusals.words.handler(({ context, input }) => service.words(context.ground, input)),
  attestation: refusals.attestation.handler(({ context, input }) =>
    service.attestation(context.ground, input.refusalId),
  ),
};
