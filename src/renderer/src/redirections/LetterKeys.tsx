import { Button } from '@mantine/core';
import type { RedirectionId } from '../../../contract/ids.ts';
import { client } from '../api/client.ts';
import { meantKey } from '../app/shortcuts/meant-key.ts';
import { type PaperAct, useHandOut } from '../paper/use-hand-out.ts';
import { Kbd } from '../ui/Kbd.tsx';
import './whom.css';

const ACTS: readonly { readonly key: string; readonly act: PaperAct; readonly label: string }[] = [
  { key: 'i', act: 'print', label: 'Imprimer' },
  { key: 'p', act: 'pdf', label: 'PDF' },
  { key: 'm', act: 'mail', label: 'Copier pour la messagerie' },
];

/** The addressing letter of one redirection, under one key each. */
export const useLetter = (id: RedirectionId | null) => {
  const { hand, pending, text } = useHandOut({
    name: 'Lettre',
    ask: () => {
      if (id === null) throw new Error('a letter of nobody');
      return client.redirections.letter({ id });
    },
    mailOf: ({ mail }) =>
      [...(mail.to === null ? [] : [`À : ${mail.to}`]), `Objet : ${mail.subject}`, '', mail.body].join('\n'),
  });
  return {
    pending,
    text,
    hand,
    /** @returns whether the key was one of the letter's */
    onKey: (event: Parameters<typeof meantKey>[0]): boolean => {
      const act = id === null ? undefined : ACTS.find(({ key }) => key === meantKey(event))?.act;
      // One paper does not wait for another: only the same one is not asked for twice.
      if (act !== undefined && pending !== act) hand(act);
      return act !== undefined;
    },
  };
};

export const LetterKeys = ({ letter }: { readonly letter: ReturnType<typeof useLetter> }) => (
  <>
    <div className="letter-keys">
      {ACTS.map(({ key, act, label }) => (
        <Button
          key={act}
          size="compact-sm"
          variant="default"
          tabIndex={-1}
          loading={letter.pending === act}
          rightSection={<Kbd>{key.toUpperCase()}</Kbd>}
          onClick={() => letter.hand(act)}
        >
          {label}
        </Button>
      ))}
    </div>
    {letter.text === null ? null : <pre className="letter-keys-text">{letter.text}</pre>}
  </>
);
