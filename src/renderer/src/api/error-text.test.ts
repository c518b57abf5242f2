import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { type ErrorCode, errorData } from '../../../contract/errors.ts';
import { errorText, isFailure } from './error-text.ts';

const example: { readonly [C in ErrorCode]: unknown } = {
  NO_ACTOR: {},
  FORBIDDEN: { right: 'practice.write' },
  DESK_CLOSED: {},
  NOT_FOUND: { what: 'patient' },
  INVALID_INPUT: { fields: [{ path: 'birthName', code: 'required' }] },
  STALE_VERSION: { version: 3, changed: ['start'] },
  CONFLICT: { reason: 'overlap' },
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

  test.each(['place-promised', 'already-refused', 'practitioner-closed', 'practitioner-decided'])(
    'a refusal that contradicts what is there says so in words of its own: %s',
    (reason) => {
      const text = (one: string) => errorText(new ORPCError('CONFLICT', { data: { reason: one } }));
      expect(text(reason).title).not.toBe(text('overlap').title);
      expect(text(reason).body).toContain('Rien n’a été enregistré');
    },
  );

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
