/**
 * Sealing the file's key with the system's own key store, so that the disk alone does not open the file.
 *
 * Trap: on a Linux desktop without a keyring, Chromium « encrypts » with a password that is in its source code
 * (`basic_text`). That is no seal, and it must not look like one: there, Parvis asks for the recovery code instead.
 */
import type { SealAnswer, SealInfo, SealRequest } from '../hosts/shell-messages.ts';

/** What we use of Electron's `safeStorage`, in its asynchronous form: the other one blocks the window. */
export interface KeyStore {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(bytes: Buffer): Promise<{ readonly shouldReEncrypt: boolean; readonly result: string }>;
  /** Linux only. */
  getSelectedStorageBackend(): string;
}

const NO_SEAL = new Set(['basic_text', 'unknown']);

/** A keyring that is locked, or whose service is stuck, must not keep the window empty. */
const ANSWER_WITHIN_MS = 5_000;

/** Never rejects. Call it after Electron is ready: before, every Linux backend is « unknown ». */
export const sealInfo = async (store: KeyStore, platform: NodeJS.Platform): Promise<SealInfo> => {
  const name = nameOf(store, platform);
  if (NO_SEAL.has(name)) return { available: false, name };
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ANSWER_WITHIN_MS);
  try {
    return { available: await Promise.race([store.isAsyncEncryptionAvailable(), late.promise]), name };
  } catch {
    return { available: false, name };
  } finally {
    clearTimeout(timer);
  }
};

const nameOf = (store: KeyStore, platform: NodeJS.Platform): string => {
  switch (platform) {
    case 'win32':
      return 'DPAPI';
    case 'darwin':
      return 'Keychain';
    default:
      return store.getSelectedStorageBackend();
  }
};

/**
 * Never rejects. The key store takes text, so bytes travel through it as base64. `renew` says that the system changed
 * its own key: what was unsealed should be sealed again.
 */
export const answerSeal = async (
  store: KeyStore,
  info: SealInfo,
  request: SealRequest,
): Promise<SealAnswer> => {
  const { id } = request;
  if (!info.available) return { type: 'sealed', id, ok: false, reason: `no usable key store (${info.name})` };
  try {
    if (request.type === 'seal') {
      const sealed = await store.encryptStringAsync(request.bytes);
      return { type: 'sealed', id, ok: true, bytes: sealed.toString('base64'), renew: false };
    }
    const { result, shouldReEncrypt } = await store.decryptStringAsync(Buffer.from(request.bytes, 'base64'));
    return { type: 'sealed', id, ok: true, bytes: result, renew: shouldReEncrypt };
  } catch {
    // The system's own message may quote what it was given.
    return { type: 'sealed', id, ok: false, reason: `${info.name} could not ${request.type}` };
  }
};
