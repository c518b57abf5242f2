import { type KeyboardEvent, useEffect } from 'react';
import type { OverrideReason } from '../../../../contract/waitlist-offers.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { freedWords, type OfferWords } from './words.ts';

interface Props {
  readonly words?: OfferWords;
  readonly onChoose: (reason: OverrideReason) => void;
  readonly onCancel: () => void;
}

/** Somebody whom a filter holds back is offered the place all the same: never without a reason, which is kept. */
export const OverrideForm = ({ words: { overrides } = freedWords, onChoose, onCancel }: Props) => {
  const form = useFocusOnMount<HTMLElement>();
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, [form]);
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = overrides[Number(meantKey(event)) - 1];
    if (event.key === 'Escape') onCancel();
    else if (chosen !== undefined && !event.repeat) onChoose(chosen.value);
    else if (meantKey(event) !== 'x' && meantKey(event) !== 'a') return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      ref={form}
      tabIndex={-1}
      className="waiting-form freed-override"
      aria-label="Proposer quand même"
      onKeyDown={onKeyDown}
    >
      <ChipRow label="Pourquoi proposer quand même ? Le motif est gardé.">
        {overrides.map(({ value, label }, index) => (
          <Chip key={value} shortcut={String(index + 1)} chosen={false} onChoose={() => onChoose(value)}>
            {label}
          </Chip>
        ))}
      </ChipRow>
    </section>
  );
};
