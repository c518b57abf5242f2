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
};
