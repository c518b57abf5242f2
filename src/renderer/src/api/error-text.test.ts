import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { ConflictReason } from '../../../contract/conflicts.ts';
import { type ErrorCode, errorData } from '../../../contract/errors.ts';
import { StaffId } from '../../../contract/ids.ts';
import type { House } from '../../../contract/practice.ts';
import { errorText, isFailure } from './error-text.ts';
import { api, queryClient } from './query.ts';

const example: { readonly [C in ErrorCode]: unknown } = {
  NO_ACTOR: {},
  FORBIDDEN: { right: 'practice.write' },
  LOCKED: {},
  PIN_WRONG: { triesLeft: 1, waitMs: 0 },
  PIN_WAIT: { waitMs: 60_000 },
  PIN_REQUIRED: { why: 'none-set' },
  DESK_CLOSED: {},
  NOT_FOUND: { what: 'patient' },
  INVALID_INPUT: { fields: [{ path: 'birthName', code: 'required' }] },
  STALE_VERSION: { version: 3, changed: ['start'] },
  CONFLICT: { reason: 'house-exists' },
  SLOT_TAKEN: { with: [1], proposals: [] },
  OUTSIDE_HOURS: { why: 'absent' },
  SLOT_NOT_GIVEN: { why: 'taken', with: [1] },
  NOT_RELEASED: { why: 'by-hand' },
  PATIENT_BUSY: { with: [1] },
  OUTCOME_REQUIRED: { why: 'said' },
  DESPITE_REQUIRED: { entryId: 1 },
  ALREADY_LISTED: { entryId: 1 },
  SLOT_OFFERED: { by: 'AB', expiresAt: 0 },
  ENTRY_OFFERED: { by: 'AB', expiresAt: 0 },
  FREED_OVER: { why: 'taken' },
  PLACES_OVER: { why: 'used' },
  OFFER_OVER: { answer: 'expired' },
  OFFER_FILTERED: { reasons: ['other-day'] },
  STATUS_NOT_ALLOWED: { from: 'booked', to: 'fulfilled' },
  RESEMBLES: { patientIds: [1] },
  NO_POLICY: { practitionerId: 1 },
  QUOTA_FULL: { practitionerId: 1, whoCan: [] },
  URGENCY_NOT_RULED_OUT: {},
  CARD_NOT_SIGNED: {},
  GROUND_NOT_ALLOWED: { why: 'policy-open' },
  COLLEAGUE_NOT_ASKED: { practitionerIds: [1] },
  NO_WAY_FORWARD: { why: 'none' },
  WORDS_NOT_SHOWN: {},
  NOT_A_PRACTITIONER: {},
  NOTHING_TO_UNDO: {},
  UNDO_TOO_LATE: {},
  WRONG_RECOVERY_CODE: {},
  UNREADABLE_FILE: { file: 'patients.csv', reason: 'empty', line: null },
  DIRECTORY_FILE_REFUSED: { file: 'a.zip', reason: 'archive', columns: [] },
  DIRECTORY_TOO_LARGE: { most: 50_000 },
  TEXT_REFUSED: { problems: [] },
  PAPER_TOO_LONG: {},
  BUSY: { with: 'import' },
  STORAGE_FULL: {},
  INTERNAL: { reference: 'A1B2' },
};

const codes = Object.keys(errorData) as ErrorCode[];

describe('R10: every error of the contract', () => {
  test.each(codes)('%s says what happened, what is safe and what to do', (code) => {
    const { title, body } = errorText(new ORPCError(code, { data: example[code] }));
    expect(title).not.toBe('Parvis n’a pas répondu');
    expect(title.length).toBeGreaterThan(10);
    expect(body.length).toBeGreaterThan(30);
    expect(`${title}${body}`).not.toContain('undefined');
  });

  const conflict = (reason: ConflictReason) => errorText(new ORPCError('CONFLICT', { data: { reason } }));

  test.each(ConflictReason.options)(
    'the contradiction %s says what happened, what is safe and what to do',
    (reason) => {
      const { title, body } = conflict(reason);
      expect(title.length).toBeGreaterThan(10);
      expect(body).toMatch(/^Rien n’(a|est) (été |pas )?\p{L}+/u);
      expect(body.length).toBeGreaterThan(50);
    },
  );

  test('no two contradictions are said in the same words', () => {
    const said = ConflictReason.options.map((reason) => `${conflict(reason).title} ${conflict(reason).body}`);
    expect(new Set(said).size).toBe(ConflictReason.options.length);
  });

  test('a patient is named « Patient introuvable », not by a code of the program', () =>
    expect(errorText(new ORPCError('NOT_FOUND', { data: { what: 'patient' } })).title).toBe(
      'Patient introuvable',
    ));

  test('an internal error quotes the reference of the log', () =>
    expect(errorText(new ORPCError('INTERNAL', { data: { reference: 'A1B2' } })).body).toContain('A1B2'));
});

