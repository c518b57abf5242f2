/** Somebody sent on, followed to the end: on the real encrypted file, through the service. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import { clara, DUPONT, fillHouse, louis, MARTIN } from '../../../tests/support/agenda-house.ts';
import { at, colleague, structure } from '../../../tests/support/directory-drafts.ts';
import { openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import { DirectoryWishes } from '../../contract/directory.ts';
import type { DirectoryEntryId, PatientId } from '../../contract/ids.ts';
import type { RedirectionDraft, RedirectionStep } from '../../contract/redirections.ts';
import type { DeskRequest } from '../../contract/requests.ts';
import { instantOf } from '../../contract/time.ts';
import { since } from '../core/journal.ts';
import { undoLast } from '../core/undo.ts';
import { createEntry, directoryCompensations, putAway } from '../directory/service.ts';
import * as requests from '../requests/service.ts';
import * as redirections from './service.ts';

let house: TestGround;
let entryId: DirectoryEntryId;
const ZONE = 'Europe/Paris';
const friday = instantOf('2026-11-27', 18 * 60, ZONE);

beforeEach(() => {
  house = openTestGround();
  fillHouse(house.ground);
  entryId = createEntry(
    house.ground,
    clara,
    colleague({ name: 'Fictif', publicPhone: '04 65 71 12 12', places: [at('03200', 'Vichy')] }),
  ).entry.id;
});
afterEach(() => house.close());

const compensations = {
  ...directoryCompensations,
  ...requests.requestCompensations,
  ...redirections.redirectionCompensations,
};
const undo = (call = clara) => undoLast(house.ground, call, compensations);
const ask = (patientId: PatientId = DUPONT) =>
  requests.open(house.ground, clara, {
    nature: 'registration',
    origin: 'pharmacy',
    professional: 'Pharmacie fictive',
    patientAgrees: true,
    patientId,
    profession: 'general-practitioner',
    wish: 'sans médecin traitant',
  });
const draft = (more: Partial<RedirectionDraft> = {}): RedirectionDraft => ({
  to: { kind: 'entry', entryId, despite: null },
  how: 'phone',
  due: friday,
  ...more,
});
const send = (more: Partial<RedirectionDraft> = {}, request: DeskRequest = ask()) =>
  redirections.start(house.ground, clara, {
    request: { id: request.id, version: request.version },
    redirection: draft(more),
  });
const step = (row: { id: never | number; version: number }, name: RedirectionStep, call = clara) =>
  redirections.step(house.ground, call, { id: row.id as never, version: row.version, step: name });
const request = (id: number) => requests.get(house.ground, id as never);
const actions = () => since(house.ground.db, 0).map(({ action }) => action);
const tomorrow = () => house.clock.set(house.clock.now() + 24 * 3_600_000);
const errorOf = (work: () => unknown) => {
  const { code, data } = refused(work);
  return [code, data];
};

describe('Sending somebody on', () => {
  test('closes the request under the name of the entry, and follows it in the same commit', () => {
    const sent = send();
    expect(sent).toMatchObject({
      id: 1,
      version: 1,
      requestId: 1,
      patient: { displayName: 'DUPONT Marie' },
      asked: { nature: 'registration', profession: 'general-practitioner', message: null },
      to: { kind: 'outside', label: 'Dr FICTIF Anne' },
      entry: { publicPhone: '+33465711212' },
      despite: null,
      how: 'phone',
      due: friday,
      state: 'sent',
      stateBy: 1,
      attempts: 0,
      takenUpBy: null,
    });
    expect(request(1).outcome).toEqual({
      kind: 'redirected',
      to: { kind: 'outside', label: 'Dr FICTIF Anne' },
    });
    expect(redirections.pending(house.ground)).toEqual([sent]);
    expect(actions().slice(-2)).toEqual(['request.closed', 'redirection.started']);
  });

  test('to a kind without an entry, as before, is followed too', () => {
    const { to, entry } = send({ to: { kind: 'cpts', label: 'CPTS fictive' }, how: 'patient-told' });
    expect([to, entry]).toEqual([{ kind: 'cpts', label: 'CPTS fictive' }, null]);
  });

  test('lacks a name, and nothing is written', () => {
    const open = ask();
    const before = actions().length;
    expect(errorOf(() => send({ to: { kind: 'outside', label: ' ' } }, open))).toEqual([
      'OUTCOME_REQUIRED',
      { why: 'label' },
    ]);
    expect(request(open.id).closedAt).toBeNull();
    expect(actions()).toHaveLength(before);
  });

  test('to whoever takes nobody new asks why, and keeps the answer; nobody else is asked', () => {
    const closed = createEntry(
      house.ground,
      clara,
      colleague({ name: 'Complet', takesNewcomers: 'no' }),
    ).entry;
    const open = ask();
    const to = (despite: 'nobody-else' | null) =>
      draft({ to: { kind: 'entry', entryId: closed.id, despite } });
    expect(errorOf(() => send(to(null), open))).toEqual(['DESPITE_REQUIRED', { entryId: closed.id }]);
    expect(request(open.id).closedAt).toBeNull();
    expect(send(to('nobody-else'), open).despite).toBe('nobody-else');
    // A reason that nobody owed is not kept: it would blame an entry that takes newcomers.
    expect(send({ to: { kind: 'entry', entryId, despite: 'nobody-else' } }, ask(MARTIN)).despite).toBeNull();
  });

  test('to an entry that was put away, or to nobody, is refused', () => {
    putAway(house.ground, clara, { id: entryId, version: 1, away: true });
    expect(errorOf(() => send())).toEqual(['CONFLICT', { reason: 'entry-put-away' }]);
    const to = { kind: 'entry', entryId: 99 as DirectoryEntryId, despite: null } as const;
    expect(errorOf(() => send({ to }))).toEqual(['NOT_FOUND', { what: 'directory-entry' }]);
  });

  test('twice from one request is refused', () => {
    const open = ask();
    send({}, open);
    expect(errorOf(() => send({}, request(open.id)))).toEqual(['CONFLICT', { reason: 'request-closed' }]);
  });

  test('is taken back by Ctrl+Z: the request is open again, and can be sent elsewhere', () => {
    send();
    expect(undo()).toEqual({ action: 'redirection.started' });
    expect(redirections.pending(house.ground)).toEqual([]);
    expect(request(1)).toMatchObject({ closedAt: null, outcome: null });
    expect(send({ to: { kind: 'cpts', label: null } }, request(1)).id).toBe(2);
  });
});

describe('Following it', () => {
  test('a try in vain is counted, with who and when, and the answer is still waited for', () => {
    const tried = step(send(), 'tried', louis);
    expect(tried).toMatchObject({ state: 'sent', attempts: 1, lastAttemptAt: house.clock.now(), version: 2 });
    expect(step(tried, 'tried').attempts).toBe(2);
    expect(redirections.pending(house.ground)).toHaveLength(1);
  });

  test('accepted, then not gone: off the list of what waits, and the acceptance is kept', () => {
    const accepted = step(step(send(), 'contacted'), 'accepted', louis);
    expect(accepted).toMatchObject({ state: 'accepted', stateBy: 2, acceptedAt: house.clock.now() });
    expect(redirections.pending(house.ground)).toEqual([]);
    const when = house.clock.now();
    tomorrow();
    const gone = step(accepted, 'not-gone');
    expect(gone).toMatchObject({ state: 'not-gone', acceptedAt: when, takenUpBy: null });
    expect(redirections.answered(house.ground)).toEqual([gone]);
  });

  test('full: nobody is left without an outcome, the same request goes on, late from the start of nothing', () => {
    const sent = send();
    tomorrow();
    const full = step(sent, 'full', louis);
    expect(full).toMatchObject({ state: 'full', stateBy: 2, takenUpBy: 2 });
    expect(request(2)).toMatchObject({
      nature: 'registration',
      origin: 'pharmacy',
      professional: 'Pharmacie fictive',
      patientAgrees: true,
      profession: 'general-practitioner',
      wish: 'sans médecin traitant',
      continues: 1,
      closedAt: null,
      openedBy: 2,
      due: instantOf('2026-11-24', 18 * 60, ZONE),
    });
  });

  test('full, when the person has asked again meanwhile: that request is the one that goes on', () => {
    const sent = send();
    const again = ask();
    expect(again.id).toBe(2);
    expect(step(sent, 'full').takenUpBy).toBe(2);
    expect(requests.pending(house.ground).map(({ id }) => id)).toEqual([2]);
  });

  test('unreachable only after a try', () => {
    const sent = send();
    expect(errorOf(() => step(sent, 'unreachable'))).toEqual(['OUTCOME_REQUIRED', { why: 'attempt' }]);
    expect(step(step(sent, 'tried'), 'unreachable')).toMatchObject({ state: 'unreachable', takenUpBy: 2 });
  });

  test('an answer that was given is not given again, and a stale one is told what changed', () => {
    const sent = send();
    const full = step(sent, 'full');
    expect(errorOf(() => step(full, 'accepted'))).toEqual([
      'STATUS_NOT_ALLOWED',
      { from: 'full', to: 'accepted' },
    ]);
    expect(errorOf(() => step(sent, 'accepted'))).toMatchObject(['STALE_VERSION', { version: 2 }]);
  });

  test('another date is waited for, as long as nobody answered', () => {
    const sent = send();
    const due = instantOf('2026-12-01', 720, ZONE);
    const postponed = redirections.postpone(house.ground, clara, { id: sent.id, version: 1, due });
    expect(postponed.due).toBe(due);
    const accepted = step(postponed, 'accepted');
    expect(
      errorOf(() =>
        redirections.postpone(house.ground, clara, { id: sent.id, version: accepted.version, due }),
      ),
    ).toEqual(['CONFLICT', { reason: 'redirection-ended' }]);
  });

  test('each step goes back by Ctrl+Z, one after the other', () => {
    step(step(send(), 'tried'), 'accepted');
    undo();
    expect(redirections.pending(house.ground)).toMatchObject([{ state: 'sent', attempts: 1 }]);
    undo();
    expect(redirections.pending(house.ground)).toMatchObject([{ attempts: 0, lastAttemptAt: null }]);
    undo();
    expect(request(1).closedAt).toBeNull();
  });

  test('« complet » written by mistake: the request that took the person up goes with it', () => {
    step(send(), 'full');
    undo();
    expect(redirections.pending(house.ground)).toMatchObject([{ state: 'sent', takenUpBy: null }]);
    expect(request(2).outcome).toEqual({ kind: 'unresolved', reason: 'opened-by-mistake' });
  });

  test('« complet » whose request somebody has worked on since stays', () => {
    const full = step(send(), 'full');
    requests.update(house.ground, louis, {
      id: full.takenUpBy as never,
      version: 1,
      wish: 'rappelle demain',
    });
    expect(refused(() => undo()).code).toBe('UNDO_TOO_LATE');
    expect(redirections.get(house.ground, full.id).state).toBe('full');
  });

  test('« complet » that joined what the person had asked herself leaves that as it is', () => {
    const sent = send();
    ask();
    step(sent, 'full');
    undo();
    expect(request(2).closedAt).toBeNull();
  });
});

describe('What the entry has answered', () => {
  const found = () =>
    redirections
      .search(house.ground, DirectoryWishes.parse({ text: 'docteur' }))
      .entries.map(({ entry, outcomes }) => [entry.name, outcomes?.sinks ?? null]);

  test('is on the entry, and one that answers badly comes last until it accepts somebody', () => {
    createEntry(house.ground, clara, colleague({ name: 'Zébulon' }));
    expect(found()).toEqual([
      ['Fictif', null],
      ['Zébulon', null],
    ]);
    step(send(), 'full');
    expect(found()).toEqual([
      ['Zébulon', null],
      ['Fictif', true],
    ]);
    expect(redirections.ofEntry(house.ground, { entryId, limit: 20 })).toMatchObject({
      outcomes: { sent: 1, full: 1, fullSince: '2026-11-23', sinks: true },
      redirections: [{ id: 1, state: 'full' }],
    });
    tomorrow();
    step(send({}, ask(MARTIN)), 'accepted');
    expect(found()[0]).toEqual(['Fictif', false]);
  });

  test('whoever does not sink is never pushed off the page by whoever does', () => {
    createEntry(house.ground, clara, colleague({ name: 'Zébulon' }));
    step(send(), 'full');
    const page = redirections.search(house.ground, DirectoryWishes.parse({ text: 'docteur', limit: 1 }));
    expect([page.entries.map(({ entry }) => entry.name), page.more]).toEqual([['Zébulon'], true]);
  });

  test('an entry to which somebody was sent is not undone into nothing', () => {
    const pharmacy = createEntry(
      house.ground,
      louis,
      structure('pharmacy', 'Pharmacie fictive du Pont'),
    ).entry;
    const { to } = send({ to: { kind: 'entry', entryId: pharmacy.id, despite: null } });
    expect(to).toEqual({ kind: 'pharmacy', label: 'Pharmacie fictive du Pont' });
    expect(refused(() => undo(louis)).code).toBe('UNDO_TOO_LATE');
  });
});

test('a person’s path tells each step, the latest first, and what was taken back', () => {
  step(step(send(), 'tried', louis), 'full');
  undo();
  const path = redirections.history(house.ground, DUPONT);
  expect(path.map(({ by, what }) => [by, what.kind])).toEqual([
    ['CM', 'undone'],
    ['CM', 'full'],
    ['LB', 'tried'],
    ['CM', 'started'],
  ]);
  expect(path.at(-1)).toMatchObject({
    to: { kind: 'outside', label: 'Dr FICTIF Anne' },
    what: { kind: 'started', how: 'phone', due: friday },
  });
  expect(redirections.history(house.ground, MARTIN)).toEqual([]);
});

test('the letter is one page, says nothing of why the person asks, and names nobody in its file name', async () => {
  const { paper, text, pdf, fileName, mail } = await redirections.letter(house.ground, send().id);
  expect(fileName).toBe('Lettre d’adressage 2026-11-23');
  expect(text).toContain('DUPONT Marie, né(e) le 12/03/1952');
  expect(text).toContain('Faite par\u00a0: Pharmacie fictive');
  for (const form of [text, mail.body, JSON.stringify(paper)])
    expect(form).not.toContain('sans médecin traitant');
  expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
});
