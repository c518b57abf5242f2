/**
 * The one address of Parvis under Electron, and how to recognise it.
 *
 * Parsed parts are compared, never the beginning of a text: `app://parvis.example` begins like ours. Node gives `null`
 * as the origin of a scheme that it does not know, so scheme and host are compared one by one.
 */
export const APP_SCHEME = 'app';
export const APP_HOST = 'parvis';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const PAGE_URL = `${APP_ORIGIN}/`;

export const isOurs = (address: string): boolean => {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
};

/** The page itself, as opposed to its scripts, styles and pictures. */
export const isOurPage = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && isOurs(address) && (url.pathname === '/' || url.pathname === '/index.html');
};
