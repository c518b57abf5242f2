/** S6: « J’annule mon rendez-vous de demain » : the place goes to somebody who waits, one call after another. */
import type { Page } from '@playwright/test';
import type { Appointment } from '../../src/contract/agenda.ts';
import type { RunningDesk } from '../support/running-desk.ts';
import { dayShown, goTo } from './support/day.ts';
import type { Hands } from './support/hands.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

const TODAY = '2026-11-23';
test.use({ house: 'demo', now: `${TODAY}T10:20+01:00` });
test.beforeEach(() => test.slow());

/** A full day takes a while to read, and other scenarios read it. */
const AT_PANEL = { at: '.pv-panel' } as const;

const me = { actorId: 1, station: 'Accueil 1' };

const lines = (page: Page) =>
  page.getByRole('list', { name: 'À appeler, dans l’ordre' }).getByRole('listitem');
const panel = (page: Page) => page.getByRole('complementary', { name: 'Créneau libéré' });

interface Given {
  /** The one that is cancelled. */
  readonly gone: Appointment;
  /** Those who would leave a later one with the same practitioner for it, in the order in which they signed up. */
  readonly later: readonly Appointment[];
}

/** Somebody has an appointment tomorrow; others would come sooner than theirs. */
const somebodyWaits = async (desk: RunningDesk, people: number): Promise<Given> => {
  const client = desk.as(me);
  const days = await client.agenda.range({ from: '2026-11-24', to: '2026-12-20' });
  const booked = days
    .flatMap(({ appointments }) => appointments)
    .filter(({ status, typeName }) => status === 'booked' && typeName === 'Consultation');
  for (const gone of booked.filter(({ day, end, start }) => day === '2026-11-24' && end - start >= 15)) {
    const seen = new Set([gone.patient.id]);
    const later = booked.filter((one) => {
      const fits = one.practitionerId === gone.practitionerId && one.end - one.start <= gone.end - gone.start;
      if (!fits || one.day <= gone.day || seen.has(one.patient.id) || one.patient.phone === null)
        return false;
      seen.add(one.patient.id);
      return true;
    });
    if (later.length < people) continue;
    const chosen = later.slice(0, people);
    for (const { id } of chosen)
      await client.waitlist.add({
        kind: 'earlier',
        appointmentId: id,
        origin: 'call',
        limits: {
          practitionerIds: [],
          wishes: { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false, note: null },
          homeVisit: false,
          stepFree: false,
        },
      });
    return { gone, later: chosen };
  }
  throw new Error('the house is not the one expected');
};

/** The card under the cursor, as the arrows would have brought it there. */
const onCard = async (page: Page, { id }: Appointment): Promise<void> => {
  await goTo(page, '#/journee?jour=2026-11-24');
  await expect(page.locator(`[data-claim="${id}"]`)).toBeVisible();
  await page.locator(`[data-claim="${id}"]`).focus();
};

const cancel = async (page: Page, hands: Hands, gone: Appointment, said: string): Promise<void> => {
  await dayShown(page);
  await onCard(page, gone);
  hands.forget();
  await hands.press('Delete');
  await expect(page.getByRole('region', { name: 'Annuler le rendez-vous' })).toBeFocused();
  await hands.press('Enter');
  await expect(page.getByRole('status', { name: 'Créneau libéré' })).toContainText(said);
  await expect(page.getByRole('button', { name: 'Proposer le créneau' })).toBeFocused();
};

