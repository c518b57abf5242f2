/**
 * Puts the shell together: what must be said before Electron is ready, then the window, the desk and the ways out.
 * Decisions are in `policy/`, `supervisor.ts` and `quit.ts`; here they only meet Electron.
 */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, crashReporter, dialog, protocol } from 'electron';
import { dataFolder, windowFolder } from '../hosts/data-folder.ts';
import { forgetOldReports } from './crash-reports.ts';
import { lockNavigation } from './lock.ts';
import { openLog } from './log.ts';
import { APP_SCHEME } from './policy/origin.ts';
import { type BuiltFiles, run } from './run.ts';

export const start = (files: BuiltFiles): void => {
  const demo = process.argv.includes('--demo');
  const folder = dataFolder({
    platform: process.platform,
    env: process.env,
    home: homedir(),
    cwd: process.cwd(),
    demo,
  });
  const own = windowFolder(folder);
  const reports = join(own, 'pannes');
  try {
    mkdirSync(reports, { recursive: true, mode: 0o700 });
  } catch {
    dialog.showErrorBox(
      'Parvis ne peut pas s’ouvrir',
      `Parvis ne peut pas écrire dans le dossier ${own}. Vérifiez que ce dossier existe et que cette session peut y écrire, puis rouvrez Parvis. Rien n’a été modifié.`,
    );
    app.exit(1);
    return;
  }
  const log = openLog(join(own, 'journaux', 'parvis.log'));
  app.setPath('userData', own);
  app.setPath('sessionData', own);
  app.setPath('crashDumps', reports);

  // One window for each data folder: a second start shows the first.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }

  crashReporter.start({ uploadToServer: false });
  forgetOldReports(reports, Date.now());
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  stayOffline();
  app.on('web-contents-created', (_event, contents) => lockNavigation(contents, log));

  app
    .whenReady()
    .then(() => run({ files, folder, own, demo, shown: process.env['PARVIS_OPEN'] !== '0', log }))
    .catch((error: unknown) => {
      log(`start failed: ${error instanceof Error ? error.name : 'unknown'}`);
      dialog.showErrorBox(
        'Parvis ne peut pas s’ouvrir',
        'Parvis ne peut pas ouvrir sa fenêtre. Redémarrez le poste, puis rouvrez Parvis. Rien n’a été modifié.',
      );
      app.exit(1);
    });
};

/** Chromium's own errands (updates of lists, pings, name look-ups): none of them is Parvis's. */
const stayOffline = (): void => {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  // Chromium's own words (file choosers, date fields) in French, whatever the language of the system.
  app.commandLine.appendSwitch('lang', 'fr');
};
