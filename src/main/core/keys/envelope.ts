/**
 * The envelope file, `parvis.keys`: the file's random key, wrapped in as many ways as it can be opened.
 * It is read as a stranger's: any field out of shape makes the whole envelope unreadable, never half of it.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { writeAtomically } from '../atomic-file.ts';

const Bytes = z.base64().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')));
const exactly = (length: number) => Bytes.refine((bytes) => bytes.length === length);

const EnvelopeFile = z.object({
  format: z.literal('parvis-keys'),
  version: z.literal(1),
  /** First 16 bytes of the database: the salt that SQLite3MC gave it, its name for life. */
  fileId: exactly(16),
  /** Recognises the key without opening anything. */
  keyCheck: exactly(16),
  createdAt: z.int(),
  /** Sealed by the system's key store, `by` name. */
  system: z.object({ by: z.string(), sealed: Bytes }).nullable(),
  recovery: z
    .object({
      kdf: z.literal('scrypt'),
      /** Upper bounds: a forged envelope must not make the start eat the PC's memory. */
      cost: z
        .int()
        .min(2)
        .max(1 << 20),
      blockSize: z.int().min(1).max(32),
      parallelization: z.int().min(1).max(4),
      salt: exactly(16),
      nonce: exactly(12),
      tag: exactly(16),
      box: exactly(32),
      issuedAt: z.int(),
    })
    .nullable(),
  /** In clear, only where the house chose so (demo, source runs). */
  plain: z.object({ key: exactly(32) }).nullable(),
});
export type Envelope = z.output<typeof EnvelopeFile>;
export type RecoveryWrap = NonNullable<Envelope['recovery']>;

export class EnvelopeMissingError extends Error {}
export class EnvelopeUnreadableError extends Error {}

const base64 = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

export const envelopeText = (envelope: Envelope): string =>
  // Buffers turn themselves into JSON before a replacer sees them: plain arrays of bytes first.
  `${JSON.stringify(plainBytes(envelope), base64, 2)}\n`;

const plainBytes = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainBytes(inner)]));
};

/** Whole or not at all, flushed to disk, readable by this user only. */
export const writeEnvelope = (path: string, envelope: Envelope): void =>
  writeAtomically(path, envelopeText(envelope));

/** @throws EnvelopeMissingError, EnvelopeUnreadableError, or what reading a file throws */
export const readEnvelope = (path: string): Envelope => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new EnvelopeMissingError();
    throw error;
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text: it must go no further.
    throw new EnvelopeUnreadableError();
  }
  const parsed = EnvelopeFile.safeParse(content);
  if (!parsed.success) throw new EnvelopeUnreadableError();
  return parsed.data;
};
