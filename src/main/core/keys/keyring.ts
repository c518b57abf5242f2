/**
 * What can be done with the file's key: make one, wrap it, get it back. No I/O but the sealer's; the key itself is
 * never part of an error or a log.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  type ScryptOptions,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { DeskError } from '../errors.ts';
import type { FileKey } from '../open-file.ts';
import type { Envelope, RecoveryWrap } from './envelope.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';
import type { Sealer } from './sealer.ts';

export const newFileKey = (): FileKey => new Uint8Array(randomBytes(32));

const keyCheckOf = (key: FileKey): Uint8Array =>
  new Uint8Array(createHmac('sha256', key).update('parvis key check').digest().subarray(0, 16));

export const isKeyOf = (envelope: Envelope, key: FileKey): boolean =>
  timingSafeEqual(keyCheckOf(key), envelope.keyCheck);

/** A name for the house that follows it from one copy and one PC to the next, and from which no key can be had. */
export const houseOf = ({ keyCheck }: Envelope): string =>
  createHash('sha256').update('parvis house').update(keyCheck).digest('base64url').slice(0, 22);

/** An envelope that nothing opens yet: wrap the key at least once before it is written. */
export const emptyEnvelope = (key: FileKey, fileId: Uint8Array, now: number): Envelope => ({
  format: 'parvis-keys',
  version: 1,
  fileId,
  keyCheck: keyCheckOf(key),
  createdAt: now,
  system: null,
  recovery: null,
  plain: null,
});

/** @throws what the sealer throws; Error if it cannot be trusted on this PC */
export const withSystemSeal = async (envelope: Envelope, key: FileKey, sealer: Sealer): Promise<Envelope> => {
  if (!sealer.available) throw new Error('this key store seals nothing');
  return { ...envelope, system: { by: sealer.name, sealed: await sealer.seal(key) } };
};

export const withPlainKey = (envelope: Envelope, key: FileKey): Envelope => ({ ...envelope, plain: { key } });

/** Wraps the key under a fresh recovery code; any former code opens nothing any more. */
export const withNewRecoveryCode = async (
  envelope: Envelope,
  key: FileKey,
  now: number,
): Promise<{ envelope: Envelope; code: string }> => {
  const code = newRecoveryCode();
  const wrap = { ...SCRYPT, salt: bytes(16), nonce: bytes(12), issuedAt: now };
  const cipher = createCipheriv('aes-256-gcm', await codeKey(code, wrap), wrap.nonce).setAAD(BOUND_TO);
  const box = new Uint8Array(Buffer.concat([cipher.update(key), cipher.final()]));
  return {
    envelope: { ...envelope, recovery: { ...wrap, tag: new Uint8Array(cipher.getAuthTag()), box } },
    code,
  };
};

export interface FoundKey {
  readonly key: FileKey;
  /** To be sealed again: what is in the envelope may not open for much longer, or not here. */
  readonly reseal: boolean;
}

/** @returns the key, or null when it takes the recovery code (sealed elsewhere, key store locked or gone) */
export const keyWithoutCode = async (envelope: Envelope, sealer: Sealer | null): Promise<FoundKey | null> => {
  if (envelope.plain && isKeyOf(envelope, envelope.plain.key))
    return { key: envelope.plain.key, reseal: false };
  if (!envelope.system || !sealer?.available) return null;
  try {
    const { bytes: key, renew } = await sealer.unseal(envelope.system.sealed);
    return key.length === 32 && isKeyOf(envelope, key) ? { key, reseal: renew } : null;
  } catch {
    // Another user or another PC: only the recovery code helps, and the reason changes nothing for them.
    return null;
  }
};

/** @throws DeskError WRONG_RECOVERY_CODE: mistyped, replaced since, or of another house */
export const keyFromCode = async (envelope: Envelope, typed: string): Promise<FileKey> => {
  const code = readRecoveryCode(typed);
  const wrap = envelope.recovery;
  if (code === null || wrap === null) throw new DeskError('WRONG_RECOVERY_CODE', {});
  const decipher = createDecipheriv('aes-256-gcm', await codeKey(code, wrap), wrap.nonce)
    .setAAD(BOUND_TO)
    .setAuthTag(wrap.tag);
  try {
    return new Uint8Array(Buffer.concat([decipher.update(wrap.box), decipher.final()]));
  } catch {
    throw new DeskError('WRONG_RECOVERY_CODE', {});
  }
};

// The code is 150 random bits, beyond any search: the cost only matters if somebody one day shortens it.
const SCRYPT = { kdf: 'scrypt', cost: 1 << 15, blockSize: 8, parallelization: 1 } as const;
const BOUND_TO = Buffer.from('parvis-keys/1/recovery');

const bytes = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

const codeKey = (
  code: string,
  wrap: Pick<RecoveryWrap, 'cost' | 'blockSize' | 'parallelization' | 'salt'>,
): Promise<Buffer> => {
  const options: ScryptOptions = {
    cost: wrap.cost,
    blockSize: wrap.blockSize,
    parallelization: wrap.parallelization,
    maxmem: 256 * wrap.cost * wrap.blockSize,
  };
  const plain = code.replaceAll('-', '');
  return new Promise((resolve, reject) =>
    scrypt(plain, wrap.salt, 32, options, (error, key) => (error ? reject(error) : resolve(key))),
  );
};
