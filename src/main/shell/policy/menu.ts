/**
 * The menu, in French. Roles bring the system's own behaviour; their labels are written out, because Electron's follow
 * its own language, not ours. The page keeps the keys that it handles itself (Ctrl+Z outside text fields, Ctrl+P): a
 * key reaches the menu only when the page did not take it.
 */
import type { MenuItemConstructorOptions } from 'electron';
import type { ShellCommand } from '../../../contract/shell.ts';

export interface MenuHands {
  command(command: ShellCommand): void;
  openFolder(): void;
  about(): void;
}

interface MenuSetup {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  readonly hands: MenuHands;
}

type Items = MenuItemConstructorOptions[];

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

export const menuTemplate = ({ platform, packaged, hands }: MenuSetup): Items => {
  const mac = platform === 'darwin';
  return [
    ...(mac ? [{ label: 'Parvis', submenu: macItems(hands) }] : []),
    { label: 'Fichier', submenu: fileItems(hands, mac) },
    { label: 'Édition', submenu: editItems(hands) },
    { label: 'Affichage', submenu: viewItems(packaged) },
    { label: 'Aide', role: 'help', submenu: helpItems(hands, mac) },
  ];
};

const macItems = (hands: MenuHands): Items => [
  { label: 'À propos de Parvis', click: () => hands.about() },
  SEPARATOR,
  { label: 'Masquer Parvis', role: 'hide' },
  { label: 'Masquer les autres', role: 'hideOthers' },
  { label: 'Tout afficher', role: 'unhide' },
  SEPARATOR,
  { label: 'Quitter Parvis', role: 'quit' },
];

const fileItems = (hands: MenuHands, mac: boolean): Items => [
  { label: 'Imprimer…', accelerator: 'CmdOrCtrl+P', click: () => hands.command('print') },
  { label: 'Enregistrer en PDF…', accelerator: 'CmdOrCtrl+Shift+P', click: () => hands.command('save-pdf') },
  ...(mac ? [] : [SEPARATOR, { label: 'Quitter', role: 'quit', accelerator: 'Ctrl+Q' } as const]),
];

const editItems = (hands: MenuHands): Items => [
  { label: 'Annuler la saisie', role: 'undo' },
  { label: 'Rétablir la saisie', role: 'redo' },
  SEPARATOR,
  { label: 'Couper', role: 'cut' },
  { label: 'Copier', role: 'copy' },
  { label: 'Coller', role: 'paste' },
  { label: 'Tout sélectionner', role: 'selectAll' },
  SEPARATOR,
  { label: 'Rechercher…', accelerator: 'CmdOrCtrl+K', click: () => hands.command('search') },
];

const viewItems = (packaged: boolean): Items => [
  { label: 'Agrandir', role: 'zoomIn' },
  { label: 'Réduire', role: 'zoomOut' },
  { label: 'Taille normale', role: 'resetZoom' },
  SEPARATOR,
  { label: 'Plein écran', role: 'togglefullscreen' },
  ...(packaged
    ? []
    : [
        SEPARATOR,
        { label: 'Recharger', role: 'reload' } as const,
        { label: 'Outils de développement', role: 'toggleDevTools' } as const,
      ]),
];

const helpItems = (hands: MenuHands, mac: boolean): Items => [
  { label: 'Ouvrir le dossier des données', click: () => hands.openFolder() },
  ...(mac ? [] : [SEPARATOR, { label: 'À propos de Parvis', click: () => hands.about() }]),
];
