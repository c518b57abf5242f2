/** `npm run import -- --annuaire FILE`: the public extraction of the RPPS taken into the directory, without a window. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { DirectoryProfession } from '../../../contract/directory.ts';
import {
  DIRECTORY_PIECE,
  type DirectoryImportReport,
  type ImportFilter,
} from '../../../contract/directory-import.ts';
import { lineReasonText } from '../../../contract/directory-words.ts';
import { many } from '../../../contract/exchange-report.ts';
import { createDirectoryImports, type DirectoryImports } from '../../directory/service.ts';
import type { CommandGiven } from '../command.ts';
import { ensureHouse, inMemory, isFresh, type OpenedHouse, openFolder } from './house.ts';
import { importer, recoveryText } from './importer.ts';
import { CommandRefused } from './refusal.ts';

export interface DirectoryArgs {
  readonly file: string;
  readonly filter: ImportFilter;
  readonly dryRun: boolean;
  readonly json: boolean;
}

export const DIRECTORY_USAGE = `Usage : npm run import -- --annuaire FICHIER [options]

  FICHIER                l’extraction PS_LibreAcces_Personne_activite de l’Annuaire santé
  --departement 03,63    ne garder que ces départements
  --commune Vichy,43100  et ces communes, par nom ou code postal
  --profession medecin,infirmier,kine
                         ne garder que ces professions
  --dry-run              lit tout, n’écrit rien
  --json                 le rapport en JSON sur la sortie standard, et rien d’autre
`;

/** As they are said; a doctor is one whatever the specialty. */
const SAID: Readonly<Record<string, readonly DirectoryProfession[]>> = {
  medecin: ['general-practitioner', 'specialist', 'physician'],
  generaliste: ['general-practitioner'],
  specialiste: ['specialist'],
  infirmier: ['nurse'],
  kine: ['physiotherapist'],
  'sage-femme': ['midwife'],
  dentiste: ['dentist'],
  pharmacien: ['pharmacist'],
  orthophoniste: ['speech-therapist'],
  podologue: ['podiatrist'],
  psychologue: ['psychologist'],
  dieteticien: ['dietitian'],
  ergotherapeute: ['occupational-therapist'],
  orthoptiste: ['orthoptist'],
  psychomotricien: ['psychomotor-therapist'],
  opticien: ['optician'],
  audioprothesiste: ['audiologist'],
};

const wrong = (what: string): never => {
  throw new CommandRefused(2, `${what}\n\n${DIRECTORY_USAGE}`);
};

const professionsSaid = (words: readonly string[]): DirectoryProfession[] =>
  words.flatMap((word) => {
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const code = DirectoryProfession.safeParse(plain);
    return [...(SAID[plain] ?? (code.success ? [code.data] : wrong(`Profession inconnue : ${word}`)))];
  });

/** @returns null when the command is not about the directory. @throws CommandRefused 2 */
export const readDirectoryArgs = (args: readonly string[]): DirectoryArgs | null => {
  if (!args.some((arg) => arg === '--annuaire' || arg.startsWith('--annuaire='))) return null;
  const lists: Record<string, string[]> = { departement: [], commune: [], profession: [], annuaire: [] };
  const flags = new Set<string>();
  for (let i = 0; i < args.length; i++) {
    const [, name = '', value] = /^--([a-z-]+)(?:=(.*))?$/s.exec(args[i] ?? '') ?? [];
    const list = lists[name];
    if (list) list.push(...(value ?? args[++i] ?? wrong(`--${name} attend une valeur.`)).split(','));
    else if (name === 'dry-run' || name === 'json') flags.add(name);
    else wrong(`Option inconnue : ${args[i]}`);
  }
  const given = (name: string): string[] =>
    (lists[name] ?? []).map((word) => word.trim()).filter((word) => word !== '');
  // A path may hold a comma.
  const file = (lists['annuaire'] ?? []).join(',');
  if (file === '') wrong('Quel fichier prendre ?');
  const departements = given('departement').map((code) => code.toUpperCase());
  const bad = departements.find((code) => !/^(?:\d{2}|2[AB]|\d{3})$/.test(code));
  if (bad !== undefined) wrong(`Département inconnu : ${bad}`);
  return {
    file,
    filter: { departements, communes: given('commune'), professions: professionsSaid(given('profession')) },
    dryRun: flags.has('dry-run'),
    json: flags.has('json'),
  };
};

