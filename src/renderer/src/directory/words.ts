/** What the directory's screen says of an entry. */
import {
  type DirectoryEntry,
  DirectoryKind,
  DirectoryProfession,
  type Told,
  verificationOf,
} from '../../../contract/directory.ts';
import { directoryKindLabels, directoryProfessionLabels } from '../../../contract/directory-words.ts';
import { type Day, daysBetween } from '../../../contract/time.ts';
import type { Shape, Tone } from '../ui/StatusChip.tsx';

export interface Sign {
  readonly tone: Tone;
  readonly shape: Shape;
  readonly text: string;
}

/** `short`: in a list, where the name needs the room. */
export const newcomersSign: Readonly<Record<Told, Sign & { readonly short: string }>> = {
  yes: { tone: 'green', shape: 'check', text: 'prend des nouveaux', short: 'nouveaux' },
  no: { tone: 'red', shape: 'cross', text: 'ne prend plus', short: 'ne prend plus' },
  unknown: { tone: 'grey', shape: 'ring', text: 'nouveaux : à demander', short: '' },
};

const frenchDay = (day: Day): string => day.split('-').reverse().join('/');

export const verificationSign = (entry: DirectoryEntry, today: Day): Sign => {
  const { verifiedOn } = entry;
  if (verifiedOn === null) return { tone: 'grey', shape: 'ring', text: 'jamais vérifiée' };
  if (verificationOf(entry, today) === 'stale')
    return {
      tone: 'amber',
      shape: 'triangle',
      text: `à revérifier : ${daysBetween(verifiedOn, today)} jours`,
    };
  return {
    tone: 'green',
    shape: 'check',
    text: verifiedOn === today ? 'vérifiée aujourd’hui' : `vérifiée le ${frenchDay(verifiedOn)}`,
  };
};

/** What follows « Source » : who says so, and since when. */
export const sourceText = ({ source }: DirectoryEntry): string => {
  if (source.kind === 'house') return 'écrite ici';
  return source.extractionDay === null
    ? 'extraction RPPS, sans date'
    : `extraction RPPS du ${frenchDay(source.extractionDay)}`;
};

export const goneText = ({ source }: DirectoryEntry): string | null =>
  source.kind === 'rpps' && source.goneOn !== null
    ? `absente de l’extraction du ${frenchDay(source.goneOn)}`
    : null;

const isChoice = <T extends string>(options: readonly T[], value: string): value is T =>
  (options as readonly string[]).includes(value);

/** One list for what somebody is: a profession, or a kind of structure. */
export const whatLabel = (what: string): string => {
  if (isChoice(DirectoryProfession.options, what)) return directoryProfessionLabels[what];
  return isChoice(DirectoryKind.options, what) ? directoryKindLabels[what] : what;
};

export const asProfession = (what: string | null): DirectoryProfession | null =>
  what !== null && isChoice(DirectoryProfession.options, what) ? what : null;

export const asKind = (what: string | null): DirectoryKind | null =>
  what !== null && isChoice(DirectoryKind.options, what) ? what : null;
