/** Where copies cannot go, or come from: what to do about it. */
import type { ConflictTexts } from './said.ts';

const NOTHING = 'Rien n’a changé.';

export const copyConflicts = {
  'target-relative': {
    title: 'Ce chemin n’est pas complet',
    body: `${NOTHING} Indiquez-le depuis la racine : E:\\ sous Windows, /media/cle sous Linux.`,
  },
  'target-missing': {
    title: 'Ce dossier n’existe pas',
    body: `${NOTHING} Branchez la clé ou rétablissez le réseau, et relisez le chemin.`,
  },
  'target-not-a-folder': {
    title: 'Ce n’est pas un dossier',
    body: `${NOTHING} Indiquez le dossier, et non un fichier.`,
  },
  'target-inside': {
    title: 'Ce dossier est dans celui de la maison',
    body: `${NOTHING} Perdu avec lui, il ne servirait à rien : choisissez une clé ou un serveur.`,
  },
  'target-unwritable': {
    title: 'Parvis ne peut pas écrire dans ce dossier',
    body: `${NOTHING} Vérifiez que la clé n’est pas protégée et que votre session a le droit d’y écrire.`,
  },
  'fallback-relative': {
    title: 'Ce chemin n’est pas complet',
    body: `${NOTHING} Indiquez-le depuis la racine : D:\\Secours sous Windows, /home/accueil/secours sous Linux.`,
  },
  'fallback-missing': {
    title: 'Ce dossier n’existe pas',
    body: `${NOTHING} Créez-le d’abord, ou vérifiez que la clé ou le serveur est branché.`,
  },
  'fallback-not-a-folder': {
    title: 'Ce n’est pas un dossier',
    body: `${NOTHING} Indiquez le dossier où écrire les feuilles, et non un fichier.`,
  },
  'fallback-inside': {
    title: 'Ce dossier est dans celui de la maison',
    body: `${NOTHING} Tout y est chiffré, et doit le rester : choisissez un dossier à part.`,
  },
  'fallback-unwritable': {
    title: 'Parvis ne peut pas écrire dans ce dossier',
    body: `${NOTHING} Vérifiez qu’il y reste de la place et que votre session a le droit d’y écrire.`,
  },
  'target-full': {
    title: 'Il n’y a plus de place à cet endroit',
    body: `${NOTHING} Libérez-y de la place, ou choisissez-en un autre.`,
  },
  'target-other-house': {
    title: 'Une autre maison garde ses sauvegardes ici',
    body: `${NOTHING} Choisissez un autre dossier : deux maisons n’y seraient pas en sécurité.`,
  },
  'target-same-disk': {
    title: 'Ce dossier est sur le même disque que la maison',
    body: `${NOTHING} Si ce disque tombe en panne ou si le poste est volé, les deux disparaissent ensemble : choisissez plutôt une clé ou un serveur.`,
  },
  'no-copies': {
    title: 'Aucune sauvegarde de Parvis dans ce dossier',
    body: `${NOTHING} Il faut les trois fichiers de même nom (.db, .keys, .json), dans ce dossier ou dans « sauvegardes-parvis ».`,
  },
} satisfies Partial<ConflictTexts>;