/** Piece by piece: the file is never in memory. @throws CommandRefused 1 */
const send = async (imports: DirectoryImports, args: DirectoryArgs, given: CommandGiven): Promise<string> => {
  const path = resolve(given.cwd, args.file);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined)
    throw new CommandRefused(1, `Le fichier « ${args.file} » n’existe pas, ou ne peut pas être lu.`);
  const { session } = await imports.begin(basename(path), args.filter);
  const halt = (): void => imports.stop(session);
  given.stop.addEventListener('abort', halt, { once: true });
  const from = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(DIRECTORY_PIECE);
    for (let at = 0; ; ) {
      const length = readSync(from, piece, 0, piece.length, at);
      at += length;
      const last = length === 0 || at >= size;
      // A copy: the buffer is filled again while the worker still reads.
      const { lines } = await imports.addChunk(
        session,
        Uint8Array.prototype.slice.call(piece, 0, length),
        last,
      );
      given.onProgress({ step: 'reading', done: lines, total: 0 });
      if (last) return session;
    }
  } finally {
    closeSync(from);
    given.stop.removeEventListener('abort', halt);
  }
};

const apply = async (imports: DirectoryImports, session: string, given: CommandGiven) => {
  const halt = (): void => imports.stop(session);
  given.stop.addEventListener('abort', halt, { once: true });
  try {
    return await imports.apply(importer, session);
  } finally {
    given.stop.removeEventListener('abort', halt);
  }
};

export const fillDirectory = async (args: DirectoryArgs, given: CommandGiven): Promise<void> => {
  const fresh = isFresh(given.dataFolder);
  const nowhere = args.dryRun && fresh;
  const { dataFolder: folder, clock, recoveryCode, ask } = given;
  const store = nowhere ? null : await openFolder({ folder, clock, recoveryCode, ask });
  const opened: OpenedHouse = store ?? inMemory(clock);
  const imports = createDirectoryImports(() => opened.ground);
  try {
    const session = await send(imports, args, given);
    if (args.dryRun) tell(args, await imports.compare(session, nowhere), given);
    else {
      if (store !== null) await ensureHouse(store, (code) => given.err(recoveryText(code, folder)));
      tell(args, await apply(imports, session, given), given);
    }
  } finally {
    await imports.close();
    opened.close();
  }
};

const tell = (args: DirectoryArgs, report: DirectoryImportReport, given: CommandGiven): void => {
  if (args.json) given.out(`${JSON.stringify(report, null, 1)}\n`);
  const say = args.json ? given.err : given.out;
  say(`${reportLines(report).join('\n')}\n`);
  if (args.dryRun) say('Essai à blanc : rien n’a été écrit.\n');
};

const reportLines = (report: DirectoryImportReport): string[] => {
  const { refused, warnings } = report;
  const lines = [
    `${many(report.lines, 'ligne lue', 'lignes lues')}, ${many(report.activities, 'activité gardée', 'activités gardées')}, ${many(report.persons, 'personne')}`,
    `${many(report.created, 'nouvelle fiche', 'nouvelles fiches')}, ${many(report.updated, 'mise à jour', 'mises à jour')}, ${many(report.unchanged, 'inchangée')}, ${many(report.kept, 'gardée telle quelle', 'gardées telles quelles')}, ${many(report.gone, 'n’y figure plus', 'n’y figurent plus')}`,
  ];
  if (refused.count > 0)
    lines.push(
      `${many(refused.count, 'ligne refusée', 'lignes refusées')} : ${refused.lines
        .slice(0, 8)
        .map(({ line, reason }) => `${line} (${lineReasonText(reason)})`)
        .join(', ')}${refused.count > 8 ? '…' : ''}`,
    );
  if (warnings.rppsCheckDigit.count > 0)
    lines.push(
      `${many(warnings.rppsCheckDigit.count, 'numéro RPPS douteux', 'numéros RPPS douteux')}, repris tels quels`,
    );
  if (warnings.phoneUnreadable > 0)
    lines.push(
      `${many(warnings.phoneUnreadable, 'téléphone illisible laissé vide', 'téléphones illisibles laissés vides')}`,
    );
  return lines;
};
