/** Sets one paper, away from whoever is on the phone, and ends. Nothing is read from or written to the disk. */
import { parentPort, workerData } from 'node:worker_threads';
import * as imported from 'pdfmake';
import type { PaperAnswer, PaperJob } from './messages.ts';
import { fontFiles, layout, SCALES } from './rules/layout.ts';
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

const set = async (): Promise<PaperAnswer> => {
  prepare();
  for (const scale of SCALES) {
    const pdf = pdfmake.createPdf({
      ...layout(paper, scale),
      // Nobody is named here: properties show in lists of files, and travel with every copy.
      info: {
        title: paper.title,
        author: paper.house.name,
        creator: 'Parvis',
        producer: 'Parvis',
        creationDate: new Date(madeAt),
      },
    });
    const { _pdfMakePages: pages } = await pdf.getStream();
    if (pages.length === 1) return { ok: true, bytes: await pdf.getBuffer() };
  }
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
