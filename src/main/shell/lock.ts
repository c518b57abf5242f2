/** Closes what Chromium leaves open by default: navigation, windows, permissions, network, downloads, dictionaries. */
import type { Session, WebContents } from 'electron';
import type { Log } from './log.ts';
import { openExternal } from './open-external.ts';
import { mayNavigate, mayRequest } from './policy/guard.ts';
import { APP_ORIGIN } from './policy/origin.ts';
import { isAllowed } from './policy/permissions.ts';

/** For every web contents there will ever be, whoever creates it. */
export const lockNavigation = (contents: WebContents, log: Log): void => {
  const keepHere = (event: { preventDefault(): void }, to: { url: string; isMainFrame: boolean }): void => {
    if (mayNavigate(to)) return;
    event.preventDefault();
    log('navigation refused');
  };
  contents.on('will-frame-navigate', (event) => keepHere(event, event));
  contents.on('will-navigate', (event) => keepHere(event, event));
  contents.on('will-redirect', (event) => keepHere(event, event));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // The one way out that neither the page's policy nor the request filter sees.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url, log);
    return { action: 'deny' };
  });
};

export const lockSession = (
  session: Session,
  { packaged }: { readonly packaged: boolean },
  log: Log,
): void => {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    const allowed = isAllowed(permission, contents.getURL());
    if (!allowed) log(`permission refused: ${permission}`);
    answer(allowed);
  });
  session.setPermissionCheckHandler((contents, permission) =>
    isAllowed(permission, contents?.getURL() ?? ''),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));

  // Turned off in the window's preferences, Electron would still fetch dictionaries for the session: off here too,
  // and their address leads nowhere.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/no-dictionary/`);

  session.webRequest.onBeforeRequest((request, answer) => {
    const cancel = !mayRequest(request.url, { devTools: !packaged });
    if (cancel) log('a request to the network was refused');
    answer({ cancel });
  });

  // Files are saved through the system's dialog, by a function of the shell: never by a link of the page.
  session.on('will-download', (event) => {
    event.preventDefault();
    log('a download was refused');
  });
};
