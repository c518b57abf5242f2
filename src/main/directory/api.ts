import { callOf, os } from '../core/api.ts';
import {
  changeEntry,
  createEntry,
  type DirectoryImports,
  directoryChoices,
  lookAtFile,
  putAway,
  searchEntries,
  verifyEntry,
} from './service.ts';
import { entry, lastImport } from './store.ts';

const on = os.directory;

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

/** One import at a time lives as long as the desk: its session is held here. */
export const createDirectoryApi = (imports: DirectoryImports) => ({
  search: on.search.handler(({ context, input }) => searchEntries(context.ground.db, input)),
  get: on.get.handler(({ context, input }) => entry(context.ground.db, input.id)),
  choices: on.choices.handler(({ context }) => directoryChoices(context.ground.db)),
  create: on.create.handler(({ context, input }) => createEntry(context.ground, callOf(context), input)),
  update: on.update.handler(({ context, input }) => changeEntry(context.ground, callOf(context), input)),
  verify: on.verify.handler(({ context, input }) => verifyEntry(context.ground, callOf(context), input)),
  putAway: on.putAway.handler(({ context, input }) => putAway(context.ground, callOf(context), input)),

  importLook: on.importLook.handler(async ({ input }) => lookAtFile(input.name, await bytesOf(input.head))),
  importBegin: on.importBegin.handler(({ input }) => imports.begin(input.name, input.filter)),
  importChunk: on.importChunk.handler(async ({ input }) =>
    imports.addChunk(input.session, await bytesOf(input.bytes), input.last),
  ),
  importApply: on.importApply.handler(({ context, input }) => imports.apply(callOf(context), input.session)),
  importProgress: on.importProgress.handler(({ input, signal }) => imports.progress(input.session, signal)),
  importStop: on.importStop.handler(({ input }) => {
    imports.stop(input.session);
    return {};
  }),
  importEnd: on.importEnd.handler(async ({ input }) => {
    await imports.end(input.session);
    return {};
  }),
  lastImport: on.lastImport.handler(({ context }) => lastImport(context.ground.db)),
});
