import { expect, test } from 'vitest';
import { shortName } from './short-name.ts';

test.each([
  ['DUPONT née MARTIN Marie', 'DUPONT Marie'],
  ['GARNIER née DU MOULIN Alice', 'GARNIER Alice'],
  ["LE GALL né(e) D'AUBRY Élie", 'LE GALL Élie'],
  ['PETIT né LEFÈVRE-ROY Jean Paul', 'PETIT Jean Paul'],
  ['NÉEL Renée', 'NÉEL Renée'],
  ['DUPONT née MARTIN', 'DUPONT'],
  ['ROSSI', 'ROSSI'],
])('a card says %s as %s', (full, short) => expect(shortName(full)).toBe(short));
