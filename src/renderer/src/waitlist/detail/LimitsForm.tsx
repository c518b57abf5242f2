import { Button, CloseButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { EntryLimits, WaitlistEntry } from '../../../../contract/waitlist.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { isFailure } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { LimitsFields } from '../LimitsFields.tsx';
import { limitsByKey } from '../limits.ts';

interface Props {
  readonly entry: WaitlistEntry;
  readonly onClose: () => void;
}

const limitsOf = ({ practitionerIds, wishes, homeVisit, stepFree }: WaitlistEntry): EntryLimits => ({
  practitionerIds,
  wishes,
  homeVisit,
  stepFree,
});

const AGREES = [
  { key: 'o', value: true, label: 'Oui' },
  { key: 'n', value: false, label: 'Non' },
  { key: 'i', value: null, label: 'Pas demandé' },
] as const;

/** What she can come to, and whether the CPTS may be told. Enter saves, Échap leaves all as it was. */
export const LimitsForm = ({ entry, onClose }: Props) => {
  const practitioners = usePractitioners().filter(({ profession }) => profession === entry.profession);
  const holder = useFocusOnMount<HTMLFormElement>();
  const [limits, setLimits] = useState(limitsOf(entry));
  const [cptsAgrees, setAgrees] = useState(entry.cptsAgrees);
  const [stale, setStale] = useState(false);
  useCommand('back', onClose);
  const save = useMutation(
    api.waitlist.update.mutationOptions({
      onSuccess: ({ patient }) => {
        showSuccess(`${patient.displayName} : inscription mise à jour`);
        onClose();
      },
      onError: (error) => (isFailure(error, 'STALE_VERSION') ? setStale(true) : showError(error)),
    }),
  );
  const submit = () => {
    if (!save.isPending) save.mutate({ id: entry.id, version: entry.version, limits, cptsAgrees });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) submit();
      return;
    }
    if (isTextField(event.target)) return;
    const key = meantKey(event);
    const agrees = entry.kind === 'registration' ? AGREES.find((one) => one.key === key) : undefined;
    const next = limitsByKey(limits, key, practitioners);
    if (agrees !== undefined) setAgrees(agrees.value);
    else if (next !== null) setLimits(next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      ref={holder}
      tabIndex={-1}
      className="wl-form"
      aria-label="Modifier l’inscription"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <header>
        <h2>Modifier l’inscription</h2>
        <Kbd>Échap</Kbd>
        <CloseButton aria-label="Fermer sans enregistrer" onClick={onClose} />
      </header>
      <div className="wl-form-body">
        {stale ? (
          <Notice tone="amber" title="Quelqu’un d’autre a modifié cette inscription">
            Rien n’a été enregistré. Échap, puis reprenez à partir de ce qui est écrit maintenant.
          </Notice>
        ) : null}
        <LimitsFields
          limits={limits}
          practitioners={practitioners}
          anybody={entry.kind === 'registration' ? 'Accepte n’importe lequel' : 'Son praticien'}
          onChange={setLimits}
        />
        {entry.kind === 'registration' ? (
          <ChipRow label="D’accord pour la liste de la CPTS ?">
            {AGREES.map(({ key, value, label }) => (
              <Chip key={key} shortcut={key} chosen={cptsAgrees === value} onChoose={() => setAgrees(value)}>
                {label}
              </Chip>
            ))}
          </ChipRow>
        ) : null}
      </div>
      <footer>
        <Button type="submit" size="compact-md" loading={save.isPending} rightSection={<Kbd>Entrée</Kbd>}>
          Enregistrer
        </Button>
      </footer>
    </form>
  );
};
