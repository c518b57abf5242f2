import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQuit, type QuitEvent, type QuitState, quitStep } from './quit.ts';

describe('the order in which Parvis ends', () => {
  it('is written as one table', () => {
    const states: QuitState[] = ['open', 'saving', 'closing', 'done'];
    const events: QuitEvent[] = [
      'asked',
      'session-ends',
      'page-saved',
      'page-late',
      'page-gone',
      'desk-closed',
      'desk-late',
    ];
    const lines = states.flatMap((state) =>
      events
        .map((event) => ({ state, event, then: quitStep(state, event) }))
        .filter(({ then }) => then.effect !== null),
    );
    expect(
      lines.map(({ state, event, then }) => `${state} + ${event} = ${then.state}, ${then.effect}`),
    ).toEqual([
      'open + asked = saving, ask-page',
      'open + session-ends = closing, close-desk',
      'saving + session-ends = closing, close-desk',
      'saving + page-saved = closing, close-desk',
      'saving + page-late = closing, close-desk',
      'saving + page-gone = closing, close-desk',
      'closing + desk-closed = done, leave',
      'closing + desk-late = done, leave',
    ]);
  });
});

describe('closing Parvis', () => {
  const done: string[] = [];
  let closeFile: (() => void) | undefined;
  let failToClose: (() => void) | undefined;
  let pageThere = true;
  const start = () =>
    createQuit({
      askPage: () => {
        done.push('page asked');
        return pageThere;
      },
      closeDesk: () => {
        done.push('desk asked');
        return new Promise((resolve, reject) => {
          closeFile = resolve;
          failToClose = () => reject(new Error('gone'));
        });
      },
      leave: () => done.push('left'),
      log: () => undefined,
    });

  beforeEach(() => {
    done.length = 0;
    pageThere = true;
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets the page save, then the desk close, then leaves', async () => {
    const quit = start();
    quit.send('asked');
    expect(done).toEqual(['page asked']);
    quit.send('page-saved');
    expect(done).toEqual(['page asked', 'desk asked']);
    expect(quit.mayLeave).toBe(false);
    closeFile?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['page asked', 'desk asked', 'left']);
    expect(quit.mayLeave).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not wait for a frozen page more than five seconds', async () => {
    const quit = start();
    quit.send('asked');
    await vi.advanceTimersByTimeAsync(4_999);
    expect(done).toEqual(['page asked']);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual(['page asked', 'desk asked']);
  });

  it('does not wait for a stuck desk more than ten seconds', async () => {
    const quit = start();
    quit.send('asked');
    quit.send('page-saved');
    await vi.advanceTimersByTimeAsync(9_999);
    expect(quit.mayLeave).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual(['page asked', 'desk asked', 'left']);
  });

  it('goes straight to the desk when the page is gone', () => {
    pageThere = false;
    const quit = start();
    quit.send('asked');
    expect(done).toEqual(['page asked', 'desk asked']);
  });

  it('does not ask the page when the session ends, even if it was asked already', () => {
    start().send('session-ends');
    expect(done).toEqual(['desk asked']);
    done.length = 0;
    const quit = start();
    quit.send('asked');
    quit.send('session-ends');
    expect(done).toEqual(['page asked', 'desk asked']);
  });

  it('is one quit, however often it is asked', async () => {
    const quit = start();
    for (const event of ['asked', 'asked', 'page-saved', 'asked', 'page-saved', 'session-ends'] as const)
      quit.send(event);
    failToClose?.();
    await vi.advanceTimersByTimeAsync(0);
    quit.send('asked');
    expect(done).toEqual(['page asked', 'desk asked', 'left']);
  });
});
