import { describe, expect, it } from 'vitest';
import { createDoor } from './http-door.ts';
import { sameSecret } from './http-guard.ts';

describe('the keys of the door', () => {
  it('a token buys one session, once', () => {
    const door = createDoor();
    const token = door.invite();
    const { cookie, key } = door.exchange(token) ?? { cookie: '', key: '' };
    expect(door.secrets().sessions.map((known) => sameSecret(cookie, known))).toEqual([true]);
    expect(door.secrets().keys.map((known) => sameSecret(key, known))).toEqual([true]);
    expect(cookie).not.toBe(key);
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
    const sessions = Array.from({ length: 65 }, () => door.exchange(door.invite()));
    const alive = (n: number): boolean[] => {
      const { cookie = '', key = '' } = sessions[n] ?? {};
      const { sessions: cookies, keys } = door.secrets();
      return [
        cookies.some((known) => sameSecret(cookie, known)),
        keys.some((known) => sameSecret(key, known)),
      ];
    };
    expect([alive(0), alive(1), alive(64)]).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
  });
});
