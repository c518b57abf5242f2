/**
 * Where the page may go, what it may fetch and who may speak to the shell. All of it is « nowhere and nobody else »:
 * Parvis shows one page of its own and never needs the Internet. A page that was made to leave would keep the
 * functions of the preload with it; that is what these rules prevent.
 */
import { isOurPage, isOurs } from './origin.ts';

/** Only the page itself, and only in the window: Parvis has no frames. */
export const mayNavigate = (to: { readonly url: string; readonly isMainFrame: boolean }): boolean =>
  to.isMainFrame && isOurPage(to.url);

/** What the network layer lets through. `devTools` are there in a development build only. */
export const mayRequest = (address: string, { devTools }: { readonly devTools: boolean }): boolean => {
  const url = URL.parse(address);
  if (url === null) return false;
  if (url.protocol === 'data:') return true;
  if (url.protocol === 'blob:') return isOurs(url.pathname);
  if (url.protocol === 'devtools:') return devTools;
  return isOurs(address);
};

/** A frame as the shell sees the sender of a message; null once it has navigated away or was destroyed. */
export interface Sender {
  readonly url: string;
  /** Null in the window's top frame. */
  readonly parent: unknown;
}

/** A message counts only when it comes from our own page, in the top frame. */
export const isOurSender = (sender: Sender | null): boolean =>
  sender !== null && sender.parent === null && isOurPage(sender.url);
