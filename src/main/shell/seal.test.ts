import { describe, expect, it, vi } from 'vitest';
import { answerSeal, type KeyStore, sealInfo } from './seal.ts';

const store = (change: Partial<KeyStore> = {}): KeyStore => ({
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => Buffer.from(`<${text}>`),
  decryptStringAsync: async (bytes) => ({ result: bytes.toString().slice(1, -1), shouldReEncrypt: false }),
  getSelectedStorageBackend: () => 'gnome_libsecret',
  ...change,
});
const info = { available: true, name: 'DPAPI' };

describe('the key store of the PC', () => {
  it('is named, on each system', async () => {
    const names = await Promise.all(
      (['win32', 'darwin', 'linux'] as const).map((platform) => sealInfo(store(), platform)),
    );
    expect(names).toEqual([
      { available: true, name: 'DPAPI' },
      { available: true, name: 'Keychain' },
      { available: true, name: 'gnome_libsecret' },
    ]);
  });

  it.each(['basic_text', 'unknown'])(
    '%s does not count as a seal, even if it says that it works',
    async (backend) => {
      expect(await sealInfo(store({ getSelectedStorageBackend: () => backend }), 'linux')).toEqual({
        available: false,
        name: backend,
      });
    },
  );

  it('does not count when it is locked or broken', async () => {
    const broken = async () => Promise.reject(new Error('locked'));
    expect(await sealInfo(store({ isAsyncEncryptionAvailable: broken }), 'win32')).toEqual({
      available: false,
      name: 'DPAPI',
    });
    expect(await sealInfo(store({ isAsyncEncryptionAvailable: async () => false }), 'darwin')).toEqual({
      available: false,
      name: 'Keychain',
    });
  });

  it('does not count when it does not answer within five seconds', async () => {
    vi.useFakeTimers();
    try {
      const info = sealInfo(
        store({ isAsyncEncryptionAvailable: () => new Promise(() => undefined) }),
        'linux',
      );
      await vi.advanceTimersByTimeAsync(5_000);
      expect(await info).toEqual({ available: false, name: 'gnome_libsecret' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives back, byte for byte, what it sealed', async () => {
    const key = Buffer.from([0, 1, 127, 128, 255]).toString('base64');
    const sealed = await answerSeal(store(), info, { type: 'seal', id: 1, bytes: key });
    if (!sealed.ok) throw new Error(sealed.reason);
    expect(sealed.bytes).not.toContain(key);
    expect(await answerSeal(store(), info, { type: 'unseal', id: 2, bytes: sealed.bytes })).toEqual({
      type: 'sealed',
      id: 2,
      ok: true,
      bytes: key,
      renew: false,
    });
  });

  it('says when the system changed its own key', async () => {
    const changed = store({ decryptStringAsync: async () => ({ result: 'AQI=', shouldReEncrypt: true }) });
    expect(await answerSeal(changed, info, { type: 'unseal', id: 3, bytes: 'AQI=' })).toEqual({
      type: 'sealed',
      id: 3,
      ok: true,
      bytes: 'AQI=',
      renew: true,
    });
  });

  it('answers a refusal rather than nothing, and repeats nothing of what the system said', async () => {
    const refusing = store({
      decryptStringAsync: async () => Promise.reject(new Error('cannot decrypt AQI=')),
    });
    expect(await answerSeal(refusing, info, { type: 'unseal', id: 4, bytes: 'AQI=' })).toEqual({
      type: 'sealed',
      id: 4,
      ok: false,
      reason: 'DPAPI could not unseal',
    });
    const none = { available: false, name: 'basic_text' };
    expect(await answerSeal(store(), none, { type: 'seal', id: 5, bytes: 'AQI=' })).toEqual({
      type: 'sealed',
      id: 5,
      ok: false,
      reason: 'no usable key store (basic_text)',
    });
  });
});
