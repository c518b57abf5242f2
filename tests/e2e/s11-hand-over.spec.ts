/** S11: the evening, the house is handed over to the télésecrétariat; in the morning, what came in becomes the day's work. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pdfInfo, pdfText } from '../support/poppler.ts';
import type { RunningDesk } from '../support/running-desk.ts';
import { dayShown, goTo } from './support/day.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Passation au télésecrétariat' });

test.describe('the evening', () => {
  test.use({ house: 'demo', now: '2026-11-23T18:00+01:00' });

  test('S11: the hand-over is a PDF and a text in at most six keys, with what the night needs', async ({
    page,
    hands,
    desk,
  }) => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText: async (text: string) => {
            document.title = text;
          },
        },
      });
    });
    await dayShown(page);
    await expect(page.getByRole('button', { name: /Passation/ })).toBeVisible();
    const { counts } = await desk.as({ actorId: 1 }).handover.tonight();
    await hands.press('Control+F9');
    await expect(panel(page).getByLabel('De garde ce soir')).toBeVisible();
    const whole = page.waitForEvent('download');
    await hands.press('p');
    const file = await whole;
    await expect(page.getByText('Passation enregistrée en PDF')).toBeVisible();
    await hands.press('c');
    await expect(page.getByText('Passation copiée')).toBeVisible();
    expect(hands.keys).toBeLessThanOrEqual(6);
    expect(await hands.mouse()).toBe(0);

    expect(file.suggestedFilename()).toBe('Passation 2026-11-23.pdf');
    const pdf = readFileSync(await file.path());
    expect(pdfInfo(pdf)['Page size']).toContain('A4');
    const read = pdfText(pdf).replaceAll(/\s+/g, ' ');
    for (const part of [
      'Passation du lundi 23 novembre 2026',
      'De garde ce soir',
      'Carte d’urgence',
      'Soins non programmés, mardi 24 novembre',
      'À rappeler',
      'À prévenir',
    ])
      expect(read).toContain(part);
    const copied = (await page.title()).replaceAll(/\s+/g, ' ');
    expect(copied).toContain('PASSATION DU LUNDI 23 NOVEMBRE 2026');
    expect(counts.callbacks).toBeGreaterThan(0);
    expect(copied).toContain(
      `${counts.callbacks} ${counts.callbacks === 1 ? 'appel promis' : 'appels promis'}`,
    );
  });

  test('what is typed for the night is kept: over Échap, over a reload, and on the sheet', async ({
    page,
    hands,
  }) => {
    await dayShown(page);
    await hands.press('Control+F9');
    const note = panel(page).getByLabel('Consignes de ce soir');
    await expect(note).toBeVisible();
    await hands.press('e');
    await expect(note).toBeFocused();
    await hands.type('La porte du parking reste fermée.');
    await hands.press('Escape');
    await expect(note).not.toBeFocused();
    await hands.press('g');
    await expect(panel(page).getByLabel('De garde ce soir')).toBeFocused();
    await hands.type('Dr Bontemps');
    await hands.press('Enter');
    await expect(panel(page).getByLabel('De garde ce soir')).not.toBeFocused();
    await hands.press('n');
    await expect(panel(page).getByText('Initiales seulement')).toBeVisible();
    await look(page, 'hand over the evening', { at: '.pv-panel' });
    const whole = page.waitForEvent('download');
    await hands.press('p');
    const read = pdfText(readFileSync(await (await whole).path()));
    expect(read).toContain('La porte du parking reste fermée.');
    expect(read).toContain('Dr Bontemps');
    expect(read).not.toMatch(/06 39 98/);

    await page.reload();
    await dayShown(page);
    await hands.press('Control+F9');
    await expect(note).toHaveValue('La porte du parking reste fermée.');
    await expect(panel(page).getByLabel('De garde ce soir')).toHaveValue('Dr Bontemps');
  });
});

const TITLES = [
  'Heure',
  'Nom',
  'Prénom',
  'Naissance',
  'Téléphone',
  'Motif',
  'Pour qui',
  'Type',
  'Jour',
  'Heure du rdv',
];

/** Forty-two lines: three whose place is gone, two that say the same twice, one for somebody who does not work here. */
const nightOf = async (desk: RunningDesk): Promise<string> => {
  const house = desk.as({ actorId: 1 });
  const nguyen = (await house.practice.practitioners()).find(({ familyName }) => familyName === 'Nguyen');
  if (nguyen === undefined) throw new Error('Dr Nguyen does not work here any more');
  const [type] = (await house.practice.appointmentTypes())
    .filter(
      ({ profession, kind, active }) => profession === nguyen.profession && kind === 'regular' && active,
    )
    .sort((a, b) => a.position - b.position);
  if (type === undefined) throw new Error('no type of appointment');
  const { slots } = await house.agenda.freeSlots({
    who: { kind: 'practitioner', practitionerId: nguyen.id },
    appointmentTypeId: type.id,
    from: '2026-11-25',
    limit: 40,
  });
  const days = await house.agenda.range({
    from: '2026-11-25',
    to: '2026-12-04',
    practitionerIds: [nguyen.id],
  });
  const taken = days
    .flatMap(({ appointments }) => appointments)
    .filter(({ status, overbooked }) => status === 'booked' && overbooked === null);
  const [known] = taken.filter(({ patient }) => patient.birth.precision === 'day' && !patient.homonym);
  if (known === undefined || slots.length < 16 || taken.length < 2)
    throw new Error('the house is not as usual');
  const who = await house.patients.get({ id: known.patient.id });

  const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  const phone = (n: number) => `06 39 98 7${Math.floor(n / 10)} ${String(n).padStart(2, '0')}`;
  const line = (n: number, matter: string, kind: string, at?: { day: string; start: number }) => [
    clock(18 * 60 + 7 * n),
    `NUITEE${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[Math.floor(n / 10)]}${'BCDFGHJKLM'[n % 10]}`,
    'Ondine',
    '',
    phone(n),
    matter,
    kind === 'rappel' ? '' : 'Dr Nguyen',
    kind,
    at?.day ?? '',
    at === undefined ? '' : clock(at.start),
  ];
  const many = (from: number, to: number, matter: string, kind: string) =>
    Array.from({ length: to - from + 1 }, (_, i) => line(from + i, matter, kind));
  const messages = many(1, 20, 'renouvellement ordonnance', 'message');
  const calls = many(21, 30, 'demande à être rappelé', 'rappel');
  const booked = [0, 5, 10, 15].map((at, i) => line(31 + i, '', 'rdv', slots[at]));
  const gone = [
    line(35, '', 'rdv', taken[0]),
    line(36, '', 'rdv', taken[1]),
    line(37, '', 'rdv', { day: '2026-11-25', start: 180 }),
  ];
  const unknown = line(40, 'résultat', 'message').map((cell) =>
    cell === 'Dr Nguyen' ? 'Dr Personne' : cell,
  );
  const friend = line(41, 'certificat', 'message');
  friend.splice(1, 4, who.birthName, who.givenNames, known.patient.birth.value ?? '', '');
  const lines = [
    ...messages,
    ...calls,
    ...booked,
    ...gone,
    messages[0] ?? [],
    calls[0] ?? [],
    unknown,
    friend,
    line(42, 'démarchage', 'message'),
  ];
  expect(lines).toHaveLength(42);
  return [TITLES, ...lines].map((cells) => cells.join('\t')).join('\r\n');
};