test('S6: cancelled in at most 6 keys; the first does not answer, the second takes it in at most 8 keys a call', async ({
  page,
  hands,
  desk,
}) => {
  const { gone, later } = await somebodyWaits(desk, 3);
  const [first, second, third] = later;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three wait');
  await cancel(page, hands, gone, '3 personnes correspondent');
  await hands.press('Enter');
  await expect(lines(page)).toHaveCount(3);
  await expect(lines(page).first()).toBeFocused();
  expect(hands.keys).toBeLessThanOrEqual(6);
  await expect(lines(page).nth(0)).toContainText('1ʳᵉ');
  await look(page, 'freed, names', AT_PANEL);

  const names = await lines(page).locator('strong').allTextContents();
  const nameAt = (index: number) => names[index] ?? 'nobody';
  hands.forget();
  await hands.press('Enter');
  await expect(panel(page).getByText(/^Retenu jusqu’à 10\sh\s40 par /)).toBeVisible();
  await expect(page.locator('.cal-card.is-hold')).toContainText('CM : en offre');
  await look(page, 'freed, on the phone', AT_PANEL);
  await hands.press('3');
  await expect(lines(page)).toHaveCount(2);
  await expect(lines(page).first()).toBeFocused();
  await expect(lines(page).first()).toContainText(nameAt(1));
  expect(hands.keys).toBeLessThanOrEqual(8);

  hands.forget();
  await hands.press('Enter');
  await expect(panel(page).getByText(/^Retenu jusqu’à/)).toBeVisible();
  await hands.press('1');
  await expect(panel(page).getByText('À relire à voix haute')).toBeVisible();
  expect(hands.keys).toBeLessThanOrEqual(8);
  const client = desk.as(me);
  const moved = await Promise.all(later.map(({ id }) => client.agenda.get({ id })));
  const [came] = moved.filter(({ day }) => day === gone.day);
  expect(came).toMatchObject({ start: gone.start, practitionerId: gone.practitionerId, status: 'booked' });
  if (came === undefined) throw new Error('nobody came');
  const entries = await client.waitlist.ofPatient({ patientId: came.patient.id });
  expect(entries.map(({ entry }) => [entry.state, entry.end])).toEqual([['closed', 'accepted']]);
  await expect(panel(page).getByText(/se libère/)).toHaveCount(1);
  await look(page, 'freed, accepted', AT_PANEL);
  await hands.press('Enter');
  await expect(panel(page).getByText('À relire à voix haute')).toBeHidden();
  expect(await hands.mouse()).toBe(0);
});

test('S6: one place is offered to one person: the second desk is told; who does not match needs a reason', async ({
  page,
  hands,
  desk,
  anotherPage,
}) => {
  const { gone, later } = await somebodyWaits(desk, 3);
  await cancel(page, hands, gone, '3 personnes correspondent');
  await hands.press('Enter');
  await expect(lines(page)).toHaveCount(3);

  const other = await anotherPage();
  await dayShown(other);
  await expect(other.getByRole('button', { name: /^Créneau libéré 1/ })).toBeVisible();
  await other.keyboard.press('l');
  await expect(other.getByRole('list', { name: 'Créneaux à proposer' }).getByRole('button')).toBeFocused();
  await look(other, 'freed, the list of places', AT_PANEL);
  await other.keyboard.press('Enter');
  await expect(lines(other)).toHaveCount(3);

  await hands.press('Enter');
  await expect(panel(page).getByText(/^Retenu jusqu’à/)).toBeVisible();
  await expect(panel(other).getByText(/^Retenu jusqu’à/)).toBeVisible();
  await expect(lines(other).first()).toBeFocused();
  await other.keyboard.press('ArrowDown');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('alert')).toContainText('Ce créneau est en cours de proposition par');

  // Not this one: she goes below, with the reason, and comes back only for another.
  await hands.press('2');
  await expect(lines(page)).toHaveCount(2);
  await hands.press('a');
  const held = page.getByRole('list', { name: 'Ne correspondent pas, avec le motif' }).getByRole('listitem');
  await expect(held).toHaveCount(1);
  await expect(held).toContainText('n’a pas voulu ce créneau');
  await hands.press('End');
  await expect(held).toBeFocused();
  await hands.press('Enter');
  await expect(page.getByRole('region', { name: 'Proposer quand même' })).toBeFocused();
  await look(page, 'freed, a reason', AT_PANEL);
  await hands.press('3');
  await expect(panel(page).getByText(/^Retenu jusqu’à/)).toBeVisible();
  expect(later).toHaveLength(3);
  expect(await hands.mouse()).toBe(0);
});
