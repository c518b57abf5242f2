/**
 * The receptionist's hands. Every key counts, modifiers included: `Ctrl+K` is two. Text counts each character.
 * The mouse is watched from inside the page: what a test clicks shows, however it clicks.
 */
import type { Page } from '@playwright/test';

export interface Hands {
  /** A key, or a chord such as `Control+KeyK`. */
  press(chord: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Keys pressed since the start, or since `forget`. */
  readonly keys: number;
  /** Clicks, wheel turns and touches that the page has seen. */
  mouse(): Promise<number>;
  forget(): void;
}

const WATCHED = ['mousedown', 'wheel', 'touchstart'] as const;

declare global {
  interface Window {
    parvisMouse?: number;
  }
}

/** To be called before the page is first opened. */
export const handsOn = async (page: Page): Promise<Hands> => {
  await page.addInitScript((events) => {
    window.parvisMouse = 0;
    const count = () => {
      window.parvisMouse = (window.parvisMouse ?? 0) + 1;
    };
    for (const event of events) window.addEventListener(event, count, { capture: true, passive: true });
  }, WATCHED);
  let keys = 0;
  return {
    press: async (chord) => {
      keys += chord === '+' ? 1 : chord.split(/\+(?=.)/).length;
      await page.keyboard.press(chord);
    },
    type: async (text) => {
      keys += [...text].length;
      await page.keyboard.type(text);
    },
    get keys() {
      return keys;
    },
    mouse: () => page.evaluate(() => window.parvisMouse ?? 0),
    forget: () => {
      keys = 0;
    },
  };
};