/** Ctrl+V, with this in the clipboard: no permission of the system is asked for. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test.describe('the morning', () => {
  test.use({ house: 'demo', now: '2026-11-24T08:00+01:00' });

  test('S11: 42 lines of the night, by keys alone, with a reload in the middle: 42 of 42 are something', async ({
    page,
    hands,
    desk,
  }) => {
    test.slow();
    const house = desk.as({ actorId: 1 });
    const night = await nightOf(desk);
    const before = await house.requests.counts();
    const screen = page.getByRole('region', { name: 'Retour du télésecrétariat' });
    const lines = screen.getByRole('list', { name: 'Lignes de la nuit' }).locator('> li');
    const current = screen.locator('li[aria-current]');
    const account = screen.getByRole('status').first();

    await dayShown(page);
    await hands.press('Control+F10');
    await expect(screen).toBeFocused();
    await paste(page, night);
    await expect(lines).toHaveCount(42);
    await expect(account).toHaveText('0 lignes sur 42');

    const at = async (position: number) => {
      await expect(current.locator('.night-no')).toHaveText(String(position));
      await expect(screen).toBeFocused();
    };
    const settled = (position: number) =>
      expect(lines.nth(position - 1)).toHaveAttribute('data-state', 'settled');
    const accept = async (position: number, becomes: RegExp) => {
      await at(position);
      await expect(current.locator('.night-becomes')).toHaveText(becomes);
      await hands.press('Enter');
      await settled(position);
    };

    for (let n = 1; n <= 20; n += 1) await accept(n, /Demande pour Dr Nguyen/);

    await page.reload();
    await expect(lines).toHaveCount(42);
    await goTo(page, '#/journee');
    await dayShown(page);
    await expect(page.getByRole('link', { name: /Retour de nuit/ })).toContainText('22');
    await hands.press('Control+F10');
    await expect(screen).toBeFocused();
    await expect(lines).toHaveCount(42);

    for (let n = 21; n <= 30; n += 1) await accept(n, /Rappel avant/);
    for (let n = 31; n <= 34; n += 1) await accept(n, /Rendez-vous .*Nguyen/);

    await at(35);
    await expect(current).toContainText('Cette place est prise.');
    await look(page, 'the night comes back', { at: '.night' });
    for (let n = 35; n <= 37; n += 1) {
      await at(n);
      await expect(current).toHaveAttribute('data-state', 'stopped');
      await hands.press('Enter');
      await expect(current).toHaveAttribute('data-state', 'stopped');
      await hands.press('4');
      await expect(current).toHaveAttribute('data-state', 'ready');
      await accept(n, /Rendez-vous/);
    }

    await accept(38, /Doublon de la ligne 1$/);
    await accept(39, /Doublon de la ligne 21$/);

    await at(40);
    await expect(current).toContainText('Personne de ce nom ne travaille ici.');
    await hands.press('Enter');
    const whom = screen.getByRole('textbox', { name: 'Pour qui' });
    await expect(whom).toBeFocused();
    await hands.press('Control+a');
    await hands.type('Dr Nguyen');
    await hands.press('Enter');
    await accept(40, /Demande pour Dr Nguyen/);

    await at(41);
    await expect(current.getByRole('button', { pressed: true }).filter({ hasText: 'même nom' })).toHaveCount(
      1,
    );
    await accept(41, /Demande pour Dr Nguyen/);

    await at(42);
    await hands.press('x');
    await expect(current.getByText('Écarter la ligne, parce que')).toBeAttached();
    await hands.press('4');
    await settled(42);

    await expect(account).toHaveText(
      '42 lignes sur 42 : 22 demandes, 10 rappels, 7 rendez-vous, 3 écartées'.replace(' :', '\u00a0:'),
    );
    expect(await hands.mouse()).toBe(0);
    const { lines: kept, open, total } = await house.handover.returned();
    const count = (what: string) => kept.filter(({ settled: one }) => one?.what === what).length;
    expect([open, total]).toEqual([0, 42]);
    expect(count('request') + count('callback') + count('appointment') + count('aside')).toBe(42);
    const after = await house.requests.counts();
    expect([
      after.requests.open - before.requests.open,
      after.callbacks.open - before.callbacks.open,
    ]).toEqual([22, 10]);

    await hands.press('Control+z');
    await expect(account).toContainText('41 lignes sur 42');
  });

  test('a letter is no table, and a line may be typed by hand', async ({ page, hands }) => {
    await dayShown(page);
    await hands.press('Control+F10');
    const screen = page.getByRole('region', { name: 'Retour du télésecrétariat' });
    await expect(screen).toBeFocused();
    await paste(page, 'Bonjour,\nvoici la nuit.\nÀ demain');
    await expect(screen.getByText(/Ce n’est pas un tableau/)).toBeVisible();
    await look(page, 'nothing of the night yet', { at: '.night' });
    await hands.press('n');
    const heard = screen.getByRole('textbox', { name: 'Heure de l’appel' });
    await expect(heard).toBeFocused();
    await hands.type('22:10');
    await hands.press('Tab');
    await hands.type('NUITEE');
    await hands.press('Enter');
    await expect(screen.getByRole('list', { name: 'Lignes de la nuit' }).locator('> li')).toHaveCount(1);
    await expect(screen).toBeFocused();
    await hands.press('Enter');
    await expect(screen.getByRole('status').first()).toContainText('1 ligne sur 1');
    await expect(screen.locator('li[aria-current] .night-no')).toHaveText('1');
  });
});
