/**
 * The order in which Parvis ends: the page saves what is being typed (5 s at most), the desk closes its file (10 s at
 * most), the program leaves. Every way out goes through here: the window's cross, the menu, the system.
 *
 * When the session ends (log-off, power off) the page is not asked: Windows grants about five seconds, and they belong
 * to the file. Nothing acknowledged can be lost either way (every commit is durable); closing only tidies up.
 */

export const PAGE_MAY_TAKE_MS = 5_000;
export const DESK_MAY_TAKE_MS = 10_000;

export type QuitState = 'open' | 'saving' | 'closing' | 'done';
export type QuitEvent =
  | 'asked'
  | 'session-ends'
  | 'page-saved'
  | 'page-late'
  | 'page-gone'
  | 'desk-closed'
  | 'desk-late';
export type QuitEffect = 'ask-page' | 'close-desk' | 'leave';

export interface QuitStep {
  readonly state: QuitState;
  readonly effect: QuitEffect | null;
}

const ORDER: { readonly [S in QuitState]: { readonly [E in QuitEvent]?: QuitStep } } = {
  open: {
    asked: { state: 'saving', effect: 'ask-page' },
    'session-ends': { state: 'closing', effect: 'close-desk' },
  },
  saving: {
    'page-saved': { state: 'closing', effect: 'close-desk' },
    'page-late': { state: 'closing', effect: 'close-desk' },
    'page-gone': { state: 'closing', effect: 'close-desk' },
    'session-ends': { state: 'closing', effect: 'close-desk' },
  },
  closing: {
    'desk-closed': { state: 'done', effect: 'leave' },
    'desk-late': { state: 'done', effect: 'leave' },
  },
  done: {},
};

/** An event that has no place in a state changes nothing: asking twice to quit is one quit. */
export const quitStep = (state: QuitState, event: QuitEvent): QuitStep =>
  ORDER[state][event] ?? { state, effect: null };

export interface QuitHands {
  /** Asks the page to save. `false` when there is no page to ask. */
  askPage(): boolean;
  /** Resolves when the file is closed. */
  closeDesk(): Promise<void>;
  leave(): void;
  log(event: string): void;
}

export interface Quit {
  /** Whether a window or the program may close now. When not, prevent it and call `send('asked')`. */
  readonly mayLeave: boolean;
  send(event: QuitEvent): void;
}

export const createQuit = (hands: QuitHands): Quit => {
  let state: QuitState = 'open';
  let timer: NodeJS.Timeout | undefined;

  const within = (ms: number, late: QuitEvent): void => {
    timer = setTimeout(() => send(late), ms);
  };

  const carryOut = (effect: QuitEffect): void => {
    switch (effect) {
      case 'ask-page':
        within(PAGE_MAY_TAKE_MS, 'page-late');
        if (!hands.askPage()) send('page-gone');
        return;
      case 'close-desk':
        within(DESK_MAY_TAKE_MS, 'desk-late');
        hands.closeDesk().then(
          () => send('desk-closed'),
          () => send('desk-late'),
        );
        return;
      case 'leave':
        hands.leave();
    }
  };

  const send = (event: QuitEvent): void => {
    const step = quitStep(state, event);
    if (step.effect === null) return;
    hands.log(`quit: ${state} → ${step.state} (${event})`);
    state = step.state;
    clearTimeout(timer);
    carryOut(step.effect);
  };

  return {
    get mayLeave() {
      return state === 'done';
    },
    send,
  };
};
