import { describe, expect, it } from 'vitest';
import { dataFolder, type Place, windowFolder } from './data-folder.ts';

const linux: Place = { platform: 'linux', env: {}, home: '/home/accueil', cwd: '/opt/parvis', demo: false };
const windows: Place = { ...linux, platform: 'win32', home: 'C:\\Users\\accueil', cwd: 'D:\\parvis' };

describe('where the data of the house lies', () => {
  it('is the local, never the roaming, application folder on Windows', () => {
    expect(dataFolder({ ...windows, env: { LOCALAPPDATA: 'E:\\Local' } })).toBe('E:\\Local\\Parvis\\donnees');
    expect(dataFolder(windows)).toBe('C:\\Users\\accueil\\AppData\\Local\\Parvis\\donnees');
  });

  it('is the usual application folder on macOS and Linux', () => {
    expect(dataFolder({ ...linux, platform: 'darwin', home: '/Users/accueil' })).toBe(
      '/Users/accueil/Library/Application Support/Parvis/donnees',
    );
    expect(dataFolder(linux)).toBe('/home/accueil/.local/share/parvis/donnees');
    expect(dataFolder({ ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/parvis/donnees');
  });

  it('keeps the fictitious house apart from the real one', () => {
    expect(dataFolder({ ...linux, demo: true })).toBe('/home/accueil/.local/share/parvis/demonstration');
  });

  it('is where PARVIS_DATA says, made absolute; empty says nothing', () => {
    expect(dataFolder({ ...linux, env: { PARVIS_DATA: 'essai' } })).toBe('/opt/parvis/essai');
    expect(dataFolder({ ...linux, env: { PARVIS_DATA: '/srv/msp' }, demo: true })).toBe('/srv/msp');
    expect(dataFolder({ ...linux, env: { PARVIS_DATA: '' } })).toBe(
      '/home/accueil/.local/share/parvis/donnees',
    );
    expect(dataFolder({ ...windows, env: { PARVIS_DATA: 'essai' } })).toBe('D:\\parvis\\essai');
  });

  it('keeps what belongs to the window beside the data, never among them', () => {
    expect(windowFolder('/srv/msp')).toBe('/srv/msp-fenetre');
  });
});
