import { Button, Radio, Stack, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenFailure } from '../../../../contract/gate.ts';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';

type Copy = NonNullable<OpenFailure['copies']>[number];

/** By the clock of the PC: the house's own zone is inside the file that does not open. */
const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short' });

/** Enough to go back behind the trouble; the others are in the folder. */
const SHOWN = 7;

/**
 * The copies that could take the place of the file. Two steps: what was typed since the copy has to be typed again, so
 * a single click must not decide it.
 */
export const Copies = ({
  copies,
  onOpen,
}: {
  readonly copies: readonly Copy[];
  readonly onOpen: () => void;
}) => {
  const [chosen, setChosen] = useState(copies[0]?.file ?? '');
  const [sure, setSure] = useState(false);
  const restore = useMutation({
    mutationFn: (file: string) => client.gate.restore({ file }),
    onSettled: onOpen,
  });
  const refused = restore.error === null ? null : errorText(restore.error);
  const at = copies.find(({ file }) => file === chosen)?.at;
  return (
    <section className="fs-form" aria-labelledby="fs-copies">
      <Title order={2} size="h4" mt="lg" id="fs-copies">
        Remettre une sauvegarde en place
      </Title>
      <p>
        Le fichier actuel est mis de côté, jamais effacé. Ce qui a été saisi après la sauvegarde est à
        refaire.
      </p>
      <Radio.Group
        label="Sauvegardes utilisables"
        value={chosen}
        onChange={(file) => {
          setChosen(file);
          setSure(false);
        }}
      >
        <Stack gap="xs" mt="xs">
          {copies.slice(0, SHOWN).map((copy) => (
            <Radio key={copy.file} value={copy.file} label={moment.format(copy.at)} />
          ))}
        </Stack>
      </Radio.Group>
      {refused !== null && (
        <p role="alert">
          {refused.title}. {refused.body}
        </p>
      )}
      <footer className="fs-foot">
        <Button
          variant={sure ? 'filled' : 'default'}
          leftSection={<IconHistory size={17} />}
          loading={restore.isPending}
          onClick={() => (sure ? restore.mutate(chosen) : setSure(true))}
        >
          {sure && at !== undefined
            ? `Oui, revenir au ${moment.format(at)}`
            : 'Remettre cette sauvegarde en place…'}
        </Button>
      </footer>
    </section>
  );
};
