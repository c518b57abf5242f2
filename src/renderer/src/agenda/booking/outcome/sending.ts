/**
 * Sending somebody on: to whom first, then how and by when an answer is expected. While nobody is settled on, digits mean
 * kinds; afterwards they mean dates. Pure.
 */
import type { DirectoryEntry } from '../../../../../contract/directory.ts';
import type {
  DespiteReason,
  RedirectionDraft,
  RedirectionHow,
  RedirectionTarget,
} from '../../../../../contract/redirections.ts';
import type { RedirectedTo } from '../../../../../contract/requests.ts';
import type { Instant } from '../../../../../contract/time.ts';
import { despiteReasons, hows } from '../../../redirections/words.ts';
import type { DueChoice } from '../../../requests/due.ts';
import { codesOf } from '../../../requests/words.ts';
import type { Ending } from './ending.ts';

export interface Sending {
  /** Chosen in the directory; null: the name as it was typed. */
  readonly entry: DirectoryEntry | null;
  /** A name or an entry was settled on. */
  readonly settled: boolean;
  readonly despite: DespiteReason | null;
  readonly how: RedirectionHow;
  /** Null: nothing is waited for. `usual`: what stands when nobody says otherwise. */
  readonly answerBy: Instant | null | 'usual';
}

export const nobodySent: Sending = {
  entry: null,
  settled: false,
  despite: null,
  how: 'phone',
  answerBy: 'usual',
};

type Kind = RedirectedTo['kind'];

/** Looked for in the directory. */
export const isSearched = (to: Kind | null): to is 'outside' | 'cpts' | 'pharmacy' =>
  to === 'outside' || to === 'cpts' || to === 'pharmacy';

type OfEnding = Pick<Ending, 'to' | 'label' | 'sending'>;

/** Is it known to whom? A colleague of the house is not followed: her agenda is here. */
export const isSettled = ({ to, sending }: OfEnding): boolean =>
  to !== null && to !== 'colleague' && (!isSearched(to) || sending.settled);

/** By when, or null: the SAS, the out-of-hours service, the emergency department answer nobody. */
export const answerOf = ({ to, sending }: OfEnding, usual: Instant): Instant | null => {
  if (sending.answerBy !== 'usual') return sending.answerBy;
  return isSearched(to) ? usual : null;
};

export const owesReason = ({ sending }: Pick<Ending, 'sending'>): boolean =>
  sending.entry?.takesNewcomers === 'no';

/** What one key fills in once it is known to whom. */
export const sendingByKey = (
  { sending }: OfEnding,
  key: string,
  answers: readonly DueChoice[],
): Partial<Ending> | null => {
  const change = (changed: Partial<Sending>): Partial<Ending> => ({ sending: { ...sending, ...changed } });
  if (key === 'v') return { to: null, label: '', sending: nobodySent };
  if (key === '0') return sending.entry === null ? change({ answerBy: null }) : null;
  const due = /^[1-9]$/.test(key) ? answers[Number(key) - 1]?.due : undefined;
  if (due !== undefined) return change({ answerBy: due });
  const how = codesOf(hows).find((one) => hows[one].key === key);
  if (how !== undefined) return change({ how });
  const despite = codesOf(despiteReasons).find((one) => despiteReasons[one].key === key);
  return despite !== undefined && owesReason({ sending }) ? change({ despite }) : null;
};

const targetOf = ({ to, label, sending }: OfEnding): RedirectionTarget | null => {
  const { entry, despite } = sending;
  if (entry !== null) return { kind: 'entry', entryId: entry.id, despite };
  if (to === null || to === 'colleague') return null;
  const name = label.trim();
  return to === 'outside' ? { kind: to, label: name } : { kind: to, label: name === '' ? null : name };
};

/** What the desk is sent to follow it; null when nothing is waited for. */
export const redirectionOf = (ending: OfEnding, usual: Instant): RedirectionDraft | null => {
  const to = targetOf(ending);
  const due = answerOf(ending, usual) ?? (ending.sending.entry === null ? null : usual);
  return to === null || due === null ? null : { to, how: ending.sending.how, due };
};
