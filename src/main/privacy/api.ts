import { callOf, os } from '../core/api.ts';
import * as service from './service.ts';

const on = os.privacy;

export const privacyApi = {
  export: on.export.handler(({ context, input }) =>
    service.exportPerson(context.ground, callOf(context), input.about),
  ),
};
