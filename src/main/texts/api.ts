import { callOf, os } from '../core/api.ts';
import * as service from './service.ts';

export const textsApi = {
  list: os.texts.list.handler(({ context }) => service.listTexts(context.ground.db)),
  history: os.texts.history.handler(({ context, input }) =>
    service.historyOfText(context.ground.db, input.key),
  ),
  preview: os.texts.preview.handler(({ input }) => service.previewText(input.key, input.text)),
  save: os.texts.save.handler(({ context, input }) =>
    service.saveText(context.ground, callOf(context), input),
  ),
  reset: os.texts.reset.handler(({ context, input }) =>
    service.resetText(context.ground, callOf(context), input),
  ),
};
