import { describe, expect, it } from 'vitest';
import { paperText } from '../../../contract/paper.ts';
import { type SlipFacts, slip } from './slip.ts';

const facts = {
  appointment: { day: '2026-11-23', start: 705, patient: { displayName: 'DUPONT Marie' } },
  practitioner: { title: 'Dr', givenName: 'Linh', familyName: 'Nguyen', profession: 'general-practitioner' },
  house: {
    name: 'Maison de santé fictive',
    address: '1 place du Parvis\n00100 Bourg-Fictif',
    phone: '+33199000100',
    demo: false,
  },
  now: { day: '2026-11-23', minute: 621 },
} as unknown as SlipFacts;

describe('the slip', () => {
  it('says who, where and when, whom to tell, and the 15; nothing of why', () => {
    expect(paperText(slip(facts)).replaceAll(/[\u00a0\u202f\u2002]/gu, ' ')).toBe(`Maison de santé fictive
1 place du Parvis
00100 Bourg-Fictif
01 99 00 01 00

VOTRE RENDEZ-VOUS

Lundi 23 novembre 2026

Aujourd’hui lundi 23 novembre à 11 h 45 avec le Dr Nguyen.

Pour : DUPONT Marie
Avec : Le Dr Linh Nguyen
Quand : Lundi 23 novembre 2026, 11 h 45
Où : Maison de santé fictive, 1 place du Parvis, 00100 Bourg-Fictif

Si vous ne pouvez pas venir, dites-le-nous dès que possible, au 01 99 00 01 00 : la place servira à quelqu’un d’autre.

Si l’état s’aggrave d’ici là, appelez le 15 ou le 112, sans attendre le rendez-vous.
`);
  });

  it('of the fictitious house it is a specimen; without a number nobody is told to ring one', () => {
    const house = { ...facts.house, demo: true, phone: null };
    const paper = slip({ ...facts, house });
    expect(paper.specimen).toBe(true);
    expect(JSON.stringify(paper.blocks)).not.toContain('au 0');
  });
});
