/** Sets one paper, away from whoever is on the phone, and ends. Nothing is read from or written to the disk. */
import { parentPort, workerData } from 'node:worker_threads';
import * as imported from 'pdfmake';
import type { PaperAnswer, PaperJob } from './messages.ts';
import { layout, SCALES } from './rules/layout.ts';
import { pagesLayout } from './rules/pages.ts';
import { fontFiles } from './rules/pen.ts';
import { tagStructure } from './structure.ts';

/** pdfmake under Node, as of 0.3.11: its published types are those of the browser. */
interface PdfMake {
  readonly virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void };
  setFonts(fonts: typeof fontFiles): void;
  setLocalAccessPolicy(allowed: (path: string) => boolean): void;
  setUrlAccessPolicy(allowed: (url: string) => boolean): void;
  createPdf(definition: Readonly<Record<string, unknown>>): {
    /** Laid out, not yet written. */
    getStream(): Promise<{ readonly _pdfMakePages: readonly unknown[] }>;
    getBuffer(): Promise<Buffer>;
  };
}

const port = parentPort;
if (!port) throw new Error('paper.worker runs as a worker');

const pdfmake = (imported as unknown as { readonly default: PdfMake }).default;
const { paper, fonts, madeAt } = workerData as PaperJob;

const prepare = (): void => {
  // Fonts come in with the job: whatever a text of the house might name, no file and no address is ever opened.
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setUrlAccessPolicy(() => false);
  for (const [name, bytes] of Object.entries(fonts))
    pdfmake.virtualfs.writeFileSync(name, Buffer.from(bytes));
  pdfmake.setFonts(fontFiles);
  tagStructure();
};

const drawn = (definition: Readonly<Record<string, unknown>>) =>
  pdfmake.createPdf({
    ...definition,
    // Nobody is named here: properties show in lists of files, and travel with every copy.
    info: {
      title: paper.title,
      author: paper.house.name,
      creator: 'Parvis',
      producer: 'Parvis',
      creationDate: new Date(madeAt),
    },
  });

const set = async (): Promise<PaperAnswer> => {
  prepare();
  if (paper.flow === 'pages') return { ok: true, bytes: await drawn(pagesLayout(paper)).getBuffer() };
  const onePage = async (scale: number): Promise<Uint8Array | null> => {
    const pdf = drawn(layout(paper, scale));
    const { _pdfMakePages: pages } = await pdf.getStream();
    return pages.length === 1 ? await pdf.getBuffer() : null;
  };
  const usual = await onePage(SCALES[0]);
  if (usual) return { ok: true, bytes: usual };
  // The smaller the letters, the more fits: the largest that does is found by halves, and what never fits at once.
  let tooLarge = 0;
  let found: number = SCALES.length;
  let bytes: Uint8Array | null = null;
  for (let at = SCALES.length - 1; tooLarge < at; at = Math.floor((tooLarge + found) / 2)) {
    const fits = await onePage(SCALES[at] ?? 1);
    if (!fits && bytes === null) break;
    if (fits) [found, bytes] = [at, fits];
    else tooLarge = at;
  }
  if (bytes) return { ok: true, bytes };
  return { ok: false, why: 'too-long' };
};

port.postMessage(
  await set().catch(
    (error: unknown): PaperAnswer => ({
      ok: false,
      why: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  ),
);
