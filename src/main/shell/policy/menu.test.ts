import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';

const asked: string[] = [];
const hands = {
  command: (command: string) => void asked.push(command),
  openFolder: () => void asked.push('folder'),
  about: () => void asked.push('about'),
};

const itemsOf = (item: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
  Array.isArray(item.submenu) ? item.submenu : [];

const lines = (platform: NodeJS.Platform, packaged: boolean): string[] =>
  menuTemplate({ platform, packaged, hands }).flatMap((menu) => [
    menu.label ?? '',
    ...itemsOf(menu).map((item) => (item.type === 'separator' ? '  —' : `  ${item.label}`)),
  ]);

describe('the menu', () => {
  it('is in French, and short', () => {
    expect(lines('win32', true)).toEqual([
      'Fichier',
      '  Imprimer…',
      '  Enregistrer en PDF…',
      '  —',
      '  Quitter',
      'Édition',
      '  Annuler la saisie',
      '  Rétablir la saisie',
      '  —',
      '  Couper',
      '  Copier',
      '  Coller',
      '  Tout sélectionner',
      '  —',
      '  Rechercher…',
      'Affichage',
      '  Agrandir',
      '  Réduire',
      '  Taille normale',
      '  —',
      '  Plein écran',
      'Aide',
      '  Ouvrir le dossier des données',
      '  —',
      '  À propos de Parvis',
    ]);
  });

  it('has its first menu under the name of the program on macOS', () => {
    expect(lines('darwin', true).slice(0, 10)).toEqual([
      'Parvis',
      '  À propos de Parvis',
      '  —',
      '  Masquer Parvis',
      '  Masquer les autres',
      '  Tout afficher',
      '  —',
      '  Quitter Parvis',
      'Fichier',
      '  Imprimer…',
    ]);
    expect(lines('darwin', true).filter((line) => /Quitter|À propos/.test(line)).length).toBe(2);
  });

  it('has developer tools in a development build only', () => {
    const tools = ['  Recharger', '  Outils de développement'];
    expect(lines('linux', false)).toEqual(expect.arrayContaining(tools));
    expect(lines('linux', true).filter((line) => tools.includes(line))).toEqual([]);
  });

  it('does what it says', () => {
    asked.length = 0;
    for (const menu of menuTemplate({ platform: 'linux', packaged: true, hands })) {
      for (const item of itemsOf(menu)) (item.click as (() => void) | undefined)?.();
    }
    expect(asked).toEqual(['print', 'save-pdf', 'search', 'folder', 'about']);
  });
});
