import { Button, CloseButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import type { WaitlistLine } from '../../../../contract/waitlist.ts';
import { client } from '../../api/client.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { saveText } from '../../app/save-file.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';

interface Props {
  readonly lines: readonly WaitlistLine[];
  readonly onClose: () => void;
}

const people = (count: number): string => `${count} personne${count < 2 ? '' : 's'}`;

/** Only those who agreed leave the house, and the file says nothing of criteria or rank. */
export const ExportCard = ({ lines, onClose }: Props) => {
  const holder = useFocusOnMount<HTMLElement>();
  useCommand('back', onClose);
  const open = lines.filter(({ entry }) => entry.kind === 'registration' && entry.state !== 'closed');
  const agreed = open.filter(({ entry }) => entry.cptsAgrees === true).length;
  const unasked = open.filter(({ entry }) => entry.cptsAgrees === null).length;
  const save = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { fileName, csv, people: count } = await client.waitlist.exportForCpts();
      const saved = await saveText(fileName.replace(/\.csv$/, ''), 'csv', csv);
      return { count, saved };
    },
    onSuccess: ({ count, saved }) => {
      if (saved !== 'saved') return;
      showSuccess(`Liste pour la CPTS enregistrée : ${people(count)}`);
      onClose();
    },
    onError: showError,
  });
  const submit = () => {
    if (agreed > 0 && !save.isPending) save.mutate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) submit();
  };
  return (
    <section
      ref={holder}
      tabIndex={-1}
      className="wl-form"
      aria-label="Liste pour la CPTS"
      onKeyDown={onKeyDown}
    >
      <header>
        <h2>Liste pour la CPTS</h2>
        <Kbd>Échap</Kbd>
        <CloseButton aria-label="Fermer sans enregistrer" onClick={onClose} />
      </header>
      <div className="wl-form-body">
        <p>
          <b>{people(agreed)}</b> sur {open.length} d’accord pour que la CPTS connaisse leur demande
          {unasked === 0 ? '.' : ` ; à ${people(unasked)}, la question n’a pas été posée (touche M).`}
        </p>
        <p className="wl-note">
          Le fichier contient le nom, la naissance, la commune, le téléphone, la profession attendue et la
          date d’inscription. Ni critère, ni rang. L’envoi lui-même se fait hors de Parvis ; l’enregistrement
          est noté au journal.
        </p>
      </div>
      <footer>
        <Button
          size="compact-md"
          loading={save.isPending}
          disabled={agreed === 0}
          rightSection={<Kbd>Entrée</Kbd>}
          onClick={submit}
        >
          Enregistrer le fichier
        </Button>
      </footer>
    </section>
  );
};
