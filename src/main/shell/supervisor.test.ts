import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskToShell, OpenMessage, SealAnswer, ShellToDesk } from '../hosts/shell-messages.ts';
import { type DeskChild, type Supervisor, superviseDesk } from './supervisor.ts';

const open: OpenMessage = {
  type: 'open',
  folder: '/srv/msp',
  key: null,
  version: '0.1.0',
  demo: false,
  seal: { available: true, name: 'DPAPI' },
};

class Port {
  closed = false;
  close() {
    this.closed = true;
  }
}

class Child implements DeskChild<Port> {
  readonly got: { message: ShellToDesk; ports: readonly Port[] }[] = [];
  killed = false;
  say: (message: DeskToShell | { type: 'gibberish' }) => void = () => undefined;
  end: (code: number) => void = () => undefined;
  post(message: ShellToDesk, ports: readonly Port[]) {
    this.got.push({ message, ports });
  }
  onMessage(listener: (message: unknown) => void) {
    this.say = listener;
  }
  onExit(listener: (code: number) => void) {
    this.end = listener;
  }
  kill() {
    this.killed = true;
  }
  get types() {
    return this.got.map(({ message }) => message.type);
  }
}

let children: Child[] = [];
let states: string[] = [];
let answerSeal: (answer: SealAnswer) => void = () => undefined;
const last = (): Child => {
  const child = children.at(-1);
  if (child === undefined) throw new Error('no process was started');
  return child;
};

const supervise = (): Supervisor<Port> => {
  const supervisor = superviseDesk<Port>({
    open: () => open,
    spawn: () => {
      const child = new Child();
      children.push(child);
      return child;
    },
    answerSeal: () => new Promise((resolve) => (answerSeal = resolve)),
    onState: (state, stop) => states.push(stop === null ? state : `${state}: ${stop.why}`),
    now: () => Date.now(),
    log: () => undefined,
  });
  supervisor.start();
  return supervisor;
};

