/** The day on screen: side by side, walked with the arrows, moved by hand, faithful while others work. */
import type { Page } from '@playwright/test';
import { dayShown } from './support/day.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

const heads = (page: Page) => page.locator('.cal-head strong').allTextContents();

test('R1: everybody present has a column; the choice of a profession is remembered', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await dayShown(page);
  const everybody = await heads(page);
  expect(everybody.slice(0, 4)).toEqual(['Dr Bontemps', 'Dr Nguyen', 'Dr Clairval', 'Dr Delalune']);
  await page.getByRole('radiogroup', { name: 'Métier' }).getByText('Médecins').click();
  await expect.poll(() => heads(page)).toEqual(['Dr Bontemps', 'Dr Nguyen', 'Dr Clairval', 'Dr Delalune']);
  await page.reload();
  await expect(page.locator('.fc-event').first()).toBeVisible();
  await expect.poll(() => heads(page)).toEqual(['Dr Bontemps', 'Dr Nguyen', 'Dr Clairval', 'Dr Delalune']);
});

test('the day is walked with the arrows, a card opened with Enter, and free time booked with Enter', async ({
  page,
  hands,
}) => {
  await dayShown(page);
  const grid = page.getByRole('region', { name: /Agendas du lundi 23 novembre 2026/ });
  await grid.focus();
  const focused = page.locator(':focus');
  await expect(focused).toHaveAttribute('aria-label', /Dr Bontemps$/);
  await hands.press('ArrowRight');
  await expect(focused).toHaveAttribute('aria-label', /Dr Nguyen$/);
  await hands.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Rendez-vous' })).toBeVisible();
  await hands.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  expect(await hands.mouse()).toBe(0);
});

test('another day: arrows, a typed date, and back to today', async ({ page, hands }) => {
  await dayShown(page);
  const title = page.getByRole('heading', { level: 1 });
  await hands.press('Alt+ArrowRight');
  await expect(title).toHaveText('Mardi 24 novembre');
  await hands.press('Control+j');
  await expect(page.getByRole('textbox', { name: 'Jour' })).toBeFocused();
  await hands.type('3/12');
  await hands.press('Enter');
  await expect(title).toHaveText('Jeudi 3 décembre');
  await hands.press('Alt+Home');
  await expect(title).toHaveText('Lundi 23 novembre');
});

test('what another desk books appears by itself', async ({ page, desk }) => {
  await dayShown(page);
  const other = desk.as({ actorId: 2, station: 'Accueil 2' });
  const types = await other.practice.appointmentTypes();
  const type = types.find(
    ({ name, profession }) => name === 'Consultation' && profession === 'general-practitioner',
  );
  const { patients } = await other.patients.search({ text: 'dup mar 1952', limit: 1 });
  const patientId = patients[0]?.id;
  if (type === undefined || patientId === undefined) throw new Error('the house is not the one expected');
  const { slots } = await other.agenda.freeSlots({
    who: { kind: 'profession', profession: 'general-practitioner' },
    appointmentTypeId: type.id,
    limit: 1,
  });
  const place = slots[0];
  if (place === undefined) throw new Error('no free place');
  await page.goto(`${new URL(page.url()).origin}/#/journee?jour=${place.day}`);
  await expect(page.locator('.fc-event').first()).toBeVisible();
  await expect(page.locator('.fc-event', { hasText: 'DUPONT Marie' })).toHaveCount(0);
  await other.agenda.book({
    practitionerId: place.practitionerId,
    day: place.day,
    start: place.start,
    appointmentTypeId: type.id,
    patientId,
  });
  await expect(page.locator('.fc-event', { hasText: 'DUPONT Marie' })).toHaveCount(1);
});

test('F12 draws the curtain: names are blurred, the rest stays', async ({ page, hands }) => {
  await dayShown(page);
  const name = page.locator('.fc-event .cal-name').first();
  await expect(name).toHaveCSS('filter', 'none');
  await hands.press('F12');
  await expect(name).toHaveCSS('filter', 'blur(6px)');
  await page.reload();
  await expect(name).toHaveCSS('filter', 'blur(6px)');
  await hands.press('Control+Space');
  await expect(name).toHaveCSS('filter', 'none');
});

