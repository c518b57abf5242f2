/**
 * What the Electron shell and the desk process say to each other over their own line (`parentPort`).
 *
 *   shell                                   desk
 *   open {folder, key, version, demo, seal} →
 *                                         ← ready            the desk answers calls, even if the file is still closed
 *                                         ← failed {…}       the desk cannot answer at all; nobody restarts it
 *   connect + one MessagePort             →                  at each load of a page: calls then go page ↔ desk
 *                                         ← seal / unseal    asks the system's key store, which only the shell reaches
 *   sealed {id, …}                        →
 *   suspend / resume                      →                  the PC sleeps or wakes, or the session may end
 *   close                                 →
 *                                         ← closed           the file is closed; the process ends by itself
 *
 * A file that cannot be opened (recovery code needed, held by another…) is no failure here: the desk is ready, and its
 * `gate` tells the page. Bytes travel as base64, so that a message is plain data in any process.
 */

/** Bytes in base64. */
export type Base64 = string;

/** What the system's key store can do on this PC. `name` is for logs and messages: « DPAPI », « gnome_libsecret »… */
export type SealInfo = { readonly available: boolean; readonly name: string };

export type OpenMessage = {
  readonly type: 'open';
  /** Data folder, absolute. */
  readonly folder: string;
  /** The file's key, when the shell already has it; normally null: the desk reads its envelope. */
  readonly key: Base64 | null;
  /** Version of Parvis, for the journal and the screen. */
  readonly version: string;
  readonly demo: boolean;
  readonly seal: SealInfo;
};

export type SealAnswer =
  | {
      readonly type: 'sealed';
      readonly id: number;
      readonly ok: true;
      readonly bytes: Base64;
      readonly renew: boolean;
    }
  /** `reason` is for the log: no key, no patient data. */
  | { readonly type: 'sealed'; readonly id: number; readonly ok: false; readonly reason: string };

export type ShellToDesk =
  | OpenMessage
  /** Comes with exactly one transferred MessagePort. */
  | { readonly type: 'connect' }
  | SealAnswer
  | { readonly type: 'suspend' }
  | { readonly type: 'resume' }
  | { readonly type: 'close' };

export type SealRequest = { readonly type: 'seal' | 'unseal'; readonly id: number; readonly bytes: Base64 };

export type DeskToShell =
  | { readonly type: 'ready' }
  /** `message` is a French sentence, ready to show: what happened, what is safe, what can be done. */
  | { readonly type: 'failed'; readonly code: string; readonly message: string }
  | { readonly type: 'closed' }
  | SealRequest;

/** The message if it is one of ours, else null. Both processes are ours; a half-updated install is why we look. */
export function asDeskToShell(message: unknown): DeskToShell | null {
  if (!isRecord(message)) return null;
  switch (message['type']) {
    case 'ready':
    case 'closed':
      return { type: message['type'] };
    case 'failed':
      return isText(message['code']) && isText(message['message'])
        ? { type: 'failed', code: message['code'], message: message['message'] }
        : null;
    case 'seal':
    case 'unseal':
      return isId(message['id']) && isText(message['bytes'])
        ? { type: message['type'], id: message['id'], bytes: message['bytes'] }
        : null;
    default:
      return null;
  }
}

export function asShellToDesk(message: unknown): ShellToDesk | null {
  if (!isRecord(message)) return null;
  switch (message['type']) {
    case 'connect':
    case 'suspend':
    case 'resume':
    case 'close':
      return { type: message['type'] };
    case 'open':
      return asOpen(message);
    case 'sealed':
      return asSealAnswer(message);
    default:
      return null;
  }
}

function asOpen(message: Record<string, unknown>): OpenMessage | null {
  const { folder, key, version, demo, seal } = message;
  if (!isText(folder) || !isText(version) || typeof demo !== 'boolean') return null;
  if (key !== null && !isText(key)) return null;
  if (!isRecord(seal) || typeof seal['available'] !== 'boolean' || !isText(seal['name'])) return null;
  return {
    type: 'open',
    folder,
    key,
    version,
    demo,
    seal: { available: seal['available'], name: seal['name'] },
  };
}

function asSealAnswer(message: Record<string, unknown>): SealAnswer | null {
  const { id, ok, bytes, renew, reason } = message;
  if (!isId(id)) return null;
  if (ok === true && isText(bytes) && typeof renew === 'boolean')
    return { type: 'sealed', id, ok, bytes, renew };
  if (ok === false && isText(reason)) return { type: 'sealed', id, ok, reason };
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
