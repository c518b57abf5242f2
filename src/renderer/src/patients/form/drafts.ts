/** What is being typed about a person. It outlives the form: another screen, a call, and it is still there. Never on disk. */
import { create } from 'zustand';
import type { PatientId } from '../../../../contract/ids.ts';
import { type FormValues, isSame } from './values.ts';

/** A newcomer's form belongs to one call. */
export type FormKey = 'new' | `newcomer ${string}` | PatientId;

export interface FormDraft {
  readonly values: FormValues;
  /** What the form showed when it was opened. */
  readonly base: FormValues;
  /** Version of the record that `base` was read from; 0 for somebody new. */
  readonly version: number;
}

interface Drafts {
  readonly drafts: ReadonlyMap<FormKey, FormDraft>;
}

export const useDrafts = create<Drafts>()(() => ({ drafts: new Map() }));

export const setFormDraft = (key: FormKey, draft: FormDraft): void =>
  useDrafts.setState(({ drafts }) => ({ drafts: new Map(drafts).set(key, draft) }));

export const dropFormDraft = (key: FormKey): void =>
  useDrafts.setState(({ drafts }) => {
    const left = new Map(drafts);
    left.delete(key);
    return { drafts: left };
  });

/** Something was typed and not saved. */
export const isHalfTyped = (draft: FormDraft | undefined): boolean =>
  draft !== undefined && !isSame(draft.values, draft.base);
