/**
 * What a page may ask of the window around it, under Electron: `window.parvisShell`, put there by the preload.
 * In a browser it is undefined: ask for it each time, and do without.
 *
 * Calls to the desk do not pass here. For these the page makes a channel and hands one end over:
 *
 *   const { port1, port2 } = new MessageChannel();
 *   window.postMessage(CONNECT_DESK, location.origin, [port2]);
 *
 * and makes a new one when its port closes, or when `onDeskState` says 'ready' again after 'starting'.
 */

/** The one message that hands a MessagePort to the desk. */
export const CONNECT_DESK = 'parvis:connect-desk';

/** Where the preload puts the functions below. */
export const SHELL_PROPERTY = 'parvisShell';

/** What Parvis saves for people; each kind has one extension. */
export const SAVED_KINDS = ['pdf', 'csv', 'json', 'txt', 'ics'] as const;
export type SavedKind = (typeof SAVED_KINDS)[number];

/** `name` is proposed, without extension; the person chooses where, in the system's own dialog. */
export type FileToSave = { readonly name: string; readonly kind: SavedKind; readonly bytes: Uint8Array };

export type SaveOutcome = 'saved' | 'cancelled' | 'failed';
export type PrintOutcome = 'printed' | 'cancelled' | 'failed';

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** `starting` again after a crash of the desk process: what was written is safe, calls in flight have failed. */
export type DeskState = 'starting' | 'ready' | 'failed';

/** A menu entry, or an event of the PC, that the page carries out. `lock`: the PC itself was locked. */
export type ShellCommand = 'print' | 'save-pdf' | 'search' | 'curtain' | 'lock' | 'woke';

export type WindowState = {
  readonly focused: boolean;
  readonly maximized: boolean;
  readonly fullScreen: boolean;
};

export type ParvisShell = {
  version(): Promise<string>;
  windowState(): Promise<WindowState>;
  /** The page as it is, through the system's print dialog. */
  print(): Promise<PrintOutcome>;
  /** The page as it would be printed, as a tagged A4 PDF. */
  savePdf(name: string): Promise<SaveOutcome>;
  saveFile(file: FileToSave): Promise<SaveOutcome>;
  /** Kept for the next start, so that the window opens in the right colour. */
  setTheme(theme: Theme): Promise<void>;
  quit(): Promise<void>;
  /** Calls the listener with the present state at once, then at each change. Returns how to stop. */
  onDeskState(listener: (state: DeskState) => void): () => void;
  onCommand(listener: (command: ShellCommand) => void): () => void;
  /** Called when the window is about to close: save what is being typed. It has five seconds. One at a time. */
  beforeClose(save: (() => void | Promise<void>) | null): void;
};

/** Between the preload and the shell, both ours; the page never sees these names. */
export const SHELL_CHANNELS = {
  connect: 'parvis:connect',
  version: 'parvis:version',
  windowState: 'parvis:window-state',
  print: 'parvis:print',
  savePdf: 'parvis:save-pdf',
  saveFile: 'parvis:save-file',
  setTheme: 'parvis:set-theme',
  quit: 'parvis:quit',
  deskState: 'parvis:desk-state',
  deskStateChanged: 'parvis:desk-state-changed',
  command: 'parvis:command',
  beforeClose: 'parvis:before-close',
  saved: 'parvis:saved',
} as const;
