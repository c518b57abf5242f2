import { expect, test } from 'vitest';
import { ClaimId, PractitionerId } from '../../../../../contract/ids.ts';
import { localNow } from '../../../../../contract/time.ts';
import { ownersOf } from '../../../requests/owner.ts';
import { achievedBy } from './achieved.ts';

const zone = 'Europe/Paris';
const house = {
  now: localNow(Date.UTC(2026, 10, 25, 9), zone),
  zone,
  owners: ownersOf([], [], null),
  practitioners: [],
  professional: '',
};
const wishes = { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false, note: null };

test.each([
  [
    'waits for a médecin traitant',
    {
      kind: 'registration-list' as const,
      profession: 'general-practitioner' as const,
      practitionerIds: [PractitionerId.parse(2)],
      wishes,
    },
    'Votre demande est notée sur la liste de la maison.',
  ],
  [
    'would rather come earlier',
    { kind: 'earlier-list' as const, appointmentId: ClaimId.parse(4), wishes },
    'Votre rendez-vous tient. Votre souhait de venir plus tôt est noté sur la liste de la maison.',
  ],
])('somebody who %s is told that it is noted, and is promised no call', (_, closing, say) => {
  const achieved = achievedBy(closing, house);
  expect(achieved.say).toBe(say);
  expect(achieved.say).not.toMatch(/rappel|appelons/);
});
