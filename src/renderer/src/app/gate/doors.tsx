/** The two screens that stand before the desk. Neither is loaded on an ordinary morning. */
import { Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { GateStatus } from '../../../../contract/gate.ts';

type Closed = Extract<GateStatus, { state: 'closed' }>;

const LazyClosedDoor = lazy(async () => ({
  default: (await import('../../practice/door/ClosedDoor.tsx')).ClosedDoor,
}));
const LazyAssistant = lazy(async () => ({
  default: (await import('../../practice/first-start/Assistant.tsx')).Assistant,
}));

const waiting = <Loader className="frame-loader" aria-label="Ouverture" />;

export const ClosedDoor = ({ status }: { readonly status: Closed }) => (
  <Suspense fallback={waiting}>
    <LazyClosedDoor status={status} />
  </Suspense>
);

export const FirstStart = () => (
  <Suspense fallback={waiting}>
    <LazyAssistant />
  </Suspense>
);
