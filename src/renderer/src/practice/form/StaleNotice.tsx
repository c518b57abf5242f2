import { Button } from '@mantine/core';
import { Callout } from '../Callout.tsx';
import { fieldNames } from '../words.ts';

interface Props {
  /** « la maison », « cette fiche ». */
  readonly what: string;
  /** Fields that somebody else changed. */
  readonly stale: readonly string[];
  /** Start again from what is saved now. */
  readonly onReload?: (() => void) | undefined;
}

/** Two people saved the same thing: nothing was overwritten, and it is said what changed. */
export const StaleNotice = ({ what, stale, onReload }: Props) => (
  <Callout alert tone="warning" title={`Quelqu’un d’autre a modifié ${what} entre-temps`}>
    <p>
      Rien n’a été enregistré.
      {stale.length > 0 ? ` A changé : ${stale.map((name) => fieldNames[name] ?? name).join(', ')}.` : ''}
    </p>
    {onReload ? (
      <Button variant="default" size="xs" mt={8} onClick={onReload}>
        Reprendre la version enregistrée
      </Button>
    ) : null}
  </Callout>
);
