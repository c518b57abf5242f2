/** A PIN is never kept: only what scrypt makes of it, off the thread that answers calls, with a salt of its own. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PinHash } from '../store/pins.ts';

/** 16 MB and some tens of milliseconds a look. Kept with each hash: raised one day, former PINs still open. */
const COST = { cost: 1 << 14, blockSize: 8, parallelization: 1 } as const;
const LENGTH = 32;

type Costs = Pick<PinHash, 'cost' | 'blockSize' | 'parallelization'>;

const derive = (
  pin: string,
  salt: Uint8Array,
  { cost, blockSize, parallelization }: Costs,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
    scrypt(pin, salt, LENGTH, options, (error, key) => (error ? reject(error) : resolve(key)));
  });

export const hashPin = async (pin: string): Promise<PinHash> => {
  const salt = randomBytes(16);
  return { ...COST, salt, hash: await derive(pin, salt, COST) };
};

export const isPin = async (typed: string, kept: PinHash): Promise<boolean> =>
  timingSafeEqual(await derive(typed, kept.salt, kept), kept.hash);
