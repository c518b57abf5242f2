/** Who waits in the fictitious house, and by which rule. */
import { expect, it } from 'vitest';
import { openTestGround, testClock } from '../../../tests/support/ground.ts';
import { givenPlaces, places } from '../waitlist/service/given-places.ts';
import { rules } from '../waitlist/service/rule-versions.ts';
import { list } from '../waitlist/service.ts';
import { seedDemo } from './seed.ts';

it('the fictitious house has a rule that three of its doctors adopted, people who wait by it, and three places given', () => {
  const at = Temporal.Instant.from('2026-11-23T10:20+01:00').epochMilliseconds;
  const { ground, close } = openTestGround(testClock(at));
  try {
    seedDemo(ground);
    const { inForce } = rules(ground);
    expect([inForce?.adoption?.on, inForce?.adoption?.practitionerIds.length]).toEqual(['2026-09-21', 3]);
    const order = list(ground, { kind: 'registration' });
    expect(
      order.map(({ entry, rank }) => [rank.waitingDays, rank.score, entry.attempts, entry.state]),
    ).toEqual([
      [41, 60, 0, 'waiting'],
      [12, 42, 0, 'waiting'],
      [33, 28, 0, 'waiting'],
      [58, 16, 1, 'waiting'],
      [6, 0, 0, 'waiting'],
      [26, 6, 3, 'unreachable'],
    ]);
    expect(order[0]?.rank.sentence).toMatch(/^\d\d ans, ALD, attend depuis 41 jours, disponible le matin$/);
    expect(order.map(({ entry }) => entry.cptsAgrees)).toEqual([true, null, false, true, null, null]);
    const [given] = givenPlaces(ground);
    expect(given).toMatchObject({ count: 3, taken: 0, left: 3, until: '2026-12-17' });
    if (given) expect(places(ground, given.id).candidates).toHaveLength(5);
  } finally {
    close();
  }
});
