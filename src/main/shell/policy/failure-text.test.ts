import { describe, expect, it } from 'vitest';
import type { DeskStop } from '../supervisor.ts';
import { aboutText, deskFailure, pageFailure } from './failure-text.ts';

const stops: DeskStop[] = [
  { why: 'refused', code: 'native-module', message: 'Un composant de Parvis ne se charge pas.' },
  { why: 'crashed' },
  { why: 'too-slow' },
];
const all = [...stops.map((stop) => deskFailure(stop, '/srv/msp')), pageFailure];

describe('what people read when Parvis stops', () => {
  it.each(stops)('names the folder and always leaves a way on and a way out ($why)', (stop) => {
    const text = deskFailure(stop, 'C:\\Parvis\\donnees');
    expect(text.detail).toContain('C:\\Parvis\\donnees');
    expect(text.buttons.map(({ action }) => action)).toEqual(['retry', 'open-folder', 'quit']);
  });

  it('says what is safe and what to do when the desk crashed', () => {
    expect(deskFailure({ why: 'crashed' }, '/srv/msp')).toEqual({
      title: 'Parvis s’est arrêté',
      message: 'Le moteur de Parvis s’est arrêté plusieurs fois de suite.',
      detail: `Ce qui est en sécurité : tout ce qui a été enregistré est dans le fichier de la maison, chiffré, sur ce poste. Une saisie en cours au moment de l’arrêt est peut-être à refaire.

Que faire :
1. Cliquez sur « Réessayer ».
2. Si cela recommence, redémarrez le poste, puis ouvrez Parvis.
3. Si cela recommence encore, quittez Parvis et faites appel à la personne qui s’en occupe : ne supprimez et ne déplacez rien dans le dossier des données.

Dossier des données : /srv/msp`,
      buttons: [
        { action: 'retry', label: 'Réessayer' },
        { action: 'open-folder', label: 'Ouvrir le dossier des données' },
        { action: 'quit', label: 'Quitter Parvis' },
      ],
    });
  });

  it('repeats the desk’s own sentence and code when it cannot work', () => {
    expect(deskFailure(stops[0] as DeskStop, '/srv/msp').detail).toBe(
      'Un composant de Parvis ne se charge pas.\n\nDossier des données : /srv/msp\n\nCode : native-module',
    );
  });

  it('is typeset as French: no-break spaces before high punctuation and within quotes, curly apostrophes', () => {
    const texts = [
      ...all.flatMap(({ title, message, detail, buttons }) => [
        title,
        message,
        detail,
        ...buttons.map((b) => b.label),
      ]),
    ];
    texts.push(aboutText({ version: '0.1.0', folder: '/srv/msp' }));
    for (const text of texts) {
      expect(text).not.toMatch(/'|[^\u00A0\u202F\n] ?[;!?»]|[^\u00A0] ?:|«[^\u00A0]/);
    }
  });

  it('says what Parvis is, its version, its folder and its licence', () => {
    expect(aboutText({ version: '0.1.0', folder: '/srv/msp' })).toContain('Version 0.1.0\n\n');
    expect(aboutText({ version: '0.1.0', folder: '/srv/msp' })).toContain('/srv/msp');
  });
});
