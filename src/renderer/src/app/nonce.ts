/**
 * The nonce of this response, for the three places that add <style> elements at run time: FullCalendar reads the same
 * <meta> by itself, Mantine asks for it, Mantine's modals ask `get-nonce`. Must be imported before any of them.
 */
import { setNonce } from 'get-nonce';

const PLACEHOLDER = '__CSP_NONCE__';

const read = (): string => {
  const content = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  return content === PLACEHOLDER ? '' : content;
};

export const nonce = read();
if (nonce !== '') setNonce(nonce);
