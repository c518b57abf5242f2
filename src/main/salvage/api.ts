import { callOf, os } from '../core/api.ts';
import { printSalvage, salvage, salvaged } from './service.ts';

const on = os.copies;

export const salvageApi = {
  salvage: on.salvage.handler(({ context }) => salvage(context.gate, context.ground, callOf(context))),
  salvagePaper: on.salvagePaper.handler(({ context }) =>
    printSalvage(context.gate, context.ground, callOf(context)),
  ),
  salvaged: on.salvaged.handler(({ context }) => salvaged(context.gate, context.ground, callOf(context))),
};
