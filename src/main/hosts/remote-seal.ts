/**
 * The system's key store, as the desk process sees it: only the shell can reach `safeStorage`, so each request goes to
 * it and each answer comes back under its number. A request that gets no answer fails after `timeoutMs` rather than
 * hang the start: a locked keyring may wait for a password that nobody will type.
 */
import type { Sealer, Unsealed } from '../desk.ts';
import type { SealAnswer, SealInfo, SealRequest } from './shell-messages.ts';

export type RemoteSeal = Sealer & {
  /** Hand every `sealed` message of the shell to this. */
  answer(message: SealAnswer): void;
};

type Options = {
  readonly post: (request: SealRequest) => void;
  readonly info: SealInfo;
  readonly timeoutMs?: number;
};
type Waiting = { resolve(answer: Unsealed): void; reject(error: Error): void; timer: NodeJS.Timeout };

const ANSWER_WITHIN_MS = 60_000;

export class SealError extends Error {
  override readonly name = 'SealError';
}

export function createRemoteSeal({ post, info, timeoutMs = ANSWER_WITHIN_MS }: Options): RemoteSeal {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  function settle(id: number, how: (request: Waiting) => void): void {
    const request = waiting.get(id);
    if (request === undefined) return;
    waiting.delete(id);
    clearTimeout(request.timer);
    how(request);
  }

  function ask(type: SealRequest['type'], bytes: Uint8Array): Promise<Unsealed> {
    if (!info.available) return Promise.reject(new SealError(`no usable key store (${info.name})`));
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => settle(id, () => reject(new SealError(`${info.name} did not answer`))),
        timeoutMs,
      );
      waiting.set(id, { resolve, reject, timer });
      post({ type, id, bytes: Buffer.from(bytes).toString('base64') });
    });
  }

  return {
    ...info,
    seal: async (bytes) => (await ask('seal', bytes)).bytes,
    unseal: (bytes) => ask('unseal', bytes),
    answer(message) {
      settle(message.id, ({ resolve, reject }) => {
        if (message.ok)
          resolve({ bytes: new Uint8Array(Buffer.from(message.bytes, 'base64')), renew: message.renew });
        else reject(new SealError(message.reason));
      });
    },
  };
}
