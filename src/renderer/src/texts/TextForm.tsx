import { Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconRestore } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { HouseText } from '../../../contract/texts.ts';
import { client } from '../api/client.ts';
import { isFailure } from '../api/error-text.ts';
import { refresh } from '../api/live.ts';
import { api, queryClient } from '../api/query.ts';
import { showError, showSuccess } from '../app/notify.ts';
import { FormCard } from '../practice/form/FormCard.tsx';
import { TextHistory } from './TextHistory.tsx';
import { problemText } from './words.ts';

interface TextFormProps {
  readonly text: HouseText;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

/** Long enough to finish a word, short enough to feel immediate. */
const PAUSE_MS = 180;

export const TextForm = ({ text, onClose, onReload }: TextFormProps) => {
  const { key, places, version } = text;
  const [typed, setTyped] = useState(text.text);
  const [stale, setStale] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const [tried] = useDebouncedValue(typed, PAUSE_MS);
  const { data: preview } = useQuery(
    api.texts.preview.queryOptions({ input: { key, text: tried }, placeholderData: keepPreviousData }),
  );
  const basedOn = version?.id ?? null;

  const saved = async (message: string): Promise<void> => {
    await refresh(queryClient, ['texts', 'refusals']);
    showSuccess(message);
    onClose();
  };
  const failed = (error: unknown): void => {
    if (isFailure(error, 'STALE_VERSION')) setStale(true);
    else if (isFailure(error, 'TEXT_REFUSED')) area.current?.focus();
    else showError(error);
  };
  const save = useMutation({
    mutationFn: () => client.texts.save({ key, text: typed, basedOn }),
    onSuccess: () => saved('Le texte est enregistré.'),
    onError: failed,
  });
  const reset = useMutation({
    mutationFn: () => client.texts.reset({ key, basedOn }),
    onSuccess: () => saved('Le texte de Parvis est remis.'),
    onError: failed,
  });

  /** At the caret, with a space before when a word stands there. */
  const insert = (name: string): void => {
    const field = area.current;
    const [from, to] = [field?.selectionStart ?? typed.length, field?.selectionEnd ?? typed.length];
    const place = `{${name}}`;
    const before = typed.slice(0, from);
    const gap = before === '' || /\s$/u.test(before) ? '' : ' ';
    setTyped(`${before}${gap}${place}${typed.slice(to)}`);
    requestAnimationFrame(() => {
      const caret = from + gap.length + place.length;
      field?.focus();
      field?.setSelectionRange(caret, caret);
    });
  };

  const refused = isFailure(save.error, 'TEXT_REFUSED')?.problems ?? [];
  const problems = tried === typed ? (preview?.problems ?? refused) : refused;
  return (
    <FormCard
      title={text.label}
      saving={save.isPending}
      stale={stale ? [] : null}
      onReload={onReload}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      remove={
        version?.origin === 'house' ? (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconRestore size={16} />}
            loading={reset.isPending}
            onClick={() => reset.mutate()}
          >
            Texte de Parvis
          </Button>
        ) : null
      }
    >
      <p className="set-quiet">{text.when}</p>
      <Textarea
        ref={area}
        label="Texte"
        autosize
        minRows={4}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event: KeyboardEvent) => {
          // One paragraph only: Enter saves, as in the other forms.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          save.mutate();
        }}
        error={
          problems.length === 0 ? null : (
            <span className="txt-problems">
              {problems.map((problem) => (
                <span key={JSON.stringify(problem)}>{problemText(problem)}</span>
              ))}
            </span>
          )
        }
      />
      {places.length === 0 ? null : (
        <fieldset className="txt-places">
          <legend>Repères que Parvis remplit</legend>
          <ul>
            {places.map(({ name, meaning, required }) => (
              <li key={name}>
                <button
                  type="button"
                  className="txt-place"
                  aria-label={`Insérer le repère ${name}`}
                  onClick={() => insert(name)}
                >
                  {name}
                </button>
                <span>
                  {meaning}
                  {required ? <em> · à garder</em> : null}
                </span>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <figure className="txt-preview" aria-live="polite">
        <figcaption>Ce que la personne entendra ou lira</figcaption>
        <p>{problems.length === 0 ? preview?.filled : 'Corrigez le texte pour voir ce qu’il donne.'}</p>
      </figure>
      <TextHistory text={text} onTake={setTyped} />
    </FormCard>
  );
};
