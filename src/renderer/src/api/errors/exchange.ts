/** Files that the house takes over, and extractions that fill its directory. */
import { fileRefusedText } from '../../../../contract/directory-words.ts';
import { frenchNumber } from '../../../../contract/exchange-report.ts';
import { unreadableText } from '../../../../contract/exchange-words.ts';
import type { ConflictTexts, ErrorTexts } from './said.ts';

export const exchangeTexts = {
  UNREADABLE_FILE: (data) => unreadableText(data),
  DIRECTORY_FILE_REFUSED: (data) => fileRefusedText(data),
  DIRECTORY_TOO_LARGE: ({ most }) => ({
    title: 'Ce choix garderait trop de monde',
    body: `Rien n’a été importé. L’annuaire garde au plus ${frenchNumber(most)} personnes : choisissez moins de départements, ou quelques professions.`,
  }),
} satisfies Partial<ErrorTexts>;

export const exchangeConflicts = {
  'import-stopped': {
    title: 'L’import est arrêté',
    body: 'Rien n’a été importé. Recommencez quand vous voulez, avec les mêmes fichiers.',
  },
  'file-already-whole': {
    title: 'Ce fichier est déjà reçu en entier',
    body: 'Rien n’a été importé. Choisissez de nouveau le fichier pour recommencer l’import.',
  },
  'file-not-whole': {
    title: 'Le fichier n’est pas encore reçu en entier',
    body: 'Rien n’a été importé. Attendez la fin de l’envoi, ou choisissez de nouveau le fichier.',
  },
} satisfies Partial<ConflictTexts>;
