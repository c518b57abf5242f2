import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { ClaimId } from '../../../../contract/ids.ts';
import { client } from '../../api/client.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { copyText, printPaper } from '../../paper/hand-out.tsx';

type How = 'print' | 'copy';
const KEYS: Readonly<Record<string, How>> = { i: 'print', c: 'copy' };

interface Slip {
  /** The text itself, when the system does not let it be copied. */
  readonly text: string | null;
  hand(how: How): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** What the person leaves with: who, where, when. I prints it, C copies it. */
export const useSlip = (id: ClaimId | null): Slip => {
  const [text, setText] = useState<string | null>(null);
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: async ({ how, of }: { readonly how: How; readonly of: ClaimId }) => {
      const slip = await client.agenda.slip({ id: of });
      if (how === 'print') await printPaper(slip.paper);
      else if (await copyText(slip.text)) showSuccess('Rendez-vous copié');
      else setText(slip.text);
    },
    onError: showError,
  });
  const hand = (how: How) => {
    if (id !== null && !mutation.isPending) mutation.mutate({ how, of: id });
  };
  return {
    text,
    hand,
    onKeyDown: (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const how = KEYS[meantKey(event)];
      if (how === undefined) return;
      event.preventDefault();
      hand(how);
    },
  };
};
