import { Button } from '@mantine/core';
import { IconBraces, IconFileTypePdf } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientId } from '../../../contract/ids.ts';
import { client } from '../api/client.ts';
import { showError, showNotice, showSuccess } from '../app/notify.ts';
import { saveText } from '../app/save-file.ts';
import { savePaper } from '../paper/hand-out.tsx';
import { EraseBox } from './EraseBox.tsx';
import { HoldBox } from './HoldBox.tsx';
import './person-data.css';

const useHandOver = (id: PatientId) => {
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: async (as: 'pdf' | 'json') => {
      const made = await client.privacy.export({ about: { kind: 'patient', id } });
      const saved =
        as === 'pdf'
          ? await savePaper(made.fileName, made.pdf)
          : await saveText(made.fileName, 'json', made.json);
      if (saved === 'saved')
        showSuccess(`Fichier ${as === 'pdf' ? 'PDF' : 'JSON'} enregistré : à remettre à la personne`);
      if (saved === 'failed') showNotice('Le fichier n’a pas pu être écrit là. Choisissez un autre dossier.');
    },
    onError: showError,
  });
  return {
    pending: mutation.isPending ? mutation.variables : null,
    hand: (as: 'pdf' | 'json') => {
      if (!mutation.isPending) mutation.mutate(as);
    },
  };
};

/** What she may ask about what the house holds of her. */
export const PersonData = ({ id }: { readonly id: PatientId }) => {
  const { pending, hand } = useHandOver(id);
  const [open, setOpen] = useState<'erase' | 'hold' | null>(null);
  const close = (which: 'erase' | 'hold') => () => setOpen((now) => (now === which ? null : now));
  return (
    <section className="person-data" aria-labelledby="person-data">
      <h2 id="person-data">Droits de la personne</h2>
      <p>
        Sur sa demande, et son identité vérifiée : tout ce que l’accueil conserve sur elle, à lui remettre
        sous un mois. Un praticien ou un référent établit le document ; sa remise s’écrit dans le journal.
      </p>
      <div className="person-data-keys">
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={17} />}
          loading={pending === 'pdf'}
          onClick={() => hand('pdf')}
        >
          Tout ce qui est conservé (PDF)
        </Button>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconBraces size={17} />}
          loading={pending === 'json'}
          onClick={() => hand('json')}
        >
          Le même en JSON
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setOpen('hold')}>
          Litige en cours…
        </Button>
        <Button variant="subtle" color="red" onClick={() => setOpen('erase')}>
          Effacer…
        </Button>
      </div>
      {open === 'erase' ? <EraseBox id={id} onClose={close('erase')} /> : null}
      {open === 'hold' ? <HoldBox id={id} onClose={close('hold')} /> : null}
    </section>
  );
};
