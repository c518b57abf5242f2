import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guardLeaving, navigate, parseRoute, startRouter } from './router.ts';

let lift = () => {};
let asked: (() => void)[] = [];

const followLink = (hash: string) => {
  location.hash = hash;
  window.dispatchEvent(new HashChangeEvent('hashchange'));
};

beforeEach(() => {
  asked = [];
  history.replaceState(null, '', '#/reprise');
  startRouter();
});
afterEach(() => lift());

describe('leaving a screen with unfinished work', () => {
  test('asks first, and stays until the answer', () => {
    lift = guardLeaving((leave) => asked.push(leave));
    navigate('journee');
    expect([asked.length, location.hash]).toEqual([1, '#/reprise']);
    asked[0]?.();
    expect(location.hash).toBe('#/journee');
  });

  test('by a link of the rail asks as well, and puts the address back meanwhile', () => {
    lift = guardLeaving((leave) => asked.push(leave));
    followLink('#/journee?jour=2026-11-23');
    expect([asked.length, location.hash]).toEqual([1, '#/reprise']);
    asked[0]?.();
    expect(location.hash).toBe('#/journee?jour=2026-11-23');
  });

  test('does not ask for another place of the same screen', () => {
    lift = guardLeaving((leave) => asked.push(leave));
    navigate('reprise', { etape: '2' });
    expect([asked.length, location.hash]).toEqual([0, '#/reprise?etape=2']);
  });

  test('does not ask once the work is done', () => {
    guardLeaving((leave) => asked.push(leave))();
    navigate('journee');
    expect([asked.length, location.hash]).toEqual([0, '#/journee']);
  });
});

test('an address carries its screen and what it shows', () =>
  expect(parseRoute('#/journee?jour=2026-11-23')).toEqual({
    path: 'journee',
    params: { jour: '2026-11-23' },
  }));
