/** The card that is shown whatever the desk answers, with a desk at the other end of the wire. */
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PractitionerId, StaffId, UrgencyCardId } from '../../../contract/ids.ts';
import { contract } from '../../../contract/index.ts';
import type { UrgencyCardToday } from '../../../contract/urgency.ts';
import { defaultNumbers, exampleCard } from '../../../contract/urgency-example.ts';

const signed: UrgencyCardToday = {
  inForce: {
    id: UrgencyCardId.parse(1),
    number: 1,
    redFlags: ['Douleur dans la poitrine'],
    author: 'Dr Fictif',
    writtenBy: StaffId.parse(1),
    writtenAt: 1_795_000_000_000,
    signedBy: PractitionerId.parse(1),
    signedOn: '2026-11-01',
    reviewDue: '2026-11-23',
  },
  status: 'signed',
  waiting: null,
  numbers: { version: 3, outOfHours: '116117' },
};

/** What the desk answers about its card; null: it does not. */
let card: UrgencyCardToday | null;
let root: Root | null = null;

const os = implement(contract);
const desk = new RPCHandler({
  urgency: {
    card: os.urgency.card.handler(({ errors }) => {
      if (card === null) throw errors.DESK_CLOSED({ data: {} });
      return card;
    }),
  },
});

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.setSystemTime(new Date('2026-11-23T09:00:00Z'));
  vi.stubGlobal('fetch', async (request: Request) => {
    const { response } = await desk.handle(request, { prefix: '/rpc', context: {} });
    return response ?? new Response(null, { status: 404 });
  });
});
afterEach(() => {
  act(() => root?.unmount());
  root = null;
  vi.useRealTimers();
});

/** The page as a reload finds it; what its card says, once the desk has answered or not. */
const shown = async (house: string | null = 'the house'): Promise<() => UrgencyCardToday | null> => {
  vi.resetModules();
  act(() => root?.unmount());
  const { noteHouse } = await import('./house.ts');
  const { useCard } = await import('./known-card.ts');
  const { api, queryClient } = await import('../api/query.ts');
  if (house !== null) noteHouse(house);
  const seen: { card: UrgencyCardToday | null; settled: boolean } = { card: null, settled: false };
  const Probe = () => {
    seen.card = useCard();
    seen.settled = !useQuery(api.urgency.card.queryOptions()).isPending;
    return null;
  };
  root = createRoot(document.createElement('div'));
  await act(async () =>
    root?.render(
      <QueryClientProvider client={queryClient}>
        <Probe />
      </QueryClientProvider>,
    ),
  );
  await act(async () => vi.waitFor(() => expect(seen.settled).toBe(true)));
  return () => seen.card;
};

test('of a page that knows nothing, with a desk that says nothing, is the example', async () => {
  card = null;
  expect((await shown())()).toEqual({
    inForce: exampleCard,
    status: 'example',
    waiting: null,
    numbers: defaultNumbers,
  });
});

test('is the house’s own as last known, numbers included, when the desk no longer says', async () => {
  card = signed;
  expect((await shown())()).toEqual(signed);
  card = null;
  expect((await shown())()).toEqual(signed);
});

test('remembered as signed says that it is overdue from the day after its review', async () => {
  card = signed;
  await shown();
  card = null;
  vi.setSystemTime(new Date('2026-11-24T09:00:00Z'));
  expect((await shown())()).toEqual({ ...signed, status: 'overdue' });
});

test('of one house is never shown in another that answers at the same address', async () => {
  card = signed;
  await shown('the house');
  card = null;
  expect((await shown('the fictitious house'))()?.status).toBe('example');
  expect((await shown('the house'))()).toEqual(signed);
});

test('is the one of last time while the desk has not said whose file it holds', async () => {
  card = signed;
  await shown();
  card = null;
  expect((await shown(null))()).toEqual(signed);
});

test('remembered out of shape is none', async () => {
  localStorage.setItem('parvis.urgency.house', 'the house');
  localStorage.setItem('parvis.urgency.card.the house', '{"inForce":{"redFlags":[]}}');
  card = null;
  expect((await shown(null))()?.status).toBe('example');
});
