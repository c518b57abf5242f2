/** Who was looked at, newest first: for this window and this session only, never written anywhere. */
import { create } from 'zustand';
import type { PatientId } from '../../../contract/ids.ts';

const KEPT = 8;

interface Recent {
  readonly ids: readonly PatientId[];
}

export const useRecent = create<Recent>()(() => ({ ids: [] }));

export const rememberPerson = (id: PatientId): void =>
  useRecent.setState(({ ids }) => ({ ids: [id, ...ids.filter((other) => other !== id)].slice(0, KEPT) }));
