import { Button, TextInput, Title } from '@mantine/core';
import { IconArrowLeft, IconFolderSearch, IconHistory } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import { CopyChoice } from '../backups/CopyChoice.tsx';
import { momentText } from '../backups/copy-words.ts';

interface ElsewhereProps {
  readonly onOpen: () => void;
  readonly onBack?: () => void;
}

/** Enough to choose from; the older ones are in the folder. */
const SHOWN = 12;

/** A copy on a stick or a share brings the house here: a new PC, or a PC whose own copies are gone. */
export const Elsewhere = ({ onOpen, onBack }: ElsewhereProps) => {
  const [folder, setFolder] = useState('');
  const [chosen, setChosen] = useState('');
  const look = useMutation({
    mutationFn: (path: string) => client.copies.lookIn({ folder: path }),
    onSuccess: (copies) => setChosen(copies[0]?.file ?? ''),
  });
  const bring = useMutation({
    mutationFn: (file: string) => client.copies.bring({ folder: folder.trim(), file }),
    onSettled: onOpen,
  });
  const refused = look.error === null ? null : errorText(look.error);
  const notBrought = bring.error === null ? null : errorText(bring.error);
  const at = look.data?.find(({ file }) => file === chosen)?.at;
  return (
    <section className="fs-form" aria-labelledby="fs-elsewhere">
      <Title order={2} size="h4" mt="lg" id="fs-elsewhere">
        Reprendre une sauvegarde d’une clé ou d’un autre dossier
      </Title>
      <form
        className="fs-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (folder.trim() !== '') look.mutate(folder.trim());
        }}
      >
        <TextInput
          label="Dossier où sont les sauvegardes"
          description="Le chemin complet, par exemple E:\ ou /media/cle."
          autoComplete="off"
          spellCheck={false}
          value={folder}
          error={refused === null ? null : `${refused.title}. ${refused.body}`}
          onChange={({ currentTarget }) => {
            look.reset();
            bring.reset();
            setFolder(currentTarget.value);
          }}
        />
        <footer className="fs-foot">
          <Button
            type="submit"
            variant={look.data ? 'default' : 'filled'}
            leftSection={<IconFolderSearch size={17} />}
            loading={look.isPending}
            disabled={folder.trim() === ''}
          >
            Chercher
          </Button>
          {onBack ? (
            <Button variant="subtle" leftSection={<IconArrowLeft size={17} />} onClick={onBack}>
              Retour
            </Button>
          ) : null}
        </footer>
      </form>
      {look.data ? (
        <>
          <CopyChoice
            label="Sauvegardes trouvées"
            copies={look.data.slice(0, SHOWN)}
            value={chosen}
            onChange={setChosen}
          />
          {notBrought === null ? null : (
            <p role="alert">
              {notBrought.title}. {notBrought.body}
            </p>
          )}
          <p>Le code de récupération sera demandé ensuite, sur la feuille imprimée au premier démarrage.</p>
          <footer className="fs-foot">
            <Button
              leftSection={<IconHistory size={17} />}
              loading={bring.isPending}
              disabled={at === undefined}
              onClick={() => bring.mutate(chosen)}
            >
              {at === undefined ? 'Reprendre' : `Reprendre celle du ${momentText(at)}`}
            </Button>
          </footer>
        </>
      ) : null}
    </section>
  );
};
