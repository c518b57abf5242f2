/** What was pasted and what was chosen: it outlives the screen, and a paste is held until the desk has it. */
import { create } from 'zustand';
import type { ReturnLineId } from '../../../../contract/ids.ts';
import { client } from '../../api/client.ts';
import { errorText, isFailure } from '../../api/error-text.ts';
import type { Choice } from './proposal.ts';
import { bringTexts } from './words.ts';

interface Paste {
  /** Sent again, it is the same batch. */
  readonly key: string;
  readonly text: string;
  readonly state: 'sending' | 'refused' | 'unsent';
  readonly said: string | null;
}

interface MorningState {
  readonly paste: Paste | null;
  readonly choices: ReadonlyMap<ReturnLineId, Choice>;
}

export const useMorning = create<MorningState>()(() => ({ paste: null, choices: new Map() }));

const refusal = (error: unknown): string | null => {
  const code = isFailure(error, 'INVALID_INPUT')?.fields.find(({ path }) => path === 'text')?.code;
  return code === undefined ? null : (bringTexts[code] ?? bringTexts['not-a-table'] ?? null);
};

const send = async (paste: Paste): Promise<void> => {
  useMorning.setState({ paste: { ...paste, state: 'sending', said: null } });
  try {
    await client.handover.bring({ key: paste.key, text: paste.text });
    useMorning.setState({ paste: null });
  } catch (error) {
    const said = refusal(error);
    useMorning.setState({
      paste: {
        ...paste,
        state: said === null ? 'unsent' : 'refused',
        said: said ?? errorText(error).title,
      },
    });
  }
};

/** A second paste waits until the first is with the desk. */
export const bring = (text: string): void => {
  const { paste } = useMorning.getState();
  if (paste !== null && paste.state !== 'refused') return;
  void send({ key: crypto.randomUUID(), text, state: 'sending', said: null });
};

export const sendAgain = (): void => {
  const { paste } = useMorning.getState();
  if (paste !== null && paste.state === 'unsent') void send(paste);
};

export const dropPaste = (): void => useMorning.setState({ paste: null });

export const choose = (id: ReturnLineId, part: Choice): void =>
  useMorning.setState(({ choices }) => ({
    choices: new Map(choices).set(id, { ...choices.get(id), ...part }),
  }));

export const forgetChoice = (id: ReturnLineId): void =>
  useMorning.setState(({ choices }) => {
    const left = new Map(choices);
    left.delete(id);
    return { choices: left };
  });
