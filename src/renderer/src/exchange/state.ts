/**
 * A take-over as the screen holds it: files chosen, where we are, what the desk answered. It outlives the screen, so
 * that changing who is at the desk loses nothing; leaving the screen on purpose ends it.
 */
import { create } from 'zustand';
import type {
  FileInspection,
  ImportOutcome,
  ImportProgress,
  ImportReport,
} from '../../../contract/exchange.ts';
import type { ErrorText } from '../api/error-text.ts';
import type { TakeOverFailure } from './failure.ts';

export const steps = ['files', 'columns', 'check', 'outcome'] as const;
export type Step = (typeof steps)[number];

export interface ChosenFile {
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'read' | 'failed';
  /** Bytes. */
  readonly sent: number;
  readonly failure: ErrorText | null;
}

export interface TakeOver {
  readonly step: Step;
  readonly session: string | null;
  readonly files: readonly ChosenFile[];
  readonly inspections: readonly FileInspection[];
  /** What the desk is doing for us now. */
  readonly work: 'sending' | 'correcting' | 'checking' | 'applying' | null;
  readonly progress: ImportProgress | null;
  readonly stopped: boolean;
  readonly report: ImportReport | null;
  readonly outcome: ImportOutcome | null;
  readonly failure: TakeOverFailure | null;
}

const nothing: TakeOver = {
  step: 'files',
  session: null,
  files: [],
  inspections: [],
  work: null,
  progress: null,
  stopped: false,
  report: null,
  outcome: null,
  failure: null,
};

export const useTakeOver = create<TakeOver>()(() => nothing);

export const now = (): TakeOver => useTakeOver.getState();
export const set = (change: Partial<TakeOver>): void => useTakeOver.setState(change);
export const forget = (): void => useTakeOver.setState(nothing, true);

export const changeFile = (name: string, change: Partial<ChosenFile>): void =>
  set({ files: now().files.map((one) => (one.file.name === name ? { ...one, ...change } : one)) });

/** Of files that will be taken over, what keeps them from being checked. */
export const incomplete = (inspections: readonly FileInspection[]): readonly FileInspection[] =>
  inspections.filter(({ role, missing }) => role !== 'ignored' && missing.length > 0);

export const taken = (inspections: readonly FileInspection[]): readonly FileInspection[] =>
  inspections.filter(({ role }) => role !== 'ignored');

/** Something would be lost by leaving now. */
export const isUnderWay = ({ files, step }: TakeOver): boolean => files.length > 0 && step !== 'outcome';
