import { expect, it } from 'vitest';
import { changesOf } from './changes.ts';

it('an entry’s detail is what differs, and not the file’s own keeping', () => {
  expect(
    changesOf(
      { version: 1, note: null, city: 'Vienne', phones: [{ e164: '+33199000001' }], validated: false },
      { version: 2, note: 'sonner deux fois', city: 'Vienne', phones: [], validated: true },
    ),
  ).toEqual([
    { field: 'note', before: null, after: 'sonner deux fois' },
    { field: 'phones', before: '[{"e164":"+33199000001"}]', after: '[]' },
    { field: 'validated', before: 'non', after: 'oui' },
  ]);
  expect(changesOf(null, { day: '2026-11-23' })).toEqual([
    { field: 'day', before: null, after: '2026-11-23' },
  ]);
  expect(changesOf(null, null)).toEqual([]);
});
