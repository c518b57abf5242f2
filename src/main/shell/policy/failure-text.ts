/** What people read when there is no desk, or no page: what happened, what is safe, what to do. In French. */
import type { DeskStop } from '../supervisor.ts';

export interface FailureText {
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  /** In this order; the first one is what Enter does. */
  readonly buttons: readonly FailureButton[];
}

export type FailureAction = 'retry' | 'open-folder' | 'quit';

export interface FailureButton {
  readonly action: FailureAction;
  readonly label: string;
}

const RETRY: FailureButton = { action: 'retry', label: 'Réessayer' };
const RELOAD: FailureButton = { action: 'retry', label: 'Recharger la fenêtre' };
const FOLDER: FailureButton = { action: 'open-folder', label: 'Ouvrir le dossier des données' };
const QUIT: FailureButton = { action: 'quit', label: 'Quitter Parvis' };

const SAFE =
  'Ce qui est en sécurité : tout ce qui a été enregistré est dans le fichier de la maison, chiffré, sur ce poste. ' +
  'Une saisie en cours au moment de l’arrêt est peut-être à refaire.';

const steps = (...lines: readonly string[]): string =>
  ['Que faire :', ...lines.map((line, index) => `${index + 1}. ${line}`)].join('\n');

export const deskFailure = (stop: DeskStop, folder: string): FailureText => {
  const where = `Dossier des données : ${folder}`;
  switch (stop.why) {
    case 'refused':
      return {
        title: 'Parvis ne peut pas s’ouvrir',
        message: 'Parvis ne peut pas s’ouvrir.',
        detail: [stop.message, where, `Code : ${stop.code}`].join('\n\n'),
        buttons: [RETRY, FOLDER, QUIT],
      };
    case 'crashed':
      return {
        title: 'Parvis s’est arrêté',
        message: 'Le moteur de Parvis s’est arrêté plusieurs fois de suite.',
        detail: [
          SAFE,
          steps(
            'Cliquez sur « Réessayer ».',
            'Si cela recommence, redémarrez le poste, puis ouvrez Parvis.',
            'Si cela recommence encore, quittez Parvis et faites appel à la personne qui s’en occupe : ne supprimez et ne déplacez rien dans le dossier des données.',
          ),
          where,
        ].join('\n\n'),
        buttons: [RETRY, FOLDER, QUIT],
      };
    case 'too-slow':
      return {
        title: 'Parvis met trop longtemps à s’ouvrir',
        message: 'Parvis ne répond pas depuis une minute.',
        detail: [
          SAFE,
          steps(
            'Si le poste est très occupé (mise à jour, antivirus), attendez un moment.',
            'Cliquez sur « Réessayer ».',
            'Si le dossier des données est sur un disque externe ou sur le réseau, vérifiez que ce disque répond.',
          ),
          where,
        ].join('\n\n'),
        buttons: [RETRY, FOLDER, QUIT],
      };
  }
};

export const pageFailure: FailureText = {
  title: 'La fenêtre de Parvis s’est arrêtée',
  message: 'L’affichage de Parvis s’est arrêté deux fois en une minute.',
  detail: [
    SAFE,
    steps(
      'Cliquez sur « Recharger la fenêtre ».',
      'Si cela recommence, quittez Parvis puis ouvrez-le de nouveau.',
    ),
  ].join('\n\n'),
  buttons: [RELOAD, QUIT],
};

export interface AboutFacts {
  readonly version: string;
  readonly folder: string;
}

export const aboutText = ({ version, folder }: AboutFacts): string =>
  [
    `Version ${version}`,
    'L’accueil d’une maison de santé pluriprofessionnelle, sur ce poste et nulle part ailleurs.',
    `Dossier des données : ${folder}`,
    'Logiciel libre, licence GPL version 3 ou ultérieure, sans aucune garantie.',
  ].join('\n\n');
