/** « Donner des places », with a desk at the other end of the wire. */
import { MantineProvider } from '@mantine/core';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GivenPlacesId, PractitionerId, StaffId } from '../../../../contract/ids.ts';
import { contract } from '../../../../contract/index.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { Effect, GivenPlaces } from '../../../../contract/waitlist-offers.ts';
import { queryClient } from '../../api/query.ts';
import { useStation } from '../../app/station.ts';
import { GiveForm } from './GiveForm.tsx';

const NGUYEN = PractitionerId.parse(2);
const doctor = (id: number, familyName: string): Practitioner => ({
  id: PractitionerId.parse(id),
  version: 1,
  title: 'Dr',
  familyName,
  givenName: 'Ada',
  profession: 'general-practitioner',
  rpps: null,
  colour: '#225588',
  step: 15,
  active: true,
  position: id,
});
const effect: Effect[] = [
  { criterion: 'age-70', served: { n: 3, of: 12 }, list: { n: 11, of: 44 } },
  { criterion: 'long-term-illness', served: { n: null, of: 10 }, list: { n: 0, of: 44 } },
  { criterion: 'c2s', served: { n: null, of: 0 }, list: { n: null, of: 10 } },
];
const set = (over: Partial<GivenPlaces> = {}): GivenPlaces => ({
  id: GivenPlacesId.parse(1),
  version: 1,
  practitionerId: NGUYEN,
  count: 5,
  until: '2026-12-31',
  taken: 1,
  inOffer: 0,
  left: 4,
  givenAt: 0,
  givenBy: StaffId.parse(1),
  closedAt: null,
  closed: null,
  ...over,
});

let standing: GivenPlaces[];
let sent: unknown[];
let refusal: 'past' | 'standing' | null;
let root: Root | null = null;

const os = implement(contract);
const desk = new RPCHandler({
  practice: {
    practitioners: os.practice.practitioners.handler(() => [doctor(1, 'Petit'), doctor(2, 'Nguyen')]),
  },
  waitlist: {
    givenPlaces: os.waitlist.givenPlaces.handler(() => standing),
    previewPlaces: os.waitlist.previewPlaces.handler(() => ({ next: [], effect, waiting: 6 })),
    givePlaces: os.waitlist.givePlaces.handler(({ input, errors }) => {
      sent.push(input);
      if (refusal === 'past')
        throw errors.INVALID_INPUT({ data: { fields: [{ path: 'until', code: 'past' }] } });
      if (refusal === 'standing') throw errors.CONFLICT({ data: { reason: 'places-standing' } });
      return set(input);
    }),
  },
});

beforeEach(() => {
  standing = [];
  sent = [];
  refusal = null;
  queryClient.clear();
  useStation.getState().sit(StaffId.parse(1));
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.setSystemTime(new Date('2026-11-23T09:20:00Z'));
  vi.stubGlobal('fetch', async (request: Request) => {
    const { response } = await desk.handle(request, { prefix: '/rpc', context: {} });
    return response ?? new Response(null, { status: 404 });
  });
});
afterEach(() => {
  act(() => root?.unmount());
  root = null;
  document.body.replaceChildren();
  vi.useRealTimers();
});

const shown = async (own: PractitionerId | null = null): Promise<HTMLElement> => {
  const holder = document.body.appendChild(document.createElement('div'));
  root = createRoot(holder);
  await act(async () =>
    root?.render(
      <MantineProvider env="test">
        <QueryClientProvider client={queryClient}>
          <GiveForm first={own} own={own} />
        </QueryClientProvider>
      </MantineProvider>,
    ),
  );
  await says(holder, 'Nguyen');
  return holder;
};
const says = (holder: HTMLElement, text: string): Promise<void> =>
  act(async () => vi.waitFor(() => expect(holder.textContent).toContain(text)));
const press = (holder: HTMLElement, key: string, code: string): Promise<void> =>
  act(async () => {
    const at = holder.contains(document.activeElement)
      ? document.activeElement
      : holder.querySelector('section');
    at?.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
  });
const choose = async (holder: HTMLElement): Promise<void> => {
  await press(holder, 'é', 'Digit2');
  await says(holder, 'Effet sur la liste');
};
const cells = (holder: HTMLElement): string[] =>
  [...holder.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');

test('before anything is given, shares are told with the people behind them, and masked under eleven', async () => {
  const holder = await shown();
  await choose(holder);
  expect(cells(holder)).toEqual([
    '70 ans ou plus25\u00a0%3 sur 1225\u00a0%11 sur 44',
    'ALDmoins de 110\u00a0%0 sur 44',
    'C2Smoins de 11moins de 11',
  ]);
  expect(sent).toEqual([]);
  await press(holder, 'Enter', 'Enter');
  await act(async () => vi.waitFor(() => expect(sent).toHaveLength(1)));
  expect(sent).toEqual([{ practitionerId: 2, count: 5, until: '2026-12-31' }]);
});

test('Enter without anybody asks whose they are; a date that passed is said at its field', async () => {
  refusal = 'past';
  const holder = await shown();
  await press(holder, 'Enter', 'Enter');
  await says(holder, 'Choisissez le praticien');
  expect(sent).toEqual([]);
  await choose(holder);
  await press(holder, 'Enter', 'Enter');
  await says(holder, 'Cette date est passée');
});

test('of whom some stand already: they are shown and opened instead, and a colleague’s desk is told', async () => {
  refusal = 'standing';
  const holder = await shown();
  await choose(holder);
  await press(holder, 'Enter', 'Enter');
  await says(holder, 'Ce praticien a déjà donné des places');
  standing = [set()];
  await act(async () => queryClient.invalidateQueries());
  await says(holder, 'Ses places sont déjà en cours');
  await says(holder, '1\u00a0place sur 5 pourvue, jusqu’au 31\u00a0décembre');
  await press(holder, 'Enter', 'Enter');
  expect(sent).toHaveLength(1);
});

test('at her own desk a practitioner gives her own places only', async () => {
  const holder = await shown(NGUYEN);
  await says(holder, 'Effet sur la liste');
  expect(holder.textContent).not.toContain('Petit');
  expect(holder.textContent).not.toContain('Quelqu’un d’autre');
});
