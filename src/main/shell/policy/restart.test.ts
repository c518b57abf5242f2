import { describe, expect, it } from 'vitest';
import { afterCrash, afterPageGone } from './restart.ts';

describe('when the desk process dies', () => {
  const worked = true;

  it('starts again after half a second, then after two', () => {
    expect(afterCrash([], 1000, { worked })).toEqual({ crashes: [1000], restartInMs: 500 });
    expect(afterCrash([1000], 5000, { worked })).toEqual({ crashes: [1000, 5000], restartInMs: 2000 });
  });

  it('gives up at the third time within a minute', () => {
    expect(afterCrash([1000, 5000], 60_999, { worked })).toEqual({
      crashes: [1000, 5000, 60_999],
      restartInMs: null,
    });
  });

  it('forgets what is older than a minute, if it worked since', () => {
    expect(afterCrash([1000, 5000], 61_000, { worked })).toEqual({
      crashes: [5000, 61_000],
      restartInMs: 2000,
    });
    expect(afterCrash([1000, 5000], 900_000, { worked })).toEqual({ crashes: [900_000], restartInMs: 500 });
  });

  it('gives up on a desk that takes its time to die at each start', () => {
    expect(afterCrash([1000, 41_000], 81_000, { worked: false })).toEqual({
      crashes: [1000, 41_000, 81_000],
      restartInMs: null,
    });
  });
});

describe('when the page dies', () => {
  it('is loaded again once a minute, then people are told', () => {
    expect(afterPageGone('crashed', null, 1000)).toBe('reload');
    expect(afterPageGone('oom', 1000, 60_999)).toBe('tell');
    expect(afterPageGone('crashed', 1000, 61_000)).toBe('reload');
  });

  it('is left alone when it was closed on purpose', () => {
    expect(afterPageGone('clean-exit', null, 1000)).toBe('nothing');
  });
});
