import { callOf, os } from '../core/api.ts';
import {
  changeEntry,
  createEntry,
  directoryChoices,
  putAway,
  searchEntries,
  verifyEntry,
} from './service.ts';
import { entry } from './store.ts';

const on = os.directory;

export const directoryApi = {
  search: on.search.handler(({ context, input }) => searchEntries(context.ground.db, input)),
  get: on.get.handler(({ context, input }) => entry(context.ground.db, input.id)),
  choices: on.choices.handler(({ context }) => directoryChoices(context.ground.db)),
  create: on.create.handler(({ context, input }) => createEntry(context.ground, callOf(context), input)),
  update: on.update.handler(({ context, input }) => changeEntry(context.ground, callOf(context), input)),
  verify: on.verify.handler(({ context, input }) => verifyEntry(context.ground, callOf(context), input)),
  putAway: on.putAway.handler(({ context, input }) => putAway(context.ground, callOf(context), input)),
};
