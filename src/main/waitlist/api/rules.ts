import { callOf, os } from '../../core/api.ts';
import { PROPOSED } from '../rules/score.ts';
import * as service from '../service/rule-versions.ts';

const on = os.waitlist;

export const rulesApi = {
  rules: on.rules.handler(({ context }) => service.rules(context.ground)),
  proposedRules: on.proposedRules.handler(() => PROPOSED),
  writeRules: on.writeRules.handler(({ context, input }) =>
    service.writeRules(context.ground, callOf(context), input),
  ),
  adoptRules: on.adoptRules.handler(({ context, input }) =>
    service.adoptRules(context.ground, callOf(context), input),
  ),
};
