import { callOf, os } from './api.ts';
import { changes } from './changes.ts';
import { undoable, undoLast } from './undo.ts';

export const gateApi = {
  status: os.gate.status.handler(({ context }) => context.gate.status()),
  retry: os.gate.retry.handler(({ context }) => context.gate.open()),
  unlock: os.gate.unlock.handler(({ context, input }) => context.gate.unlock(input.recoveryCode)),
  restore: os.gate.restore.handler(({ context, input }) => context.gate.restore(input.file)),
  recoveryCode: os.gate.recoveryCode.handler(async ({ context }) => ({
    recoveryCode: await context.gate.issueRecoveryCode(),
  })),
  undo: os.gate.undo.handler(({ context }) =>
    undoLast(context.ground, callOf(context), context.gate.compensations),
  ),
  undoable: os.gate.undoable.handler(({ context }) =>
    undoable(context.ground, callOf(context), context.gate.compensations),
  ),
  changes: os.gate.changes.handler(({ context, signal }) =>
    changes(context.ground, [context.gate.closing(), ...(signal ? [signal] : [])]),
  ),
};
