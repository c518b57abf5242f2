/** The day, the week and each step of a call, as everybody must be able to use them. The other screens: in their own scenarios. */
import type { Page } from '@playwright/test';
import type { RunningDesk } from '../support/running-desk.ts';
import { dayShown, goTo } from './support/day.ts';
import type { Hands } from './support/hands.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });
test.beforeEach(() => test.slow());

const inPanel = { at: '.pv-panel' };
const panel = (page: Page, name: string) => page.getByRole('complementary', { name });

test('the day, a card, the week, the search and the requests keep nobody out', async ({ page, hands }) => {
  await dayShown(page);
  await look(page, 'day');
  await page.locator('.fc-event.is-booked').first().click();
  await expect(panel(page, 'Rendez-vous')).toBeVisible();
  await look(page, 'day, a card', inPanel);
  await hands.press('Delete');
  await expect(page.getByRole('button', { name: 'Le garder' })).toBeVisible();
  await look(page, 'day, cancelling', inPanel);
  await hands.press('Escape');
  await hands.press('Escape');

  await hands.press('Control+k');
  await hands.type('dup');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look(page, 'search', { at: 'header' });
  await hands.press('Escape');

  await hands.press('Control+j');
  await expect(page.getByRole('textbox', { name: 'Jour' })).toBeFocused();
  await look(page, 'another day', { at: '.mantine-Popover-dropdown' });
  await hands.press('Escape');

  await goTo(page, '#/demandes');
  await expect(page.getByRole('heading', { level: 1, name: /Demandes/ })).toBeVisible();
  await look(page, 'requests');

  await goTo(page, '#/journee');
  await dayShown(page);
  await hands.press('s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Semaine du/);
  await look(page, 'week');
});

/** At the other desk somebody takes the place that is being promised here. */
const takeFirstPlace = async (desk: RunningDesk): Promise<void> => {
  const other = desk.as({ actorId: 2, station: 'Accueil 2' });
  const [marie, someone] = await Promise.all([
    other.patients.search({ text: 'dup mar 1952', limit: 1 }),
    other.patients.search({ text: 'serre emma', limit: 1 }),
  ]);
  const [patient, third] = [marie.patients[0], someone.patients[0]];
  const type = (await other.practice.appointmentTypes()).find(
    ({ name, profession }) => name === 'Consultation' && profession === 'general-practitioner',
  );
  if (!patient || !third || !type) throw new Error('the house is not the one expected');
  const { slots } = await other.agenda.freeSlots({
    who: { kind: 'profession', profession: 'general-practitioner' },
    appointmentTypeId: type.id,
    patientId: patient.id,
    limit: 1,
  });
  const place = slots[0];
  if (!place) throw new Error('no place');
  const { practitionerId, day, start } = place;
  await other.agenda.book({ practitionerId, day, start, appointmentTypeId: type.id, patientId: third.id });
};

const places = (page: Page) => page.getByRole('list', { name: 'Places libres' }).getByRole('button');

const chooseMarie = async (page: Page, hands: Hands): Promise<void> => {
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
  await look(page, 'call, person', inPanel);
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
};

test('each step of a call keeps nobody out, up to the place that goes meanwhile', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  await hands.press('F2');
  await hands.type('zorglub nina');
  await expect(page.getByRole('button', { name: 'Nouvelle personne' })).toBeVisible();
  await look(page, 'call, nobody found', inPanel);
  await hands.press('Enter');
  await expect(page.getByRole('textbox', { name: /naissance/i })).toBeFocused();
  await look(page, 'call, newcomer', inPanel);
  await hands.press('Escape');
  await hands.press('Escape');

  await hands.press('F2');
  await chooseMarie(page, hands);
  await look(page, 'call, summary', inPanel);
  await hands.press('F3');
  await expect(places(page).first()).toBeVisible();
  await look(page, 'call, places', inPanel);
  await hands.press('q');
  await hands.type('mme');
  await expect(page.getByRole('option').first()).toContainText('Mme');
  await look(page, 'call, with whom');
  await hands.press('Escape');
  await hands.press('n');
  await hands.press('1');
  await hands.press('Enter');
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeVisible();
  await look(page, 'call, last look', inPanel);

  await takeFirstPlace(desk);
  await hands.press('Enter');
  await expect(page.getByText('Ce créneau vient d’être pris')).toBeVisible();
  await look(page, 'call, place gone', inPanel);
  await page.getByRole('button', { name: /^Surbooker à/ }).click();
  await expect(page.getByText('Ce créneau est déjà pris')).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByText('Choisissez ou écrivez un motif.')).toBeVisible();
  await look(page, 'call, overbooking', inPanel);
  await hands.press('1');
  await hands.press('Enter');
  await expect(page.getByText('Rendez-vous enregistré')).toBeVisible();
  await look(page, 'call, done', inPanel);
});

test.describe('before anybody sits down', () => {
  test.use({ actor: null });
  test('the choice of who is at the desk keeps nobody out', async ({ page, hands }) => {
    await page.getByRole('heading', { name: 'Qui est au poste' }).waitFor();
    await look(page, 'who is at the desk');
    await hands.press('c');
    await look(page, 'who is at the desk, typing');
  });
});
