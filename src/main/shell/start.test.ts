import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemEvent, type world as World } from '../../../tests/electron/fake-electron.ts';
import { SHELL_CHANNELS } from '../../contract/shell.ts';

type Handler = (...args: unknown[]) => unknown;

let folder = '';
let world: typeof World;

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
};

const launch = async (): Promise<void> => {
  const { start } = await import('./start.ts');
  start({
    desk: '/opt/parvis/desk-process.js',
    preload: '/opt/parvis/index.cjs',
    page: join(folder, 'page'),
  });
  await settled();
};

const sessionHandler = (name: string): Handler => world.session.defaultSession.handlers.get(name) as Handler;
const page = { url: 'app://parvis/#/jour', parent: null };
const foreign = { url: 'https://example.org/', parent: null };
const invoke = async (channel: string, argument?: unknown, senderFrame: unknown = page): Promise<unknown> =>
  (world.ipcMain.handlers.get(channel) as Handler)({ senderFrame }, argument);
const sent = (channel: string): unknown[] =>
  world.window.webContents.sent.filter(([name]) => name === channel).map(([, value]) => value);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-shell-'));
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page', 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  vi.stubEnv('PARVIS_DATA', join(folder, 'msp'));
  vi.stubEnv('PARVIS_OPEN', '');
  vi.resetModules();
  const fake = await import('../../../tests/electron/fake-electron.ts');
  ({ world } = fake);
  vi.doMock('electron', () => fake.electron);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

describe('starting Parvis', () => {
  it('settles what cannot be settled later, before Electron is ready', async () => {
    await launch();
    expect(world.done).toEqual([
      'single instance',
      'crash reports {"uploadToServer":false}',
      'sandbox',
      'schemes [{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true,"codeCache":true}}]',
      'ready',
      'menu',
    ]);
    expect([...world.switches]).toEqual([
      ['host-resolver-rules', 'MAP * ~NOTFOUND'],
      ['disable-background-networking', undefined],
      ['disable-component-update', undefined],
      ['disable-domain-reliability', undefined],
      ['no-pings', undefined],
      ['lang', 'fr'],
    ]);
    expect([...world.paths]).toEqual([
      ['documents', '/tmp'],
      ['userData', join(folder, 'msp-fenetre')],
      ['sessionData', join(folder, 'msp-fenetre')],
      ['crashDumps', join(folder, 'msp-fenetre', 'pannes')],
    ]);
  });

  it('is left at once when Parvis is open on this folder already', async () => {
    world.app.firstInstance = false;
    await launch();
    expect([world.app.exitCode, world.done, world.desks]).toEqual([0, ['single instance'], 0]);
  });

  it('brings the first window forward when somebody starts it a second time', async () => {
    await launch();
    world.window.minimized = true;
    world.app.emit('second-instance');
    expect(world.window.calls).toEqual(['restore', 'show', 'focus']);
  });

  it('shows the window once it is drawn, loads the page and opens the folder', async () => {
    await launch();
    expect(world.window.options['show']).toBe(false);
    expect(world.window.loaded).toBe('app://parvis/');
    expect(world.window.calls).toEqual([]);
    world.window.emit('ready-to-show');
    expect(world.window.calls).toEqual(['maximize', 'show']);
    expect(world.desk.entry).toBe('/opt/parvis/desk-process.js');
    expect(world.desk.got[0]?.message).toEqual({
      type: 'open',
      folder: join(folder, 'msp'),
      key: null,
      version: '0.1.0',
      demo: false,
      seal: expect.objectContaining({ available: true }),
    });
  });

  it('opens no window to look at with PARVIS_OPEN=0', async () => {
    vi.stubEnv('PARVIS_OPEN', '0');
    await launch();
    world.window.emit('ready-to-show');
    expect(world.window.calls).toEqual([]);
    expect(world.window.loaded).toBe('app://parvis/');
  });

  it('says so when it may not write beside the data folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    vi.stubEnv('PARVIS_DATA', join(folder, 'file', 'msp'));
    await launch();
    expect([world.dialog.errors, world.app.exitCode, world.desks]).toEqual([
      ['Parvis ne peut pas s’ouvrir'],
      1,
      0,
    ]);
  });
});

