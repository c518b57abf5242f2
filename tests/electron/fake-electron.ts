/**
 * An Electron of straw: it keeps what the shell hands over and lets a test play the system's part. It stands in for
 * the runtime where there is none; what it cannot show (does Chromium obey?) is shown in the real one.
 */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';

export interface Preventable {
  prevented: boolean;
  preventDefault(): void;
}

export const systemEvent = (): Preventable => {
  const event: Preventable = {
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
  };
  return event;
};

const done: string[] = [];
const paths = new Map<string, string>([['documents', '/tmp']]);
const switches = new Map<string, string | undefined>();

class FakeApp extends EventEmitter {
  isPackaged = true;
  firstInstance = true;
  exitCode: number | null = null;
  commandLine = { appendSwitch: (name: string, value?: string) => void switches.set(name, value) };
  getVersion = () => '0.1.0';
  getPath = (name: string) => paths.get(name) ?? '';
  /** As Electron does, it does not make the folder. */
  setPath = (name: string, value: string) => {
    if (!existsSync(value)) throw new Error(`Failed to set '${name}' path`);
    paths.set(name, value);
  };
  enableSandbox = () => void done.push('sandbox');
  whenReady = async () => void done.push('ready');
  requestSingleInstanceLock = () => {
    done.push('single instance');
    return this.firstInstance;
  };
  /** As Electron does: asks everybody, then closes the windows, then leaves. */
  quit = () => {
    const event = systemEvent();
    this.emit('before-quit', event);
    if (event.prevented) return;
    for (const window of FakeWindow.all) window.close();
    if (FakeWindow.all.length === 0) this.exit(0);
  };
  exit = (code: number) => {
    this.exitCode ??= code;
  };
}
const app = new FakeApp();

class FakeContents extends EventEmitter {
  readonly sent: unknown[][] = [];
  crashed = false;
  webRtc = 'default';
  reloads = 0;
  printAnswer: readonly [boolean, string] = [true, ''];
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  send = (...args: unknown[]) => void this.sent.push(args);
  getURL = () => 'app://parvis/';
  isCrashed = () => this.crashed;
  reload = () => {
    this.reloads += 1;
  };
  setWebRTCIPHandlingPolicy = (policy: string) => {
    this.webRtc = policy;
  };
  setWindowOpenHandler = (handler: FakeContents['openHandler']) => {
    this.openHandler = handler;
  };
  print = (_options: unknown, answer: (printed: boolean, reason: string) => void) =>
    answer(...this.printAnswer);
  printToPDF = async () => Buffer.from('%PDF-');
}

class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = [];
  readonly webContents = new FakeContents();
  readonly calls: string[] = [];
  loaded: string | null = null;
  minimized = false;
  readonly options: Record<string, unknown>;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL = async (url: string) => {
    this.loaded = url;
  };
  close = () => {
    const event = systemEvent();
    this.emit('close', event);
    if (!event.prevented) FakeWindow.all = FakeWindow.all.filter((window) => window !== this);
  };
  isDestroyed = () => !FakeWindow.all.includes(this);
  isMinimized = () => this.minimized;
  isMaximized = () => false;
  isFocused = () => true;
  isFullScreen = () => false;
  getNormalBounds = () => ({ x: 10, y: 20, width: 1300, height: 700 });
  show = () => void this.calls.push('show');
  focus = () => void this.calls.push('focus');
  restore = () => void this.calls.push('restore');
  maximize = () => void this.calls.push('maximize');
}

class FakeChild extends EventEmitter {
  static all: FakeChild[] = [];
  readonly got: { message: { type: string }; ports: unknown[] }[] = [];
  readonly stdout = Object.assign(new EventEmitter(), { resume: () => undefined });
  readonly stderr = new EventEmitter();
  readonly pid: number | undefined = undefined;
  kills = 0;
  readonly entry: string;
  constructor(entry: string) {
    super();
    this.entry = entry;
    FakeChild.all.push(this);
  }
  postMessage = (message: { type: string }, ports: unknown[] = []) => void this.got.push({ message, ports });
  kill = () => {
    this.kills += 1;
    return true;
  };
  get types(): string[] {
    return this.got.map(({ message }) => message.type);
  }
}

