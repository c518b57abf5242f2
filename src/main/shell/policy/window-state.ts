/**
 * Where the window was, kept in a small file beside the data folder.
 *
 * Trap: a second screen that is gone since. A window that opens off every screen looks like a program that does not
 * start, so saved bounds count only while enough of the title bar can be grabbed.
 */
import { THEMES, type Theme } from '../../../contract/shell.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Without x and y the system centres the window. */
export type Placement = Bounds | { readonly width: number; readonly height: number };

export interface SavedWindow {
  readonly bounds: Bounds | null;
  readonly maximized: boolean;
  readonly theme: Theme;
}

export const FIRST_WINDOW: SavedWindow = { bounds: null, maximized: true, theme: 'system' };

/** Any text that is not ours gives the window of a first start. */
export const parseSavedWindow = (text: string): SavedWindow => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return FIRST_WINDOW;
  }
  if (!isRecord(value)) return FIRST_WINDOW;
  const { maximized, theme } = value;
  return {
    bounds: asBounds(value['bounds']),
    maximized: typeof maximized === 'boolean' ? maximized : FIRST_WINDOW.maximized,
    theme: THEMES.find((known) => known === theme) ?? FIRST_WINDOW.theme,
  };
};

const COMFORTABLE = { width: 1440, height: 900 } as const;
/** As much of the title bar as a hand needs to drag it back. */
const GRIP = { width: 120, height: 32 } as const;

/** @param workAreas of the displays there are, the main one first, without task bars. */
export const placeWindow = (saved: Bounds | null, workAreas: readonly Bounds[]): Placement => {
  const area = saved === null ? undefined : workAreas.find((candidate) => canGrab(saved, candidate));
  if (saved === null || area === undefined) return fitted(COMFORTABLE, workAreas[0]);
  return { x: saved.x, y: saved.y, ...fitted(saved, area) };
};

const canGrab = (window: Bounds, area: Bounds): boolean => {
  const across = overlap(window.x, window.x + window.width, area.x, area.x + area.width);
  const down = overlap(window.y, window.y + GRIP.height, area.y, area.y + area.height);
  return across >= GRIP.width && down >= GRIP.height;
};

const overlap = (a: number, b: number, c: number, d: number): number => Math.min(b, d) - Math.max(a, c);

const fitted = (size: { width: number; height: number }, area: Bounds | undefined) => ({
  width: Math.min(size.width, area?.width ?? size.width),
  height: Math.min(size.height, area?.height ?? size.height),
});

const asBounds = (value: unknown): Bounds | null => {
  if (!isRecord(value)) return null;
  const { x, y, width, height } = value;
  return isWhole(x) && isWhole(y) && isWhole(width) && isWhole(height) && width > 0 && height > 0
    ? { x, y, width, height }
    : null;
};

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
