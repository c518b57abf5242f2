import { describe, expect, it } from 'vitest';
import { readPlaywright, readVitest } from './rings.ts';

const vitest = (fields: object) => ({
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{}] }],
  ...fields,
});
const playwright = (stats: object, errors: readonly object[] = []) => ({
  stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe('the count of a run', () => {
  it('is what the tests said when all went well', () => {
    expect(readVitest(vitest({}), 0)).toEqual({ passed: 12, failed: 0, notes: [] });
    expect(readPlaywright(playwright({}), 0)).toEqual({ passed: 5, failed: 0, notes: [] });
  });

  it('counts failed tests once', () => {
    expect(readVitest(vitest({ numFailedTests: 2 }), 1)).toEqual({ passed: 12, failed: 2, notes: [] });
    expect(readPlaywright(playwright({ unexpected: 3 }), 1)).toEqual({ passed: 5, failed: 3, notes: [] });
  });

  it('counts a file that cannot be read as failed', () => {
    const testResults = [{ name: 'b.test.ts', status: 'failed', assertionResults: [] }];
    expect(readVitest(vitest({ testResults }), 1)).toEqual({
      passed: 12,
      failed: 1,
      notes: ['b.test.ts could not be run'],
    });
    expect(readPlaywright(playwright({}, [{ message: 'no such file' }]), 1)).toEqual({
      passed: 5,
      failed: 1,
      notes: ['no such file'],
    });
  });

  it('counts an error outside any test as failed', () => {
    expect(readVitest(vitest({}), 1).failed).toBe(1);
    expect(readPlaywright(playwright({}), 1).failed).toBe(1);
  });

  it('counts what was left out as failed', () => {
    expect(readVitest(vitest({ numPendingTests: 1, numTodoTests: 2 }), 0).failed).toBe(3);
    expect(readPlaywright(playwright({ skipped: 1 }), 0).failed).toBe(1);
  });

  it('names two scenarios that passed only the second time, and counts three as failed', () => {
    expect(readPlaywright(playwright({ flaky: 2 }), 0)).toEqual({
      passed: 7,
      failed: 0,
      notes: ['2 unstable, 0 left out'],
    });
    expect(readPlaywright(playwright({ flaky: 3 }), 0)).toMatchObject({ passed: 5, failed: 3 });
  });

  it('counts a run without any test, or without a report, as failed', () => {
    expect(readVitest(vitest({ numPassedTests: 0, testResults: [] }), 0).failed).toBe(1);
    expect(readPlaywright(playwright({ expected: 0 }), 0).failed).toBe(1);
    expect(readVitest(null, 0).failed).toBe(1);
    expect(readPlaywright(null, 0).failed).toBe(1);
  });
});
