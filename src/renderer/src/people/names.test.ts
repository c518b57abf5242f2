import { expect, test } from 'vitest';
import { ofPerson } from './names.ts';

test('« de » gives way before a vowel, with or without its accent', () => {
  expect(['Armelle Soleil', 'Élodie', 'Œdipe', 'Sophie', 'Hélène', 'Dr Mai Nguyen'].map(ofPerson)).toEqual([
    'd’Armelle Soleil',
    'd’Élodie',
    'd’Œdipe',
    'de Sophie',
    'de Hélène',
    'de Dr Mai Nguyen',
  ]);
});
