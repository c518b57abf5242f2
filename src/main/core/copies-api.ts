import { callOf, os } from './api.ts';

export const copiesApi = {
  state: os.copies.state.handler(({ context }) => context.gate.backup()),
  list: os.copies.list.handler(({ context }) => context.gate.copies()),
  make: os.copies.make.handler(({ context }) => context.gate.backUpNow()),
  prove: os.copies.prove.handler(({ context }) => context.gate.prove()),
  setTarget: os.copies.setTarget.handler(({ context, input }) =>
    context.gate.setTarget(callOf(context), input.path, input.acceptSameDisk),
  ),
  goBack: os.copies.goBack.handler(({ context, input }) => context.gate.goBack(input.file)),
  lookIn: os.copies.lookIn.handler(({ context, input }) => context.gate.lookIn(input.folder)),
  bring: os.copies.bring.handler(({ context, input }) => context.gate.bring(input.folder, input.file)),
  checkCode: os.copies.checkCode.handler(async ({ context, input }) => ({
    right: await context.gate.isRecoveryCode(input.recoveryCode),
  })),
  replaceCode: os.copies.replaceCode.handler(async ({ context }) => ({
    recoveryCode: await context.gate.replaceRecoveryCode(callOf(context)),
  })),
};