beforeEach(() => {
  children = [];
  states = [];
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('starting the desk', () => {
  it('tells it at once which folder it opens, and waits for its word', () => {
    const supervisor = supervise();
    expect(last().got).toEqual([{ message: open, ports: [] }]);
    expect(supervisor.state).toBe('starting');
    last().say({ type: 'ready' });
    expect(states).toEqual(['starting', 'ready']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hands a waiting page over as soon as the desk is ready, the latest one only', () => {
    const supervisor = supervise();
    const [before, after] = [new Port(), new Port()];
    supervisor.connect(before);
    supervisor.connect(after);
    expect(before.closed).toBe(true);
    last().say({ type: 'ready' });
    expect(last().got[1]).toEqual({ message: { type: 'connect' }, ports: [after] });
    expect(after.closed).toBe(false);
  });

  it('hands each later page over at once', () => {
    const supervisor = supervise();
    last().say({ type: 'ready' });
    const port = new Port();
    supervisor.connect(port);
    expect(last().got.at(-1)).toEqual({ message: { type: 'connect' }, ports: [port] });
  });

  it('ends a desk that does not answer within a minute, and lets people choose', () => {
    supervise();
    vi.advanceTimersByTime(59_999);
    expect(last().killed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(last().killed).toBe(true);
    expect(states).toEqual(['starting']);
    last().end(9);
    expect(states).toEqual(['starting', 'failed: too-slow']);
    vi.advanceTimersByTime(100_000);
    expect(children.length).toBe(1);
  });

  it('tells people the desk’s own reason when it cannot work, and does not try again by itself', () => {
    supervise();
    last().say({ type: 'failed', code: 'native-module', message: 'Parvis ne peut pas démarrer.' });
    last().end(1);
    vi.advanceTimersByTime(100_000);
    expect(states).toEqual(['starting', 'failed: refused']);
    expect(children.length).toBe(1);
  });

  it('ends a desk that failed but does not leave', () => {
    supervise();
    last().say({ type: 'failed', code: 'native-module', message: 'Parvis ne peut pas démarrer.' });
    vi.advanceTimersByTime(2_000);
    expect(last().killed).toBe(true);
  });

  it('ignores what it does not understand', () => {
    supervise();
    last().say({ type: 'gibberish' });
    expect(states).toEqual(['starting']);
  });
});

describe('a desk that dies', () => {
  it('is started again, later each time, and people are told at the third time in a minute', () => {
    supervise();
    last().say({ type: 'ready' });
    last().end(134);
    vi.advanceTimersByTime(499);
    expect(children.length).toBe(1);
    vi.advanceTimersByTime(1);
    expect(children.length).toBe(2);
    last().end(134);
    vi.advanceTimersByTime(1_999);
    expect(children.length).toBe(2);
    vi.advanceTimersByTime(1);
    expect(children.length).toBe(3);
    last().end(134);
    vi.advanceTimersByTime(100_000);
    expect(children.length).toBe(3);
    expect(states).toEqual([
      'starting',
      'ready',
      'starting',
      'starting',
      'starting',
      'starting',
      'failed: crashed',
    ]);
  });

  it('is started again even when it left politely without being asked', () => {
    supervise();
    last().say({ type: 'ready' });
    last().end(0);
    vi.advanceTimersByTime(500);
    expect(children.length).toBe(2);
  });

  it('is forgiven after a quiet minute', () => {
    supervise();
    for (let day = 0; day < 5; day++) {
      last().say({ type: 'ready' });
      vi.advanceTimersByTime(60_000);
      last().end(134);
      vi.advanceTimersByTime(500);
    }
    expect(children.length).toBe(6);
    expect(states).not.toContain('failed: crashed');
  });

  it('can be tried again by hand, with a clean slate', () => {
    const supervisor = supervise();
    for (let time = 0; time < 3; time++) {
      last().end(1);
      vi.advanceTimersByTime(2_000);
    }
    expect(states.at(-1)).toBe('failed: crashed');
    supervisor.start();
    last().end(1);
    expect(states.at(-1)).toBe('starting');
    vi.advanceTimersByTime(500);
    expect(children.length).toBe(5);
  });

  it('is not tried for ever when each start takes long to die', () => {
    supervise();
    for (let time = 0; time < 3; time++) {
      vi.advanceTimersByTime(40_000);
      last().end(1);
      vi.advanceTimersByTime(2_000);
    }
    expect(states.at(-1)).toBe('failed: crashed');
    expect(children.length).toBe(3);
  });

  it('has no say any more once another was started', () => {
    supervise();
    const first = last();
    first.end(1);
    vi.advanceTimersByTime(500);
    first.say({ type: 'ready' });
    first.end(1);
    expect(states).toEqual(['starting', 'starting', 'starting']);
    expect(children.length).toBe(2);
  });
});

describe('the key store', () => {
  it('answers the desk that asked', async () => {
    supervise();
    last().say({ type: 'unseal', id: 4, bytes: 'AQI=' });
    answerSeal({ type: 'sealed', id: 4, ok: true, bytes: 'AwQ=', renew: false });
    await vi.advanceTimersByTimeAsync(0);
    expect(last().got.at(-1)?.message).toEqual({
      type: 'sealed',
      id: 4,
      ok: true,
      bytes: 'AwQ=',
      renew: false,
    });
  });

  it('may wait for a password without the desk being ended for it', async () => {
    supervise();
    last().say({ type: 'unseal', id: 1, bytes: 'AQI=' });
    await vi.advanceTimersByTimeAsync(300_000);
    expect(last().killed).toBe(false);
    answerSeal({ type: 'sealed', id: 1, ok: false, reason: 'cancelled' });
    await vi.advanceTimersByTimeAsync(59_999);
    expect(last().killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(last().killed).toBe(true);
  });

  it('says nothing to a desk that died meanwhile', async () => {
    supervise();
    const first = last();
    first.say({ type: 'seal', id: 1, bytes: 'AQI=' });
    first.end(1);
    vi.advanceTimersByTime(500);
    answerSeal({ type: 'sealed', id: 1, ok: true, bytes: 'AwQ=', renew: false });
    await vi.advanceTimersByTimeAsync(0);
    expect([first.types, last().types]).toEqual([['open'], ['open']]);
  });
});

describe('closing the desk', () => {
  const settled = async (promise: Promise<void>): Promise<boolean> => {
    let done = false;
    void promise.then(() => {
      done = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    return done;
  };

  it('waits until the file is closed', async () => {
    const supervisor = supervise();
    last().say({ type: 'ready' });
    const closed = supervisor.close();
    expect(last().types).toEqual(['open', 'close']);
    expect(await settled(closed)).toBe(false);
    last().say({ type: 'closed' });
    expect(await settled(closed)).toBe(true);
  });

  it('is over too when the desk dies over it, and nobody starts it again', async () => {
    const supervisor = supervise();
    last().say({ type: 'ready' });
    const closed = supervisor.close();
    last().end(139);
    expect(await settled(closed)).toBe(true);
    vi.advanceTimersByTime(100_000);
    supervisor.start();
    expect(children.length).toBe(1);
  });

  it('is over at once when there is no desk: between two starts, or after it gave up', async () => {
    const waiting = supervise();
    last().end(1);
    expect(await settled(waiting.close())).toBe(true);
    vi.advanceTimersByTime(100_000);
    expect(children.length).toBe(1);

    const failed = supervise();
    last().say({ type: 'failed', code: 'x', message: 'x' });
    expect(await settled(failed.close())).toBe(true);
  });

  it('can be asked while the desk still opens: it is not ended for being slow, and does not come back as ready', async () => {
    const supervisor = supervise();
    const closed = supervisor.close();
    last().say({ type: 'ready' });
    vi.advanceTimersByTime(100_000);
    expect(last().killed).toBe(false);
    expect(states).toEqual(['starting']);
    last().say({ type: 'closed' });
    expect(await settled(closed)).toBe(true);
  });

  it('is asked once', () => {
    const supervisor = supervise();
    last().say({ type: 'ready' });
    expect(supervisor.close()).toBe(supervisor.close());
    expect(last().types).toEqual(['open', 'close']);
  });
});

describe('sleep', () => {
  it('is told to a desk that is ready, and to no other', () => {
    const supervisor = supervise();
    supervisor.suspend();
    last().say({ type: 'ready' });
    supervisor.suspend();
    supervisor.resume();
    expect(last().types).toEqual(['open', 'suspend', 'resume']);
  });
});
