/**
 * What a page may ask of the system, all of it named: the type lists every permission that this version of Electron
 * knows, so that an upgrade which brings a new one does not compile before somebody has decided.
 */
import type { Session } from 'electron';
import { isOurPage } from './origin.ts';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
export type Permission = Parameters<RequestHandler>[1] | Parameters<CheckHandler>[1];

interface Decision {
  readonly allow: boolean;
  readonly why: string;
}

const no = (why: string): Decision => ({ allow: false, why });
const yes = (why: string): Decision => ({ allow: true, why });

const NO_DEVICE = 'Parvis speaks to no device; the printer is reached through the system’s dialog';
const NO_NETWORK = 'Parvis never needs the Internet';
const NO_CAPTURE = 'nothing is photographed, filmed or recorded at the desk';
const NO_PLACE = 'the PC is at the reception; its place is nobody’s business';

export const PERMISSIONS: Readonly<Record<Permission, Decision>> = {
  'clipboard-sanitized-write': yes('a phone number or a sentence to say is copied on purpose'),

  'clipboard-read': no(
    'pasting is done by the person, with Ctrl+V; a page that reads would see another program’s data',
  ),
  'deprecated-sync-clipboard-read': no('as clipboard-read'),
  notifications: no('nothing is announced outside the window: a notification shows names on a locked screen'),
  fullscreen: no('full screen is a command of the window, not of the page'),
  'automatic-fullscreen': no('as fullscreen'),
  openExternal: no('links leave through one function with its own list'),
  fileSystem: no('files are saved and chosen through the system’s dialogs'),
  'persistent-storage': no('data lie in the encrypted file, nothing lasting is kept by the page'),
  'storage-access': no('there is no other site whose data could be asked for'),
  'top-level-storage-access': no('as storage-access'),
  'background-fetch': no(NO_NETWORK),
  'background-sync': no(NO_NETWORK),
  'periodic-background-sync': no(NO_NETWORK),
  'local-network': no(NO_NETWORK),
  'local-network-access': no(NO_NETWORK),
  'loopback-network': no('the desk is reached through a message port'),
  'payment-handler': no('nothing is paid here'),
  'web-app-installation': no('Parvis is installed already'),
  media: no(NO_CAPTURE),
  mediaKeySystem: no(NO_CAPTURE),
  'display-capture': no(NO_CAPTURE),
  'captured-surface-control': no(NO_CAPTURE),
  'speaker-selection': no(NO_CAPTURE),
  geolocation: no(NO_PLACE),
  'geolocation-approximate': no(NO_PLACE),
  'idle-detection': no('who is at the desk says so; nobody is watched'),
  'window-management': no('the window remembers its own place'),
  'local-fonts': no('the list of fonts tells one PC from another; Parvis brings its own'),
  keyboardLock: no('keys of the system stay with the system'),
  pointerLock: no('no screen needs it'),
  'screen-wake-lock': no('the PC sleeps when its owner wants'),
  'system-wake-lock': no('as screen-wake-lock'),
  ar: no(NO_DEVICE),
  vr: no(NO_DEVICE),
  'hand-tracking': no(NO_DEVICE),
  hid: no(NO_DEVICE),
  midi: no(NO_DEVICE),
  midiSysex: no(NO_DEVICE),
  nfc: no(NO_DEVICE),
  sensors: no(NO_DEVICE),
  serial: no(NO_DEVICE),
  'smart-card': no(NO_DEVICE),
  usb: no(NO_DEVICE),
  'web-printing': no(NO_DEVICE),
  unknown: no('what has no name has no reason'),
};

/** The same answer for a request and for a silent check. A permission that is not in the table is refused. */
export const isAllowed = (permission: string, pageAddress: string): boolean =>
  Object.hasOwn(PERMISSIONS, permission) &&
  PERMISSIONS[permission as Permission].allow &&
  isOurPage(pageAddress);
