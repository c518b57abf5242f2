/** S12 and L10: somebody is sent on, and the house hears what came of it. */
import { dayShown, goTo } from './support/day.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

test('an answer that did not come is on the home screen; « complet » puts the person back to work, all by keyboard', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  await expect(page.getByRole('link', { name: /^Orientations 1 en retard/ })).toBeVisible();
  await hands.press('Control+F7');
  const late = page.locator('[data-group="late"] .waiting-row');
  await expect(late).toBeFocused();
  await expect(late).toContainText('Dr MIRAGE Solène');
  await expect(late).toContainText('04 65 71 09 00');
  await look(page, 'orientations à suivre');

  await hands.press('n');
  await expect(late).toContainText('2 essais');
  await hands.press('c');
  await expect(page.getByText('Dr MIRAGE Solène : complet. La demande est rouverte.')).toBeVisible();
  const waiting = page
    .getByRole('navigation', { name: /^Demandes/ })
    .getByRole('link', { name: /^Demandes/ });
  await expect(waiting).toContainText('11');

  // Written by mistake: both go back.
  await hands.press('Control+KeyZ');
  await expect(late).toContainText('Dr MIRAGE Solène');
  await expect(waiting).toContainText('10');
  await hands.press('a');
  await expect(page.getByText('Dr MIRAGE Solène : accepte')).toBeVisible();
  expect(await hands.mouse()).toBe(0);
  const asCamille = desk.as({ actorId: 1 });
  expect(await asCamille.redirections.pending()).toEqual([]);
});

test('a caller is sent to somebody of the directory, who takes nobody new: why is asked, the letter is one key away', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  await hands.press('F2');
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
  await hands.press('o');
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'Orienté' })).toBeVisible();
  await hands.press('2');
  await hands.type('docteur ville');
  await expect(page.getByRole('option')).toHaveText([/^Dr MIRAGE Solène/, /^Dr FARIBOLE Gaspard/]);
  await hands.press('ArrowDown');
  await hands.press('Enter');
  await expect(page.getByRole('button', { name: 'Changer' })).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(/^Dites pourquoi orienter là quand même/);
  await hands.press('a');
  await hands.press('l');
  await hands.press('2');
  await look(page, 'orienter, suivre', { at: 'aside' });
  await hands.press('Enter');
  await expect(page.getByText('Orienté vers : Dr FARIBOLE Gaspard')).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await hands.press('m');
  await expect(page.getByText('Message copié')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('DUPONT Marie');
  expect(hands.keys).toBeLessThanOrEqual(43);
  expect(await hands.mouse()).toBe(0);

  const asCamille = desk.as({ actorId: 1 });
  const [sent] = (await asCamille.redirections.pending()).filter(({ entry }) => entry?.name === 'Faribole');
  expect([sent?.despite, sent?.how, sent?.state]).toEqual(['agreed-by-phone', 'letter', 'sent']);
  await goTo(page, `#/patients?fiche=${sent?.patient?.id}`);
  await expect(page.getByText('Orientation suivie : Dr FARIBOLE Gaspard')).toBeVisible();
});