test('no answer at all is not taken for a refusal', () =>
  expect(errorText(new TypeError('failed to fetch')).title).toBe('Parvis n’a pas répondu'));

test('the data of one code is at hand, and of no other', () => {
  const error = new ORPCError('OUTSIDE_HOURS', { data: { why: 'absent' } });
  expect(isFailure(error, 'OUTSIDE_HOURS')).toEqual({ why: 'absent' });
  expect(isFailure(error, 'SLOT_TAKEN')).toBeNull();
});

describe('until when a place is kept is said by the wall of the house, whatever zone the PC believes in', () => {
  const offered = new ORPCError('SLOT_OFFERED', {
    data: { by: 'AB', expiresAt: Date.parse('2026-11-30T14:05:00Z') },
  });
  const held = (hour: string) =>
    `Rien n’a été enregistré. Il est retenu jusqu’à ${hour}\u202f; prenez un autre créneau, ou attendez la réponse.`;

  test('in Paris and in Réunion', () => {
    expect(errorText(offered, 'Europe/Paris').body).toBe(held('15\u00a0h\u00a005'));
    expect(errorText(offered, 'Indian/Reunion').body).toBe(held('18\u00a0h\u00a005'));
  });

  test('the zone is the one that the desk gave', () => {
    const house: House = {
      version: 1,
      name: 'Maison des Mots',
      zone: 'Indian/Reunion',
      region: 'reunion',
      phone: null,
      address: null,
      demo: false,
    };
    queryClient.setQueryData(api.practice.house.queryKey(), house);
    expect(errorText(offered).body).toBe(held('18\u00a0h\u00a005'));
    queryClient.clear();
    expect(errorText(offered).body).toBe(held('15\u00a0h\u00a005'));
  });
});

describe('a PIN that is refused, or a right that is missing', () => {
  const body = <C extends ErrorCode>(code: C, data: unknown) => errorText(new ORPCError(code, { data })).body;

  test('says who can help, by name', () => {
    queryClient.setQueryData(api.people.list.queryKey(), [
      {
        id: StaffId.parse(2),
        version: 1,
        initials: 'JB',
        name: 'Julie Brume',
        role: 'coordinator',
        practitionerId: null,
        active: true,
      },
    ]);
    expect(body('FORBIDDEN', { right: 'people.govern' })).toBe(
      'Rien n’a été enregistré. Demandez à un référent\u00a0: Julie Brume.',
    );
    queryClient.clear();
    expect(body('FORBIDDEN', { right: 'people.govern' })).toBe(
      'Rien n’a été enregistré. Demandez à un référent de la maison.',
    );
  });

  test('says how many tries are left, then how long to wait, in words', () => {
    expect([
      body('PIN_WRONG', { triesLeft: 2, waitMs: 0 }),
      body('PIN_WRONG', { triesLeft: 1, waitMs: 0 }),
      body('PIN_WRONG', { triesLeft: 0, waitMs: 15_000 }),
      body('PIN_WAIT', { waitMs: 200 }),
      body('PIN_WAIT', { waitMs: 15 * 60_000 }),
    ]).toEqual([
      'Il reste 2 essais avant une attente.',
      'Il reste un essai avant une attente.',
      'Réessayez dans 15 secondes. Oublié\u202f? Demandez à un référent de la maison.',
      'Réessayez dans 1 seconde. Oublié\u202f? Demandez à un référent de la maison.',
      'Réessayez dans 15 minutes. Oublié\u202f? Demandez à un référent de la maison.',
    ]);
  });
});
