import { describe, expect, it } from 'vitest';
import { createDoor } from './http-door.ts';
import { sameSecret } from './http-guard.ts';

describe('the keys of the door', () => {
  it('a token buys one session, once', () => {
    const door = createDoor();
    const token = door.invite();
    const session = door.exchange(token) ?? '';
    expect(door.secrets().sessions.map((known) => sameSecret(session, known))).toEqual([true]);
    expect(door.exchange(token)).toBe(null);
    expect(door.exchange('a'.repeat(43))).toBe(null);
    expect(door.secrets().sessions.length).toBe(1);
  });

  it('the bearer opens nothing as a token, a token nothing as a bearer', () => {
    const door = createDoor();
    expect(door.exchange(door.bearer)).toBe(null);
    expect(sameSecret(door.invite(), door.secrets().bearer)).toBe(false);
    expect(sameSecret(door.bearer, door.secrets().bearer)).toBe(true);
  });

  it('addresses that nobody opened die, the oldest first; so do sessions', () => {
    const door = createDoor();
    const tokens = Array.from({ length: 17 }, () => door.invite());
    expect(door.exchange(tokens[0] ?? '')).toBe(null);
    expect(door.exchange(tokens[1] ?? '')).not.toBe(null);
    const sessions = Array.from({ length: 65 }, () => door.exchange(door.invite()) ?? '');
    const alive = (session = ''): boolean =>
      door.secrets().sessions.some((known) => sameSecret(session, known));
    expect([alive(sessions[0]), alive(sessions[1]), alive(sessions[64])]).toEqual([false, true, true]);
  });
});
