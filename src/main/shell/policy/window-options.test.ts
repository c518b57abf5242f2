import { describe, expect, it } from 'vitest';
import { webPreferences, windowOptions } from './window-options.ts';

describe('how the window is made', () => {
  it('gives the page no way to the PC', () => {
    expect(webPreferences('/opt/parvis/preload.cjs', { packaged: true })).toEqual({
      preload: '/opt/parvis/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
  });

  it('has developer tools in a development build only', () => {
    expect(webPreferences('', { packaged: false }).devTools).toBe(true);
  });

  it('opens where it was, hidden until the page is drawn, in the colour of the theme', () => {
    const placement = { x: 10, y: 20, width: 1366, height: 768 };
    const light = windowOptions({ placement, dark: false, preload: 'p', packaged: true });
    expect(light).toEqual({
      x: 10,
      y: 20,
      width: 1366,
      height: 768,
      minWidth: 1024,
      minHeight: 640,
      show: false,
      backgroundColor: '#f4f3ef',
      title: 'Parvis',
      webPreferences: webPreferences('p', { packaged: true }),
    });
    expect(windowOptions({ placement, dark: true, preload: 'p', packaged: true }).backgroundColor).toBe(
      '#14191b',
    );
  });
});
