/** The day on paper, by its three ways out of the machine. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DaySheetWish } from '../../../../contract/agenda.ts';
import { client } from '../../api/client.ts';
import { showError, showNotice, showSuccess } from '../../app/notify.ts';
import { copyText, printPaper, savePaper } from '../../paper/hand-out.tsx';

export type PrintAct = 'print' | 'pdf' | 'copy';

export const usePrintDay = (wish: DaySheetWish) => {
  const [text, setText] = useState<string | null>(null);
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: async (act: PrintAct) => {
      const sheet = await client.agenda.printDay({ ...wish, as: act === 'pdf' ? 'pdf' : 'sheet' });
      if (act === 'print') {
        if ((await printPaper(sheet.paper)) === 'failed')
          showNotice('L’imprimante n’a pas répondu. Rien n’est perdu : P enregistre la même feuille en PDF.');
      } else if (act === 'copy') {
        if (await copyText(sheet.text)) showSuccess('Journée copiée');
        else setText(sheet.text);
      } else if (sheet.pdf !== null) {
        const saved = await savePaper(sheet.fileName, sheet.pdf);
        if (saved === 'saved') showSuccess('Journée enregistrée en PDF');
        if (saved === 'failed') showNotice('Le PDF n’a pas pu être écrit là. Choisissez un autre dossier.');
      }
    },
    onError: showError,
  });
  return {
    text,
    pending: mutation.isPending ? mutation.variables : null,
    hand: (act: PrintAct) => {
      if (!mutation.isPending) mutation.mutate(act);
    },
  };
};
