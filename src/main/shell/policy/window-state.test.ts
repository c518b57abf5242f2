import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_WINDOW, parseSavedWindow, placeWindow } from './window-state.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: -200, width: 1920, height: 1040 };

describe('where the window opens', () => {
  it('is where it was', () => {
    const saved = { x: 1500, y: 0, width: 1200, height: 800 };
    expect(placeWindow(saved, [laptop, second])).toEqual(saved);
  });

  it('is the main screen when the second one is gone', () => {
    expect(placeWindow({ x: 1500, y: 0, width: 1200, height: 800 }, [laptop])).toEqual({
      width: 1366,
      height: 728,
    });
  });

  it('is the main screen when only a sliver of the title bar could be grabbed', () => {
    expect(placeWindow({ x: 1300, y: 100, width: 1200, height: 700 }, [laptop])).toEqual({
      width: 1366,
      height: 728,
    });
    expect(placeWindow({ x: 0, y: -20, width: 1200, height: 700 }, [laptop])).toEqual({
      width: 1366,
      height: 728,
    });
    expect(placeWindow({ x: 0, y: 720, width: 1200, height: 700 }, [laptop])).toEqual({
      width: 1366,
      height: 728,
    });
  });

  it('is partly off the screen if somebody put it there and can take it back', () => {
    const saved = { x: -900, y: 10, width: 1200, height: 700 };
    expect(placeWindow(saved, [laptop])).toEqual(saved);
  });

  it('is no larger than a screen that became smaller', () => {
    expect(placeWindow({ x: 0, y: 0, width: 1920, height: 1040 }, [laptop])).toEqual({
      x: 0,
      y: 0,
      width: 1366,
      height: 728,
    });
  });

  it('is comfortable on a first start, whatever the screen', () => {
    expect(placeWindow(null, [second])).toEqual({ width: 1440, height: 900 });
    expect(placeWindow(null, [])).toEqual({ width: 1440, height: 900 });
  });
});

describe('what was kept of the window', () => {
  it('comes back', () => {
    const saved = {
      bounds: { x: -8, y: 0, width: 1366, height: 768 },
      maximized: false,
      theme: 'dark' as const,
    };
    expect(parseSavedWindow(JSON.stringify(saved))).toEqual(saved);
  });

  it.each([
    '',
    'null',
    '[]',
    '7',
    '{"bounds":1,"theme":"pink","maximized":"yes"}',
    '{"bounds":{"x":0,"y":0,"width":0,"height":5}}',
    '{"bounds":',
  ])('counts for nothing when it is %j', (text) => {
    expect(parseSavedWindow(text)).toEqual(FIRST_WINDOW);
  });

  it('never prevents a start, whatever the file holds', () => {
    fc.assert(fc.property(fc.json(), (text) => parseSavedWindow(text).theme !== undefined));
  });
});
