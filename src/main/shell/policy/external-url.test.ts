import { describe, expect, it } from 'vitest';
import { externalUrl } from './external-url.ts';

describe('which address may leave Parvis', () => {
  it.each([
    ['https://www.ameli.fr/', 'https://www.ameli.fr/'],
    ['mailto:accueil@example.org?subject=Rendez-vous', 'mailto:accueil@example.org?subject=Rendez-vous'],
    ['tel:+33639980012', 'tel:+33639980012'],
    ['tel:06 39 98 00 12', 'tel:0639980012'],
    ['tel:01.99.00.12.34', 'tel:0199001234'],
  ])('%s opens', (address, opened) => {
    expect(externalUrl(address)).toBe(opened);
  });

  it.each([
    'http://example.org/',
    'https://user:secret@example.org/',
    'file:///C:/Windows/System32/calc.exe',
    'smb://example.org/share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'app://parvis/',
    'mailto:a@example.org?attach=/etc/passwd',
    'mailto:a@example.org?Attachment=x',
    'tel:*21*0639980012#',
    'tel:+33639980012?x=1',
    'tel:%2A21%2A0639980012%23',
    'tel:%E0%A4%A',
    'tel:',
    'www.ameli.fr',
    '',
    `https://example.org/${'a'.repeat(2048)}`,
  ])('%s does not', (address) => {
    expect(externalUrl(address)).toBe(null);
  });
});
