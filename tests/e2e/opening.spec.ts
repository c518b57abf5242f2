import { expect, test } from './support/test.ts';

test.describe('opening', () => {
  test('the printed address opens the desk once, and a reload needs nothing more', async ({
    desk,
    browser,
  }) => {
    const address = await desk.invite();
    const context = await browser.newContext();
    const first = await context.newPage();
    await first.goto(address);
    await first.waitForFunction(() => location.hash === '');
    const asked = first.waitForResponse((response) => response.url().includes('/rpc/'));
    await first.reload();
    expect((await asked).status()).toBe(200);

    const other = await browser.newContext();
    const second = await other.newPage();
    const refused = second.waitForResponse((response) => response.url().endsWith('/session'));
    await second.goto(address);
    expect((await refused).status()).toBe(401);
    await Promise.all([context.close(), other.close()]);
  });

  test('nothing that the page does is refused by its own policy', async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    // Before it has its session, a page that is thrown away loses it.
    await expect(page.getByText('Dr Nguyen').first()).toBeVisible();
    await page.reload();
    await expect(page.getByText('Dr Nguyen').first()).toBeVisible();
    expect(refused).toEqual([]);
  });
});

test.describe('a house taken over', () => {
  test.use({ house: 'former-agenda', now: '2026-11-23T08:00+01:00' });

  test('shows its Monday, everyone side by side', async ({ page, desk }) => {
    const [receptionist] = (await desk.as({}).people.list()).filter(
      ({ practitionerId }) => practitionerId === null,
    );
    const client = desk.as({ actorId: receptionist?.id ?? 0 });
    const [day] = await client.agenda.range({ from: '2026-11-23', to: '2026-11-23' });
    const present = day?.columns
      .filter((column) => column.present)
      .map(({ practitionerId }) => practitionerId);
    const practitioners = await client.practice.practitioners();
    expect(present?.length).toBeGreaterThanOrEqual(2);
    for (const id of present ?? []) {
      const { title = '', familyName = '' } = practitioners.find((one) => one.id === id) ?? {};
      await expect(page.getByText(`${title} ${familyName}`).first()).toBeAttached();
    }
  });
});
