import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRemoteSeal } from './remote-seal.ts';
import type { SealRequest } from './shell-messages.ts';

const key = new Uint8Array([1, 2, 250]);

describe('the key store, seen from the desk process', () => {
  let asked: SealRequest[] = [];
  beforeEach(() => {
    asked = [];
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const open = (available = true) =>
    createRemoteSeal({ post: (request) => asked.push(request), info: { available, name: 'DPAPI' } });

  it('gets each answer under its own number, in whatever order they come', async () => {
    const seal = open();
    const first = seal.seal(key);
    const second = seal.unseal(new Uint8Array([9]));
    expect(asked).toEqual([
      { type: 'seal', id: 1, bytes: 'AQL6' },
      { type: 'unseal', id: 2, bytes: 'CQ==' },
    ]);
    seal.answer({ type: 'sealed', id: 2, ok: true, bytes: 'AQL6', renew: true });
    seal.answer({ type: 'sealed', id: 1, ok: true, bytes: 'CQ==', renew: false });
    expect(await first).toEqual(new Uint8Array([9]));
    expect(await second).toEqual({ bytes: key, renew: true });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('passes on why the key store refused', async () => {
    const seal = open();
    const sealed = seal.seal(key);
    seal.answer({ type: 'sealed', id: 1, ok: false, reason: 'keyring locked' });
    await expect(sealed).rejects.toThrow('keyring locked');
  });

  it('gives up on a key store that never answers, and ignores an answer that comes too late', async () => {
    const seal = open();
    const sealed = expect(seal.seal(key)).rejects.toThrow('DPAPI did not answer');
    await vi.advanceTimersByTimeAsync(60_000);
    await sealed;
    seal.answer({ type: 'sealed', id: 1, ok: true, bytes: 'AQL6', renew: false });
  });

  it('asks nothing where there is no usable key store', async () => {
    await expect(open(false).unseal(key)).rejects.toThrow('no usable key store');
    expect(asked).toEqual([]);
  });
});
