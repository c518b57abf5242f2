import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { refresh, touchedAreas } from './live.ts';

test('a booked appointment asks the agenda, the requests, the reserve, the lists and the hand-over again, nothing else', () =>
  expect(touchedAreas({ seq: 8, entities: ['claim'] }, 7)).toEqual([
    'agenda',
    'requests',
    'unscheduled',
    'waitlist',
    'handover',
  ]));

test('a place that is offered asks the lists again, and the day, where it is drawn', () =>
  expect(touchedAreas({ seq: 8, entities: ['waitlist-offer', 'freed-slot'] }, 7)).toEqual([
    'waitlist',
    'agenda',
  ]));

test('a request that changed hands or person asks what is shown of urgencies again', () =>
  expect(touchedAreas({ seq: 8, entities: ['request'] }, 7)).toEqual([
    'requests',
    'urgency',
    'redirections',
    'waitlist',
    'handover',
  ]));

test('a change that was missed asks everything again', () =>
  expect(touchedAreas({ seq: 9, entities: ['claim'] }, 7)).toBeNull());

test('a kind of row that the screen does not know asks everything again', () =>
  expect(touchedAreas({ seq: 8, entities: ['claim', 'novelty'] }, 7)).toBeNull());

test('the first change has nothing before it to miss', () =>
  expect(touchedAreas({ seq: 400, entities: ['staff'] }, null)).toEqual(['people', 'handover']));

test('a change that comes while a first answer is on its way asks once more: that answer may be older', async () => {
  const queryClient = new QueryClient();
  const answers = ['before the change', 'after it'];
  const arrive: (() => void)[] = [];
  const observer = new QueryObserver(queryClient, {
    queryKey: [['urgency', 'waiting'], { type: 'query' }],
    queryFn: () =>
      new Promise((resolve) => {
        const answer = answers.shift();
        arrive.push(() => resolve(answer));
      }),
  });
  const stop = observer.subscribe(() => {});
  const refreshed = refresh(queryClient, ['urgency']);
  arrive.shift()?.();
  await vi.waitFor(() => expect(arrive).toHaveLength(1));
  arrive.shift()?.();
  await refreshed;
  expect(observer.getCurrentResult().data).toBe('after it');
  stop();
});
