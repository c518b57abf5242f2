/** The files of the former software, as they lie in a folder. Sizes are looked at before anything is read. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_IMPORT_FILE } from '../../../contract/exchange-words.ts';
import { unreadable } from '../read-file.ts';
import { CommandRefused } from './refusal.ts';

export interface SourceName {
  readonly name: string;
  readonly path: string;
}

/** @throws CommandRefused 1; DeskError UNREADABLE_FILE for one that is too large */
export const sourceFiles = (folder: string): readonly SourceName[] => {
  const names = namesIn(folder).filter((name) => /\.(csv|txt|tsv)$/i.test(name));
  const files = names
    .map((name) => ({ name, path: join(folder, name) }))
    .filter(({ path }) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
  if (files.length === 0)
    throw new CommandRefused(
      1,
      `Aucun fichier .csv ou .txt dans « ${folder} » : exportez l’ancien agenda au format CSV dans ce dossier.`,
    );
  for (const { name, path } of files)
    if (statSync(path).size > LARGEST_IMPORT_FILE) unreadable(name, 'too-large');
  return files.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    throw new CommandRefused(1, `Le dossier « ${folder} » n’existe pas, ou ne peut pas être lu.`);
  }
};

/** @throws CommandRefused 1 */
export const readSource = ({ name, path }: SourceName): Uint8Array => {
  try {
    return readFileSync(path);
  } catch {
    throw new CommandRefused(1, `Le fichier « ${name} » ne peut pas être lu : vérifiez ses droits.`);
  }
};
