/**
 * What is typed for the night. It outlives the panel, and reaches the desk while it is typed: one save after the other,
 * each upon the version that the one before left.
 */
import { create } from 'zustand';
import type { HandoverWords, Tonight } from '../../../../contract/handover.ts';
import type { Day } from '../../../../contract/time.ts';
import { client } from '../../api/client.ts';
import { isFailure } from '../../api/error-text.ts';
import { showError } from '../../app/notify.ts';

type Said = Pick<HandoverWords, 'note' | 'onCall'>;

interface Typed extends HandoverWords {
  readonly day: Day;
  /** Not all of it is with the desk yet. */
  readonly unsaved: boolean;
}

interface WordsState {
  readonly typed: Typed | null;
  /** What another desk wrote meanwhile, to be taken over by hand. */
  readonly other: HandoverWords | null;
}

export const useWords = create<WordsState>()(() => ({ typed: null, other: null }));

/** What the desk holds replaces what stands here, unless something here is not saved yet. */
export const meetWords = ({ day, words }: Tonight): void => {
  const { typed } = useWords.getState();
  const known = typed !== null && typed.day === day;
  if (known && (typed.unsaved || typed.version >= words.version)) return;
  useWords.setState({ typed: { ...words, day, unsaved: false } });
};

const same = (a: Said, b: Said): boolean =>
  a.note.trim() === b.note.trim() && a.onCall.trim() === b.onCall.trim();

/** What was sent is with the desk; what was typed since is not. */
export const keptWords = (kept: HandoverWords): void => {
  const { typed } = useWords.getState();
  if (typed !== null)
    useWords.setState({ typed: { ...typed, version: kept.version, unsaved: !same(typed, kept) } });
};

/** @returns whether somebody else's words stand there now: the next save goes on from theirs. */
export const metOthers = async (error: unknown): Promise<boolean> => {
  if (isFailure(error, 'STALE_VERSION') === null) return false;
  const { words } = await client.handover.tonight();
  const { typed } = useWords.getState();
  if (typed === null) return false;
  useWords.setState({
    typed: { ...typed, version: words.version, unsaved: true },
    other: same(typed, words) ? null : words,
  });
  return true;
};

let sending: Promise<void> = Promise.resolve();

const send = async (): Promise<void> => {
  const { typed } = useWords.getState();
  if (typed === null || !typed.unsaved) return;
  const { version, note, onCall } = typed;
  try {
    keptWords(await client.handover.saveWords({ version, note, onCall }));
  } catch (error) {
    if (!(await metOthers(error))) showError(error);
  }
};

/** @returns once everything that was typed until now was sent */
export const saveWords = (): Promise<void> => {
  sending = sending.then(send);
  return sending;
};

const PAUSE_MS = 700;
let pause: ReturnType<typeof setTimeout> | undefined;

export const typeWords = (part: Partial<Said>): void => {
  const { typed } = useWords.getState();
  if (typed === null) return;
  useWords.setState({ typed: { ...typed, ...part, unsaved: true } });
  clearTimeout(pause);
  pause = setTimeout(() => void saveWords(), PAUSE_MS);
};

export const dropOther = (): void => useWords.setState({ other: null });
