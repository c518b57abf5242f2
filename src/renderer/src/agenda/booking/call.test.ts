import { expect, test } from 'vitest';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { changeAsked, changeDraftOf, resume, startCall, useCall } from './call.ts';

const inHand = () => useCall.getState().draft;

test('what comes back late belongs to the call that asked: the next caller’s stays as it is', () => {
  startCall();
  const first = inHand()?.key ?? 0;
  expect(changeDraftOf(first, (draft) => ({ ...draft, comment: 'certificat' }))).toBe(true);
  expect(inHand()?.comment).toBe('certificat');

  startCall();
  changeAsked({ wish: 'vaccin' });
  const next = inHand();
  expect(changeDraftOf(first, (draft) => ({ ...draft, step: 'done' }))).toBe(false);
  expect(inHand()).toBe(next);
});

test('a request that is taken up again knows since when it is open, and a new call after it does not', () => {
  const request = {
    id: 7,
    version: 1,
    nature: 'registration',
    origin: 'call',
    patient: null,
    message: null,
    wish: null,
    professional: null,
    patientAgrees: null,
    callerName: null,
    practitionerId: null,
    profession: null,
    owner: { kind: 'staff', staffId: 1 },
    due: 9,
    openedAt: 5,
  } as unknown as DeskRequest;
  useCall.setState({ draft: null });
  resume(request);
  expect(inHand()?.takenUp).toBe(5);
  startCall();
  expect(inHand()?.takenUp).toBeNull();
});
