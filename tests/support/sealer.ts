/** A system's key store as another process would bring it: it opens what it sealed itself, and nothing else. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Sealer } from '../../src/main/core/keys/sealer.ts';

export interface TestSealer extends Sealer {
  /** Changes the store's own key: what it sealed before still opens for a while, and should be sealed again. */
  age(): void;
  /** Locks or unlocks the key store, as a keyring that waits for its password. */
  lock(locked: boolean): void;
}

export const testSealer = (available = true): TestSealer => {
  let secret = randomBytes(32);
  let former: Buffer | null = null;
  let locked = false;
  const refuseIfLocked = (): void => {
    if (locked) throw new Error('keyring locked');
  };
  return {
    name: 'trousseau de test',
    available,
    age: () => {
      former = secret;
      secret = randomBytes(32);
    },
    lock: (now) => {
      locked = now;
    },
    seal: async (bytes) => {
      refuseIfLocked();
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      const box = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), box]));
    },
    unseal: async (bytes) => {
      refuseIfLocked();
      const opened = (by: Buffer): Uint8Array => {
        const decipher = createDecipheriv('aes-256-gcm', by, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]));
      };
      try {
        return { bytes: opened(secret), renew: false };
      } catch (error) {
        if (!former) throw error;
        return { bytes: opened(former), renew: true };
      }
    },
  };
};