describe('the locks', () => {
  it('serve the page, and nothing beside it', async () => {
    await launch();
    const serve = sessionHandler('app') as (request: { url: string; method: string }) => Promise<Response>;
    writeFileSync(join(folder, 'secret.js'), 'x');
    expect(await (await serve({ url: 'app://parvis/', method: 'GET' })).text()).toMatch(
      /content="[A-Za-z0-9+/]{22}=="/,
    );
    expect((await serve({ url: 'app://parvis/%2e%2e/secret.js', method: 'GET' })).status).toBe(400);
    expect((await serve({ url: 'app://parvis/none.js', method: 'GET' })).status).toBe(404);
  });

  it('refuse permissions, devices, screens and the network', async () => {
    await launch();
    const contents = world.window.webContents;
    const answers: unknown[] = [];
    sessionHandler('request')(contents, 'geolocation', (answer: unknown) => answers.push(answer));
    sessionHandler('request')(contents, 'clipboard-sanitized-write', (answer: unknown) =>
      answers.push(answer),
    );
    sessionHandler('display')({}, (answer: unknown) => answers.push(answer));
    sessionHandler('network')({ url: 'https://example.org/' }, (answer: unknown) => answers.push(answer));
    sessionHandler('network')({ url: 'app://parvis/assets/index.js' }, (answer: unknown) =>
      answers.push(answer),
    );
    expect(answers).toEqual([false, true, null, { cancel: true }, { cancel: false }]);
    expect(sessionHandler('check')(contents, 'media')).toBe(false);
    expect(sessionHandler('check')(null, 'clipboard-sanitized-write')).toBe(false);
    expect(sessionHandler('device')()).toBe(false);
    expect(contents.webRtc).toBe('disable_non_proxied_udp');
    expect(world.session.defaultSession.spellChecker).toBe(false);
    expect(world.session.defaultSession.dictionaries).toBe('app://parvis/no-dictionary/');
  });

  it('keep the page where it is, whichever way it is made to leave', async () => {
    await launch();
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const away = { ...systemEvent(), url: 'https://example.org/', isMainFrame: true };
      const home = { ...systemEvent(), url: 'app://parvis/', isMainFrame: true };
      const kept: string[] = [];
      world.window.webContents.emit(name, { ...away, preventDefault: () => kept.push('away') });
      world.window.webContents.emit(name, { ...home, preventDefault: () => kept.push('home') });
      expect([name, kept]).toEqual([name, ['away']]);
    }
    const webview = systemEvent();
    world.window.webContents.emit('will-attach-webview', webview);
    const download = systemEvent();
    world.session.defaultSession.emit('will-download', download);
    expect([webview.prevented, download.prevented]).toEqual([true, true]);
  });

  it('open no second window; a link to the outside goes to the system if it is of a known kind', async () => {
    await launch();
    const open = world.window.webContents.openHandler;
    expect(open({ url: 'https://www.ameli.fr/' })).toEqual({ action: 'deny' });
    expect(open({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
    expect(world.opened).toEqual(['https://www.ameli.fr/']);
  });
});

describe('what the page asks', () => {
  it('is heard from our own page only', async () => {
    await launch();
    expect(await invoke(SHELL_CHANNELS.version)).toBe('0.1.0');
    await expect(invoke(SHELL_CHANNELS.version, undefined, foreign)).rejects.toThrow('refused');
    await expect(invoke(SHELL_CHANNELS.version, undefined, null)).rejects.toThrow('refused');
    expect(await invoke(SHELL_CHANNELS.deskState)).toBe('starting');
    expect(await invoke(SHELL_CHANNELS.windowState)).toEqual({
      focused: true,
      maximized: false,
      fullScreen: false,
    });
  });

  it('hands its port to the desk, and nobody else’s', async () => {
    await launch();
    world.desk.emit('message', { type: 'ready' });
    world.ipcMain.emit(SHELL_CHANNELS.connect, { senderFrame: foreign, ports: ['foreign port'] });
    world.ipcMain.emit(SHELL_CHANNELS.connect, { senderFrame: page, ports: ['port'] });
    expect(world.desk.got.slice(1)).toEqual([{ message: { type: 'connect' }, ports: ['port'] }]);
    expect(sent(SHELL_CHANNELS.deskStateChanged)).toEqual(['starting', 'ready']);
  });

  it('saves a file where the person chose, under a safe name', async () => {
    await launch();
    const file = { name: '../lignes : refusées', kind: 'csv', bytes: new Uint8Array([97, 59, 98]) };
    world.dialog.savePath = join(folder, 'choisi');
    expect(await invoke(SHELL_CHANNELS.saveFile, file)).toBe('saved');
    expect(readFileSync(join(folder, 'choisi.csv'), 'utf8')).toBe('a;b');
    expect(world.dialog.proposed).toBe(join('/tmp', 'lignes refusées.csv'));
    expect(await invoke(SHELL_CHANNELS.savePdf, 'Journée')).toBe('saved');
    expect(readFileSync(join(folder, 'choisi.pdf'), 'utf8')).toBe('%PDF-');
  });

  it('says when nothing was saved, and which', async () => {
    await launch();
    const file = { name: 'a', kind: 'csv', bytes: new Uint8Array([97]) };
    expect(await invoke(SHELL_CHANNELS.saveFile, file)).toBe('cancelled');
    world.dialog.savePath = join(folder, 'none', 'x.csv');
    expect(await invoke(SHELL_CHANNELS.saveFile, file)).toBe('failed');
    expect(await invoke(SHELL_CHANNELS.saveFile, { ...file, kind: 'exe' })).toBe('failed');
    expect(await invoke(SHELL_CHANNELS.savePdf, 7)).toBe('failed');
  });

  it('prints, and tells a change of mind from a fault', async () => {
    await launch();
    const outcomes: unknown[] = [];
    for (const answer of [
      [true, ''],
      [false, 'Print job canceled'],
      [false, 'Invalid printer settings'],
    ] as const) {
      world.window.webContents.printAnswer = answer;
      outcomes.push(await invoke(SHELL_CHANNELS.print));
    }
    expect(outcomes).toEqual(['printed', 'cancelled', 'failed']);
  });

  it('changes the theme for good', async () => {
    await launch();
    await invoke(SHELL_CHANNELS.setTheme, 'dark');
    await invoke(SHELL_CHANNELS.setTheme, 'pink');
    expect(world.nativeTheme.themeSource).toBe('dark');
    expect(JSON.parse(readFileSync(join(folder, 'msp-fenetre', 'fenetre.json'), 'utf8'))).toEqual({
      bounds: { x: 10, y: 20, width: 1300, height: 700 },
      maximized: false,
      theme: 'dark',
    });
  });
});

describe('the desk behind the window', () => {
  it('has its key sealed and unsealed by the system', async () => {
    await launch();
    world.desk.emit('message', { type: 'seal', id: 1, bytes: 'AQI=' });
    await settled();
    expect(world.desk.got.at(-1)?.message).toEqual({
      type: 'sealed',
      id: 1,
      ok: true,
      bytes: Buffer.from('AQI=').toString('base64'),
      renew: false,
    });
  });

  it('is started again when it dies; at the third time people choose to try again', async () => {
    await launch();
    world.dialog.clicks = [0];
    for (let time = 0; time < 3; time++) {
      world.desk.emit('exit', 134);
      await vi.advanceTimersByTimeAsync(2_000);
    }
    await settled();
    expect(world.dialog.shown.map(({ title }) => title)).toEqual(['Parvis s’est arrêté']);
    expect(world.desks).toBe(4);
  });

  it('lets people look at the folder before they leave', async () => {
    await launch();
    world.dialog.clicks = [1, 2];
    world.desk.emit('message', {
      type: 'failed',
      code: 'native-module',
      message: 'Un composant ne se charge pas.',
    });
    await settled();
    expect(world.opened).toEqual([join(folder, 'msp')]);
    expect(world.dialog.shown.length).toBe(2);
    expect(sent(SHELL_CHANNELS.beforeClose).length).toBe(1);
  });

  it('ends Parvis with an error when there is no window to say it in', async () => {
    vi.stubEnv('PARVIS_OPEN', '0');
    await launch();
    world.desk.emit('message', {
      type: 'failed',
      code: 'native-module',
      message: 'Un composant ne se charge pas.',
    });
    await settled();
    expect([world.app.exitCode, world.dialog.shown]).toEqual([1, []]);
  });
});

describe('a page that dies', () => {
  it('is loaded again once, then people are asked', async () => {
    await launch();
    world.dialog.clicks = [0];
    world.window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(world.window.webContents.reloads).toBe(1);
    world.window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await settled();
    expect(world.dialog.shown.map(({ title }) => title)).toEqual(['La fenêtre de Parvis s’est arrêtée']);
    expect(world.window.webContents.reloads).toBe(2);
  });
});

describe('leaving Parvis', () => {
  it('by the cross: the page saves, the file closes, the program ends', async () => {
    await launch();
    world.desk.emit('message', { type: 'ready' });
    world.window.close();
    expect(sent(SHELL_CHANNELS.beforeClose).length).toBe(1);
    expect(world.desk.types).toEqual(['open']);
    world.ipcMain.emit(SHELL_CHANNELS.saved, { senderFrame: foreign });
    expect(world.desk.types).toEqual(['open']);
    world.ipcMain.emit(SHELL_CHANNELS.saved, { senderFrame: page });
    expect(world.desk.types).toEqual(['open', 'close']);
    expect(world.app.exitCode).toBe(null);
    const insists = systemEvent();
    world.window.webContents.emit('will-prevent-unload', insists);
    const contents = world.window.webContents;
    world.desk.emit('message', { type: 'closed' });
    await settled();
    expect(world.app.exitCode).toBe(0);
    const insistsLate = systemEvent();
    contents.emit('will-prevent-unload', insistsLate);
    expect([insists.prevented, insistsLate.prevented]).toEqual([false, true]);
    expect(readFileSync(join(folder, 'msp-fenetre', 'fenetre.json'), 'utf8')).toContain('"width":1300');
  });

  it('by the menu, or from the page: the same order', async () => {
    await launch();
    world.desk.emit('message', { type: 'ready' });
    const asked = systemEvent();
    world.app.emit('before-quit', asked);
    expect(asked.prevented).toBe(true);
    world.app.quit();
    await invoke(SHELL_CHANNELS.quit);
    expect(sent(SHELL_CHANNELS.beforeClose).length).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(world.desk.types).toEqual(['open', 'close']);
    await vi.advanceTimersByTimeAsync(10_000);
    await settled();
    expect(world.desk.kills).toBe(1);
  });

  it('when Windows logs off: the page is asked and the file tidied while the answer is open, then it closes', async () => {
    await launch();
    world.desk.emit('message', { type: 'ready' });
    world.window.emit('query-session-end', systemEvent());
    expect(world.desk.types).toEqual(['open', 'suspend']);
    world.window.emit('session-end', systemEvent());
    expect(world.desk.types).toEqual(['open', 'suspend', 'close']);
    expect(sent(SHELL_CHANNELS.beforeClose).length).toBe(1);
  });

  it('when Linux or macOS shuts down: the system waits until the file is closed', async () => {
    await launch();
    world.desk.emit('message', { type: 'ready' });
    const event = systemEvent();
    world.powerMonitor.emit('shutdown', event);
    expect([event.prevented, world.desk.types]).toEqual([true, ['open', 'close']]);
  });
});

describe('the PC', () => {
  it('sleeps, wakes and is locked: the desk and the page are told', async () => {
    await launch();
    world.desk.emit('message', { type: 'ready' });
    world.powerMonitor.emit('suspend');
    world.powerMonitor.emit('resume');
    world.powerMonitor.emit('lock-screen');
    expect(world.desk.types).toEqual(['open', 'suspend', 'resume']);
    expect(sent(SHELL_CHANNELS.command)).toEqual(['woke', 'lock']);
  });
});
