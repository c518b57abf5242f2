import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../../contract/time.ts';
import type { Candidate, FreedSlot, Offer } from '../../../../contract/waitlist-offers.ts';
import * as text from './text.ts';

const ZONE = 'Europe/Paris';
const NOW = { day: '2026-11-23', minute: 620 };
const at = (minute: number, day = NOW.day) => instantOf(day, minute, ZONE);
const plain = (said: string | null) => said?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? null;

describe('which place', () => {
  const place = { day: '2026-11-24', start: 600, end: 615 };

  test('its day, and from when to when', () => {
    expect(plain(text.placeTitle(place))).toBe('Mardi 24 novembre, 10 h – 10 h 15');
  });

  test('why it is free, and since when; another day is named', () => {
    expect(plain(text.causeText({ cause: 'cancelled', raisedAt: at(620) }, NOW, ZONE))).toBe(
      'Libéré à 10 h 20 · rendez-vous annulé',
    );
    expect(plain(text.causeText({ cause: 'moved', raisedAt: at(1050, '2026-11-20') }, NOW, ZONE))).toBe(
      'Libéré le 20/11 à 17 h 30 · rendez-vous déplacé',
    );
  });

  test('how many could come', () => {
    expect([0, 1, 3].map(text.matchingText)).toEqual([
      'Personne sur la liste ne peut venir à cette heure',
      '1 personne correspond',
      '3 personnes correspondent',
    ]);
  });

  test('next year says its year', () => {
    expect(plain(text.shortPlace({ day: '2027-01-05', start: 540 }, NOW.day))).toBe('05/01/2027 à 9 h');
  });
});

describe('an offer', () => {
  test('says until when the place is kept, and by whom', () => {
    expect(plain(text.heldText({ expiresAt: at(860) }, 'CD', ZONE))).toBe('Retenu jusqu’à 14 h 20 par CD');
    expect(plain(text.heldText({ expiresAt: at(860) }, null, ZONE))).toBe('Retenu jusqu’à 14 h 20');
  });

  test('stands until its minute has come or somebody answered', () => {
    expect(text.standsAt({ answer: null, expiresAt: at(640) }, at(639))).toBe(true);
    expect(text.standsAt({ answer: null, expiresAt: at(640) }, at(640))).toBe(false);
    expect(text.standsAt({ answer: 'no-answer', expiresAt: at(640) }, at(630))).toBe(false);
  });

  const past = (more: Partial<Offer>) =>
    ({ offeredAt: at(600), expiresAt: at(620), offeredBy: 1, answer: null, ...more }) as Offer;

  test('that ran out of time says so plainly, even before the desk has noted it', () => {
    const said = (offers: Offer[]) => plain(text.lastOfferText({ offers }, () => 'CD', at(620), ZONE));
    expect(said([past({})])).toBe('Proposé à 10 h par CD : le temps s’est écoulé sans réponse');
    expect(said([past({ answer: 'expired' })])).toBe(
      'Proposé à 10 h par CD : le temps s’est écoulé sans réponse',
    );
    expect(said([past({ expiresAt: at(640) })])).toBeNull();
    expect(said([past({ answer: 'expired' }), past({ offeredAt: at(610), answer: 'no-answer' })])).toBe(
      'Proposé à 10 h 10 par CD : n’a pas répondu',
    );
  });

  test('leaves a later place, and asks once whether it is offered in its turn', () => {
    const next = { day: '2026-12-12', start: 540, matching: 2 };
    expect(plain(text.nextText(next, NOW.day))).toBe('Le 12/12 à 9 h se libère : proposer à son tour ?');
    expect(plain(text.nextText({ ...next, matching: 0 }, NOW.day))).toBe(
      'Le 12/12 à 9 h se libère ; personne sur la liste ne peut venir à cette heure.',
    );
  });
});

describe('somebody on the list', () => {
  const line = (id: number, more: Partial<Candidate> = {}) =>
    ({
      entry: { id, since: at(600, '2026-10-01'), appointment: null, wishes: { practitionerSex: null } },
      filtered: [],
      offers: [],
      ...more,
    }) as unknown as Candidate;

  test('waits since a day, and keeps her appointment meanwhile', () => {
    expect(text.waitingText(line(1), NOW.day, ZONE)).toEqual(['Sur la liste depuis le 01/10']);
    const kept = line(1);
    const appointment = { day: '2026-11-27', start: 660 };
    expect(
      text
        .waitingText({ ...kept, entry: { ...kept.entry, appointment } } as Candidate, NOW.day, ZONE)
        .map(plain),
    ).toEqual(['Sur la liste depuis le 01/10', 'Rendez-vous gardé le 27/11 à 11 h']);
  });

  test('who does not come in question has each reason, and a wish is named', () => {
    expect(text.filteredText(['too-early', 'too-short'], { practitionerSex: null })).toBe(
      'Ne peut pas si tôt · a besoin de plus de temps',
    );
    expect(text.filteredText(['practitioner-sex'], { practitionerSex: 'female' })).toBe(
      'Souhaite une praticienne',
    );
  });

  test('who moved in this chain already is not asked again, whatever the reason', () => {
    expect(text.canBeOffered({ filtered: ['other-day'] })).toBe(true);
    expect(text.canBeOffered({ filtered: ['other-day', 'moved-in-chain'] })).toBe(false);
  });

  test('whoever is on the phone is on top, also when a filter holds her back', () => {
    const slot = { offer: { entryId: 9 } } as unknown as FreedSlot;
    const shown = text.linesOf({ slot, candidates: [line(1)], others: [line(8), line(9)] }, false);
    expect(shown.asked.map(({ entry }) => entry.id)).toEqual([9, 1]);
    expect(shown.rest).toEqual([]);
    expect(
      text.linesOf({ slot, candidates: [], others: [line(8), line(9)] }, true).rest.map((o) => o.entry.id),
    ).toEqual([8]);
  });
});
