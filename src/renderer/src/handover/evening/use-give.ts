/** The hand-over, by its three ways out of the machine. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { showError, showNotice, showSuccess } from '../../app/notify.ts';
import { copyText, printPaper, savePaper } from '../../paper/hand-out.tsx';
import { useNames } from './manner.ts';
import { keptWords, metOthers, saveWords, useWords } from './words.ts';

export type GiveAct = 'print' | 'pdf' | 'copy';

const AS = { print: 'sheet', pdf: 'pdf', copy: 'text' } as const;

export const useGive = () => {
  const [text, setText] = useState<string | null>(null);
  const mutation = useMutation({
    networkMode: 'always',
    // A second key before the first is done waits for its turn: PDF, then copied.
    scope: { id: 'handover' },
    mutationFn: async (act: GiveAct) => {
      // A save that is on its way goes first: this one starts from the version that it leaves.
      await saveWords();
      const { typed } = useWords.getState();
      if (typed === null) return;
      const { version, note, onCall } = typed;
      const { names } = useNames.getState();
      const sheet = await client.handover.give({ words: { version, note, onCall }, names, as: AS[act] });
      keptWords(sheet.words);
      if (act === 'print') {
        if ((await printPaper(sheet.paper)) === 'failed')
          showNotice(
            'L’imprimante n’a pas répondu. Rien n’est perdu : P enregistre la même passation en PDF.',
          );
      } else if (act === 'copy') {
        if (await copyText(sheet.text)) showSuccess('Passation copiée');
        else setText(sheet.text);
      } else if (sheet.pdf !== null) {
        const saved = await savePaper(sheet.fileName, sheet.pdf);
        if (saved === 'saved') showSuccess('Passation enregistrée en PDF');
        if (saved === 'failed') showNotice('Le PDF n’a pas pu être écrit là. Choisissez un autre dossier.');
      }
    },
    onError: async (error) => {
      if (!(await metOthers(error))) showError(error);
    },
  });
  return {
    text,
    pending: mutation.isPending ? mutation.variables : null,
    hand: (act: GiveAct) => {
      if (!mutation.isPending || mutation.variables !== act) mutation.mutate(act);
    },
  };
};
