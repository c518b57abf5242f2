import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { digitKey } from '../app/shortcuts/meant-key.ts';
import { Chip, ChipRow } from '../ui/Chip.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { usualAnswers } from './words.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (said: string) => void;
  /** Enter; Shift and Enter begin a new line. */
  readonly onSubmit: () => void;
}

/** What was said. In an empty field a digit writes one of the usual sentences, anything else is text. */
export const SaidField = ({ label, value, error, onChange, onSubmit }: Props) => {
  const field = useFocusOnMount<HTMLTextAreaElement>();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) onSubmit();
      return;
    }
    if (value !== '' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const sentence = usualAnswers[Number(digitKey(event) ?? 0) - 1];
    if (sentence === undefined) return;
    event.preventDefault();
    onChange(sentence);
  };
  return (
    <div className="said">
      <Textarea
        ref={field}
        label={label}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ChipRow label="Phrases usuelles" dense>
        {usualAnswers.map((sentence, index) => (
          <Chip
            key={sentence}
            shortcut={value === '' ? String(index + 1) : null}
            chosen={value === sentence}
            onChoose={() => {
              onChange(sentence);
              field.current?.focus();
            }}
          >
            {sentence}
          </Chip>
        ))}
      </ChipRow>
    </div>
  );
};