type Handler = (...args: never[]) => unknown;

class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  spellChecker = true;
  dictionaries = '';
  protocol = { handle: (scheme: string, handler: Handler) => void this.handlers.set(scheme, handler) };
  webRequest = { onBeforeRequest: (handler: Handler) => void this.handlers.set('network', handler) };
  setPermissionRequestHandler = (handler: Handler) => void this.handlers.set('request', handler);
  setPermissionCheckHandler = (handler: Handler) => void this.handlers.set('check', handler);
  setDevicePermissionHandler = (handler: Handler) => void this.handlers.set('device', handler);
  setDisplayMediaRequestHandler = (handler: Handler) => void this.handlers.set('display', handler);
  setSpellCheckerEnabled = (on: boolean) => {
    this.spellChecker = on;
  };
  setSpellCheckerDictionaryDownloadURL = (url: string) => {
    this.dictionaries = url;
  };
}

class FakeIpc extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle = (channel: string, handler: Handler) => void this.handlers.set(channel, handler);
}

const dialog = {
  shown: [] as { title: string; message: string; buttons: string[] }[],
  /** Which button people click, one a dialog; none left: they leave it open. */
  clicks: [] as number[],
  savePath: '',
  errors: [] as string[],
  showErrorBox: (title: string) => void dialog.errors.push(title),
  showMessageBox: (...args: unknown[]) => {
    dialog.shown.push(args.at(-1) as (typeof dialog.shown)[number]);
    const click = dialog.clicks.shift();
    return click === undefined ? new Promise(() => undefined) : Promise.resolve({ response: click });
  },
  showSaveDialog: async (_window: unknown, options: { defaultPath: string }) => {
    dialog.proposed = options.defaultPath;
    return { canceled: dialog.savePath === '', filePath: dialog.savePath };
  },
  proposed: '',
};

const opened: string[] = [];

/** What `import … from 'electron'` finds. */
export const electron = {
  app,
  BrowserWindow: FakeWindow,
  crashReporter: { start: (options: unknown) => void done.push(`crash reports ${JSON.stringify(options)}`) },
  dialog,
  ipcMain: new FakeIpc(),
  Menu: {
    buildFromTemplate: (template: unknown) => template,
    setApplicationMenu: () => void done.push('menu'),
  },
  nativeTheme: { themeSource: 'system', shouldUseDarkColors: false },
  powerMonitor: new EventEmitter(),
  protocol: {
    registerSchemesAsPrivileged: (schemes: unknown) => void done.push(`schemes ${JSON.stringify(schemes)}`),
  },
  safeStorage: {
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptStringAsync: async (text: string) => Buffer.from(text),
    decryptStringAsync: async (bytes: Buffer) => ({ result: bytes.toString(), shouldReEncrypt: false }),
  },
  screen: {
    getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1366, height: 728 } }),
    getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }],
  },
  session: { defaultSession: new FakeSession() },
  shell: {
    openExternal: async (url: string) => void opened.push(url),
    openPath: async (path: string) => void opened.push(path),
  },
  utilityProcess: { fork: (entry: string) => new FakeChild(entry) },
};

/** The test's side of it. */
export const world = {
  ...electron,
  done,
  paths,
  switches,
  opened,
  get window(): FakeWindow {
    const [window] = FakeWindow.all;
    if (window === undefined) throw new Error('there is no window');
    return window;
  },
  get desk(): FakeChild {
    const child = FakeChild.all.at(-1);
    if (child === undefined) throw new Error('no desk was started');
    return child;
  },
  get desks(): number {
    return FakeChild.all.length;
  },
};
