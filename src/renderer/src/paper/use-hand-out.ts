/** What becomes of a paper under one key each: printed, saved, copied; the text itself when the system forbids copying. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { HandedPaper } from '../../../contract/paper.ts';
import { showError, showSuccess } from '../app/notify.ts';
import { copyText, printPaper, savePaper } from './hand-out.tsx';

export type PaperAct = 'print' | 'pdf' | 'copy' | 'mail';

interface Handed<Sheet extends HandedPaper> {
  /** A feminine noun, as the success says it: « Attestation ». */
  readonly name: string;
  readonly ask: () => Promise<Sheet>;
  /** What is pasted into a secure mailbox, where there is such a text. */
  readonly mailOf?: (sheet: Sheet) => string;
}

export const useHandOut = <Sheet extends HandedPaper>({ name, ask, mailOf }: Handed<Sheet>) => {
  const [text, setText] = useState<string | null>(null);
  const copy = async (copied: string, what: string) => {
    if (await copyText(copied)) showSuccess(what);
    else setText(copied);
  };
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: async (act: PaperAct) => {
      const sheet = await ask();
      if (act === 'print') await printPaper(sheet.paper);
      else if (act === 'pdf') {
        if ((await savePaper(sheet.fileName, sheet.pdf)) === 'saved') showSuccess(`${name} enregistrée`);
      } else if (act === 'mail' && mailOf !== undefined)
        await copy(mailOf(sheet), 'Message copié : à coller dans la messagerie sécurisée');
      else await copy(sheet.text, `${name} copiée`);
    },
    onError: showError,
  });
  return { text, pending: mutation.isPending ? mutation.variables : null, hand: mutation.mutate };
};
