import { describe, expect, it } from 'vitest';
import { Paper, paperText } from './paper.ts';

const paper: Paper = {
  title: 'Attestation de démarche',
  house: { name: 'Maison des Tilleuls', address: '1 rue Fictive', phone: '01 99 00 00 10' },
  dated: 'Lundi 23 novembre 2026',
  blocks: [
    { kind: 'facts', rows: [{ label: 'Praticien', value: 'Dr Alma Fictif' }] },
    { kind: 'heading', text: 'Vos démarches' },
    {
      kind: 'steps',
      items: [
        { title: 'Votre CPAM', text: 'Au 36 46.' },
        { title: 'Le 15', text: null },
      ],
    },
    { kind: 'signature', label: 'Cachet' },
  ],
  foot: 'Sans valeur médicale.',
  specimen: true,
};

describe('a paper as plain text', () => {
  it('says the same in the same order, with a blank line between its parts', () => {
    expect(paperText(Paper.parse(paper))).toBe(
      [
        'Maison des Tilleuls\n1 rue Fictive\n01 99 00 00 10',
        'Spécimen\u00a0: maison fictive',
        'ATTESTATION DE DÉMARCHE',
        'Lundi 23 novembre 2026',
        'Praticien\u00a0: Dr Alma Fictif',
        'Vos démarches\n– Votre CPAM. Au 36 46.\n– Le 15',
        'Cachet\u00a0:',
        'Sans valeur médicale.\n',
      ].join('\n\n'),
    );
  });

  it('leaves out what the house has not given', () => {
    const bare = {
      ...paper,
      house: { ...paper.house, address: null, phone: null },
      specimen: false,
      foot: null,
    };
    expect(paperText(bare)).toMatch(/^Maison des Tilleuls\n\nATTESTATION/);
    expect(paperText(bare)).toMatch(/Cachet\u00a0:\n$/);
  });
});
