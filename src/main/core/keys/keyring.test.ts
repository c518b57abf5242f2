import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testSealer } from '../../../../tests/support/sealer.ts';
import {
  type Envelope,
  EnvelopeMissingError,
  EnvelopeUnreadableError,
  envelopeText,
  readEnvelope,
  writeEnvelope,
} from './envelope.ts';
import {
  emptyEnvelope,
  keyFromCode,
  keyWithoutCode,
  newFileKey,
  withNewRecoveryCode,
  withPlainKey,
  withSystemSeal,
} from './keyring.ts';

const NOW = 1_795_417_200_000;
const key = newFileKey();
const empty = emptyEnvelope(key, new Uint8Array(16).fill(7), NOW);
const hex = Buffer.from(key).toString('hex');
const base64 = Buffer.from(key).toString('base64');

describe('the key of a house', () => {
  it('is 32 random bytes', () => {
    expect(newFileKey()).toHaveLength(32);
    expect(newFileKey()).not.toEqual(newFileKey());
  });

  it('opens by itself where the system sealed it', async () => {
    const sealer = testSealer();
    const envelope = await withSystemSeal(empty, key, sealer);
    expect(await keyWithoutCode(envelope, sealer)).toEqual({ key, reseal: false });
    expect(envelope.system?.by).toBe('trousseau de test');
  });

  it('asks for the recovery code on another PC, with a locked keyring, or without any key store', async () => {
    const sealer = testSealer();
    const envelope = await withSystemSeal(empty, key, sealer);
    expect(await keyWithoutCode(envelope, testSealer())).toBe(null);
    expect(await keyWithoutCode(envelope, null)).toBe(null);
    expect(await keyWithoutCode(envelope, { ...sealer, available: false })).toBe(null);
    sealer.lock(true);
    expect(await keyWithoutCode(envelope, sealer)).toBe(null);
  });

  it('is never given to a key store that anybody on the PC can read', async () => {
    await expect(withSystemSeal(empty, key, testSealer(false))).rejects.toThrow('seals nothing');
  });

  it('opens with the recovery code, however it is typed', async () => {
    const { envelope, code } = await withNewRecoveryCode(empty, key, NOW);
    expect(await keyFromCode(envelope, ` ${code.toLowerCase().replaceAll('-', ' ')}`)).toEqual(key);
  });

  it('refuses a former code, a code of another house, and a slip of the pen, all the same way', async () => {
    const { envelope: before, code: former } = await withNewRecoveryCode(empty, key, NOW);
    const { envelope } = await withNewRecoveryCode(before, key, NOW);
    const { code: foreign } = await withNewRecoveryCode(empty, newFileKey(), NOW);
    for (const typed of [former, foreign, former.slice(0, -1), ''])
      await expect(keyFromCode(envelope, typed)).rejects.toMatchObject({ code: 'WRONG_RECOVERY_CODE' });
    await expect(keyFromCode(empty, former)).rejects.toMatchObject({ code: 'WRONG_RECOVERY_CODE' });
  });

  it('refuses a box that somebody altered', async () => {
    const { envelope, code } = await withNewRecoveryCode(empty, key, NOW);
    const recovery = envelope.recovery;
    if (!recovery) throw new Error('no recovery');
    const box = recovery.box.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
    const altered: Envelope = { ...envelope, recovery: { ...recovery, box } };
    await expect(keyFromCode(altered, code)).rejects.toMatchObject({ code: 'WRONG_RECOVERY_CODE' });
  });

  it('lies in clear only where the house chose so', async () => {
    const { envelope, code } = await withNewRecoveryCode(
      await withSystemSeal(empty, key, testSealer()),
      key,
      NOW,
    );
    expect(envelopeText(envelope)).not.toContain(base64);
    expect(envelopeText(envelope).toLowerCase()).not.toContain(hex);
    expect(envelopeText(envelope)).not.toContain(code);
    expect(envelopeText(envelope)).not.toContain(code.replaceAll('-', ''));
    const plain = withPlainKey(empty, key);
    expect(envelopeText(plain)).toContain(base64);
    expect(await keyWithoutCode(plain, null)).toEqual({ key, reseal: false });
  });

  it('is not believed when the clear key is not the one of the file', async () => {
    expect(await keyWithoutCode({ ...empty, plain: { key: newFileKey() } }, null)).toBe(null);
  });
});

describe('the envelope file', () => {
  let folder = '';
  let path = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parvis-keys-'));
    path = join(folder, 'parvis.keys');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('comes back as it was written, from a file that only this user reads', async () => {
    const { envelope } = await withNewRecoveryCode(await withSystemSeal(empty, key, testSealer()), key, NOW);
    writeEnvelope(path, envelope);
    expect(readEnvelope(path)).toEqual(envelope);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is replaced whole, and leaves nothing beside it', async () => {
    writeEnvelope(path, withPlainKey(empty, key));
    writeEnvelope(path, empty);
    expect(readEnvelope(path)).toEqual(empty);
    expect(readdirSync(folder)).toEqual(['parvis.keys']);
  });

  it('says when it is not there', () => {
    expect(() => readEnvelope(path)).toThrow(EnvelopeMissingError);
  });

  it.each([
    ['empty', () => ''],
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['of another format', (text: string) => text.replace('parvis-keys', 'autre')],
    ['of a later format', (text: string) => text.replace('"version": 1', '"version": 2')],
    ['holding a key of the wrong length', (text: string) => text.replace(base64, 'AAAA')],
    ['holding something that is no base64', (text: string) => text.replace(base64, '***')],
    [
      'asking for more memory than a PC has',
      (text: string) => text.replace('"cost": 32768', '"cost": 1073741824'),
    ],
  ])('is unreadable as a whole when it is %s, and its words never show', async (_, spoil) => {
    const { envelope } = await withNewRecoveryCode(withPlainKey(empty, key), key, NOW);
    const text = spoil(envelopeText(envelope));
    expect(text).not.toBe(envelopeText(envelope));
    writeFileSync(path, text);
    const trouble = (() => {
      try {
        return readEnvelope(path);
      } catch (error) {
        return error;
      }
    })();
    expect(trouble).toBeInstanceOf(EnvelopeUnreadableError);
    expect(String(trouble instanceof Error ? trouble.stack : '')).not.toContain(base64.slice(0, 8));
  });
});
