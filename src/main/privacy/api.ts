import { callOf, os } from '../core/api.ts';
import * as service from './service.ts';

const on = os.privacy;

export const privacyApi = {
  export: on.export.handler(({ context, input }) =>
    service.exportPerson(context.ground, callOf(context), input.about),
  ),
  erasable: on.erasable.handler(({ context, input }) => service.erasable(context.ground, input.about)),
  erase: on.erase.handler(({ context, input }) => {
    service.erasePerson(context.ground, callOf(context), input);
  }),
  setHold: on.setHold.handler(({ context, input }) =>
    service.setHold(context.ground, callOf(context), input),
  ),
  settings: on.settings.handler(({ context }) => service.settings(context.ground)),
  saveSettings: on.saveSettings.handler(({ context, input }) =>
    service.saveSettings(context.ground, callOf(context), input),
  ),
  lawPaper: on.lawPaper.handler(({ context, input }) => service.lawPaper(context.ground, input.which)),
  preview: on.preview.handler(({ context }) => service.preview(context.ground)),
  run: on.run.handler(({ context }) => service.runRetention(context.ground, callOf(context))),
};
