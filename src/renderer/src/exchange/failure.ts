/** What went wrong during a take-over: what happened, what is safe, what to do. */
import { type ErrorText, errorText, isFailure } from '../api/error-text.ts';

export interface TakeOverFailure extends ErrorText {
  /** `again`: the same files, sent anew; `files`: other files; `retry`: the same step. */
  readonly way: 'again' | 'files' | 'retry';
}

/** A file that the page itself could not read: moved, changed or removed since it was chosen, or a folder. */
export class FileGone extends Error {}

export class FileRefused extends Error {
  readonly reason: 'empty' | 'too-large';
  constructor(reason: 'empty' | 'too-large') {
    super(reason);
    this.reason = reason;
  }
}

/** The desk knows this take-over no more: another window began one, or Parvis started again. */
export const isLostSession = (error: unknown): boolean => isFailure(error, 'NOT_FOUND')?.what === 'import';

export const isStop = (error: unknown): boolean => isFailure(error, 'CONFLICT')?.reason === 'import-stopped';

export const fileFailureText = (name: string, error: unknown): ErrorText => {
  if (error instanceof FileGone)
    return said(
      `« ${name} » ne se lit pas`,
      'Rien n’a été repris. Le fichier a été déplacé ou modifié depuis, ou c’est un dossier : choisissez-le de nouveau.',
    );
  if (error instanceof FileRefused)
    return error.reason === 'empty'
      ? said(
          `« ${name} » est vide`,
          'Rien n’a été repris. Refaites l’export depuis l’ancien logiciel, puis choisissez-le de nouveau.',
        )
      : said(
          `« ${name} » est trop gros`,
          'Rien n’a été envoyé ni repris. Un agenda tient en moins de 64 Mo : vérifiez que c’est le bon fichier, ou exportez-le en plusieurs parties.',
        );
  return errorText(error);
};

export const stepFailure = (error: unknown): TakeOverFailure => {
  if (isLostSession(error))
    return {
      ...said(
        'Cette reprise n’est plus ouverte',
        'Rien n’a été repris. Une autre fenêtre en a commencé une, ou Parvis a redémarré : renvoyez les mêmes fichiers pour continuer.',
      ),
      way: 'again',
    };
  if (isFailure(error, 'BUSY') !== null)
    return {
      ...said(
        'Une autre reprise est en train de s’écrire',
        'Elle se termine en quelques secondes. Rien n’est perdu : réessayez ensuite.',
      ),
      way: 'retry',
    };
  const unreadable = isFailure(error, 'UNREADABLE_FILE');
  return { ...errorText(error), way: unreadable === null ? 'retry' : 'files' };
};

const said = (title: string, body: string): ErrorText => ({ title: title, body: body });
