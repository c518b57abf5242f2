/**
 * A paper handed to somebody: printed, saved as a PDF, or copied as text. The same three functions under Electron and in
 * a browser; nothing is sent anywhere.
 *
 *   const { paper, text, pdf, fileName } = await client.….attestation({ … });
 *   await printPaper(paper);              // the system's print dialog
 *   await savePaper(fileName, pdf);       // the system's « save as », or a download
 *   const copied = await copyText(text);  // false when the system refuses
 */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Paper } from '../../../contract/paper.ts';
import type { PrintOutcome, SaveOutcome } from '../../../contract/shell.ts';
import { saveBytes } from '../app/save-file.ts';
import { shell } from '../app/shell.ts';
import { PaperSheet } from './PaperSheet.tsx';

/**
 * Prints the sheet alone, without the screen around it. A browser never says whether somebody cancelled: there the
 * answer is `printed` once its dialog was opened.
 */
export const printPaper = async (paper: Paper): Promise<PrintOutcome> => {
  putAway?.();
  const host = document.createElement('div');
  host.className = 'paper-print';
  host.setAttribute('aria-hidden', 'true');
  document.body.append(host);
  const root = createRoot(host);
  putAway = () => {
    putAway = null;
    root.unmount();
    host.remove();
  };
  flushSync(() => root.render(<PaperSheet paper={paper} />));
  await document.fonts.ready;
  if (paper.flow !== 'pages') shrinkToOnePage(host);
  const window_ = shell();
  if (window_)
    try {
      return await window_.print();
    } finally {
      putAway?.();
    }
  // Some browsers return from `print` before the dialog closes: the sheet stays until they say that it has.
  window.addEventListener('afterprint', () => putAway?.(), { once: true });
  window.print();
  return 'printed';
};

/** Takes the sheet of the last print away; one at a time. */
let putAway: (() => void) | null = null;

/** Height of A4 in CSS pixels, a hair less: a line that touches the edge would open a second page. */
const PAGE = (296.9 / 25.4) * 96;
const SIZES = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7] as const;

/** The same promise as the PDF's: one page, with smaller letters when it must be. */
const shrinkToOnePage = (host: HTMLElement): void => {
  const sheet = host.firstElementChild;
  if (!(sheet instanceof HTMLElement)) return;
  for (const size of SIZES) {
    sheet.style.fontSize = `${size}pt`;
    if (sheet.getBoundingClientRect().height <= PAGE) return;
  }
};

/** @param name without extension; never somebody's name @param pdf base64, as the desk gives it */
export const savePaper = (name: string, pdf: string): Promise<SaveOutcome> =>
  saveBytes(
    name,
    'pdf',
    Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0)),
  );

/** Into the clipboard. @returns false when the system refuses, so that the screen can show the text instead */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
