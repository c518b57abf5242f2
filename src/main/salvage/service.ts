/** What has to be typed again after a copy took the file's place: shown and printed, never brought in by itself. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupState } from '../../contract/copies.ts';
import { type HandedPaper, paperText } from '../../contract/paper.ts';
import type { Salvage } from '../../contract/salvage.ts';
import { localNow } from '../../contract/time.ts';
import type { Call } from '../core/actor.ts';
import { DeskError, found } from '../core/errors.ts';
import type { Gate } from '../core/gate.ts';
import type { Ground } from '../core/ground.ts';
import { startWorker } from '../core/worker-client.ts';
import { pdfOrRefusal } from '../paper/service.ts';
import { house } from '../practice/store/house.ts';
import { salvagePaper } from './rules/paper.ts';
import type { Answers, Asks } from './worker-messages.ts';

const WORKER = import.meta.url.endsWith('.ts') ? './salvage.worker.ts' : './salvage.worker.js';

const readAside = async (gate: Gate, ground: Ground): Promise<Salvage> => {
  const setAside = gate.setAside();
  const { file } = ground;
  const aside = setAside && file ? join(setAside.folder, basename(file.database)) : null;
  if (!setAside || !file || aside === null || !existsSync(aside))
    throw new DeskError('NOT_FOUND', { what: 'set-aside-file' });
  const { zone } = found(house(ground.db), 'house');
  const { at, copyAt } = setAside;
  const worker = startWorker<Asks, Answers, never>(new URL(WORKER, import.meta.url), () => {});
  try {
    return await worker.ask('look', { ...file, aside, at, copyAt, zone });
  } finally {
    await worker.end();
  }
};

const countOf = ({ groups }: Salvage): number =>
  groups.reduce((sum, { lines, more }) => sum + lines.length + more, 0);

const note = (ground: Ground, call: Call, action: 'salvage.read' | 'salvage.printed', of: Salvage): void => {
  const after = { at: of.at, readable: of.readable, lines: countOf(of) };
  ground.write(call, (tx) => tx.record({ action, rows: [], after }));
};

/** @throws DeskError NOT_FOUND when there is no file set aside */
export const salvage = async (gate: Gate, ground: Ground, call: Call): Promise<Salvage> => {
  const read = await readAside(gate, ground);
  note(ground, call, 'salvage.read', read);
  return read;
};

/** @throws DeskError NOT_FOUND */
export const printSalvage = async (gate: Gate, ground: Ground, call: Call): Promise<HandedPaper> => {
  const now = ground.clock.now();
  const home = found(house(ground.db), 'house');
  const read = await readAside(gate, ground);
  const paper = salvagePaper({ house: home, salvage: read, now });
  const pdf = Buffer.from(await pdfOrRefusal(paper, now)).toString('base64');
  note(ground, call, 'salvage.printed', read);
  return { paper, text: paperText(paper), pdf, fileName: `À ressaisir ${localNow(now, home.zone).day}` };
};

/** The file stays in its folder. */
export const salvaged = (gate: Gate, ground: Ground, call: Call): BackupState => {
  const at = gate.setAside()?.at;
  if (at === undefined) throw new DeskError('NOT_FOUND', { what: 'set-aside-file' });
  ground.write(call, (tx) => tx.record({ action: 'salvage.done', rows: [], after: { at } }));
  gate.forgetSetAside();
  return gate.backup();
};
