/** Where a Chromium is, for the scenarios in a real browser. Nothing is downloaded. */
import { existsSync } from 'node:fs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** `PARVIS_CHROMIUM` when it is set (and then nothing else), otherwise the first usual place that holds one. */
export const chromiumPath = (): string | null => {
  const wanted = process.env['PARVIS_CHROMIUM'];
  const candidates = wanted === undefined || wanted === '' ? USUAL : [wanted];
  return candidates.find((path) => existsSync(path)) ?? null;
};

export const NO_CHROMIUM =
  'Aucun Chromium trouvé pour les scénarios. Debian ou Ubuntu : « sudo apt-get install chromium » ; ailleurs, indiquez le chemin d’un Chromium ou d’un Chrome dans PARVIS_CHROMIUM.';
