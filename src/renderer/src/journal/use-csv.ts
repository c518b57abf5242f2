/** What the filter shows, as a file. */
import { useMutation } from '@tanstack/react-query';
import { showError, showNotice, showSuccess } from '../app/notify.ts';
import { saveText } from '../app/save-file.ts';

interface Exported {
  readonly fileName: string;
  readonly csv: string;
  readonly lines: number;
  readonly cut: boolean;
}

export const useCsv = (ask: () => Promise<Exported>) =>
  useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { fileName, csv, lines, cut } = await ask();
      if ((await saveText(fileName, 'csv', csv)) !== 'saved') return;
      showSuccess(`${lines} ligne${lines < 2 ? '' : 's'} enregistrée${lines < 2 ? '' : 's'}`);
      if (cut)
        showNotice(
          'Le fichier s’arrête aux 10 000 lignes les plus récentes. Choisissez une période plus courte pour les autres.',
        );
    },
    onError: showError,
  });
