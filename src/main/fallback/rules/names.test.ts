import { expect, it } from 'vitest';
import { sheetName, staleIn } from './names.ts';

it('only what Parvis wrote, by its exact name, is ever removed', () => {
  const today = sheetName('2026-11-23', 'journee');
  expect(today).toBe('parvis-secours-2026-11-23-journee.pdf');
  expect(
    staleIn(
      [
        today,
        'parvis-secours-2026-11-22-journee.pdf',
        'parvis-secours-2026-11-22-rappels.pdf',
        'parvis-secours-2026-11-23-listes.pdf.0a1b2c3d.tmp',
        'parvis-secours-2026-11-22-journee (copie).pdf',
        'copie de parvis-secours-2026-11-22-journee.pdf',
        'parvis-secours-2026-11-22-consignes.pdf',
        'parvis-secours-2026-11-22-journee.pdf.bak',
        'planning.pdf',
      ],
      [today],
    ),
  ).toEqual([
    'parvis-secours-2026-11-22-journee.pdf',
    'parvis-secours-2026-11-22-rappels.pdf',
    'parvis-secours-2026-11-23-listes.pdf.0a1b2c3d.tmp',
  ]);
});
