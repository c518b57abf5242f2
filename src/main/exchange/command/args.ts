import { CommandRefused } from './refusal.ts';

export interface Args {
  /** Of the former software's files. */
  readonly folder: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  /** Where refused lines are saved. */
  readonly refused: string | null;
}

export const USAGE = `Usage : npm run import -- DOSSIER [--dry-run] [--json] [--refused DOSSIER]

  DOSSIER            les fichiers .csv et .txt exportés par l’ancien logiciel
  --dry-run          vérifie tout, n’écrit rien
  --json             le rapport en JSON sur la sortie standard, et rien d’autre
  --refused DOSSIER  y enregistre les lignes refusées, en CSV, avec la raison

PARVIS_DATA : le dossier de données. PARVIS_RECOVERY_CODE : le code de récupération, si le dossier le demande.
`;

/** @throws CommandRefused 2 */
export const readArgs = (args: readonly string[]): Args | 'help' => {
  if (args.includes('--help') || args.includes('-h')) return 'help';
  const folders: string[] = [];
  const read = { dryRun: false, json: false, refused: null as string | null };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--dry-run') read.dryRun = true;
    else if (arg === '--json') read.json = true;
    else if (arg === '--refused') read.refused = args[++i] ?? wrong('--refused attend un dossier.');
    else if (arg.startsWith('--refused=')) read.refused = arg.slice('--refused='.length);
    else if (arg.startsWith('-')) wrong(`Option inconnue : ${arg}`);
    else folders.push(arg);
  }
  if (folders.length > 1) wrong('Un seul dossier à la fois.');
  return { ...read, folder: folders[0] ?? wrong('Quel dossier reprendre ?') };
};

const wrong = (what: string): never => {
  throw new CommandRefused(2, `${what}\n\n${USAGE}`);
};