test('a card dragged to another hour moves; dragged to another practitioner it asks first', async ({
  page,
  desk,
}) => {
  await page.setViewportSize({ width: 1920, height: 1400 });
  await dayShown(page);
  const client = desk.as({ actorId: 1 });
  const [day] = await client.agenda.range({ from: '2026-11-24', to: '2026-11-24' });
  const practitioners = await client.practice.practitioners();
  const nguyen = practitioners.find(({ familyName }) => familyName === 'Nguyen');
  const types = await client.practice.appointmentTypes();
  const type = types.find(
    ({ name, profession }) => name === 'Consultation' && profession === 'general-practitioner',
  );
  const { patients } = await client.patients.search({ text: 'dup mar 1952', limit: 1 });
  const patientId = patients[0]?.id;
  if (day === undefined || nguyen === undefined || type === undefined || patientId === undefined)
    throw new Error('the house is not the one expected');
  const { slots } = await client.agenda.freeSlots({
    who: { kind: 'practitioner', practitionerId: nguyen.id },
    appointmentTypeId: type.id,
    from: '2026-11-24',
    limit: 2,
  });
  const [from, to] = slots;
  if (from === undefined || to === undefined || from.day !== to.day)
    throw new Error('no two places that day');
  const { appointment } = await client.agenda.book({
    practitionerId: nguyen.id,
    day: from.day,
    start: from.start,
    appointmentTypeId: type.id,
    patientId,
  });
  await page.goto(`${new URL(page.url()).origin}/#/journee?jour=${from.day}`);
  const card = page.locator(`[data-claim="${appointment.id}"]`);
  await expect(card).toBeVisible();

  const dragTo = async (x: number, y: number) => {
    const box = await card.boundingBox();
    if (box === null) throw new Error('the card is not on screen');
    await page.mouse.move(box.x + 30, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + 34, box.y + 10, { steps: 4 });
    await page.mouse.move(box.x + 30 + x, box.y + 6 + y, { steps: 12 });
    await page.mouse.up();
  };
  const height = (await page.locator('.fc-timegrid-slot-lane').first().boundingBox())?.height ?? 0;
  await dragTo(0, ((to.start - from.start) / 15) * height);
  await expect(page.getByText(/^Déplacé/)).toBeVisible();
  await expect.poll(async () => (await client.agenda.get({ id: appointment.id })).start).toBe(to.start);

  const lane = (await page.locator('td.fc-timegrid-col[data-resource-id]').nth(1).boundingBox())?.width ?? 0;
  await dragTo(-lane, 0);
  const panel = page.getByRole('complementary', { name: 'Déplacer' });
  await expect(panel.getByText('avec le Dr Bontemps')).toBeVisible();
  // Straight across: the same hour, wherever the card was grabbed.
  const hour = `${Math.floor(to.start / 60)} h${to.start % 60 === 0 ? '' : ` ${String(to.start % 60).padStart(2, '0')}`}`;
  await expect(panel.getByText(`à ${hour} avec le Dr Bontemps`)).toBeVisible();
  const unmoved = await client.agenda.get({ id: appointment.id });
  expect([unmoved.practitionerId, unmoved.start]).toEqual([nguyen.id, to.start]);
});

test('one practitioner’s week is one key away, from whatever card the keyboard stands on, and one key back', async ({
  page,
  hands,
}) => {
  await dayShown(page);
  await page.getByRole('region', { name: /Agendas du lundi 23 novembre 2026/ }).focus();
  await hands.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /Dr Nguyen$/);
  await hands.press('s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Semaine du lundi 23 novembre');
  await expect(page.getByRole('combobox', { name: 'Praticien' })).toHaveValue('Dr Mai Nguyen');
  await hands.press('s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lundi 23 novembre');
  expect(await hands.mouse()).toBe(0);

  await page.getByRole('columnheader', { name: /Mme Rivaux/ }).click();
  await expect(page.getByRole('combobox', { name: 'Praticien' })).toHaveValue('Mme Clémence Rivaux');
});
