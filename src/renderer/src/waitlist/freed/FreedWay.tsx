import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Appointment } from '../../../../contract/agenda.ts';
import { usePanel } from '../../app/panel.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { matchingText } from './text.ts';
import { useFreedBy } from './use-freed.ts';
import './freed.css';

interface Props {
  /** What left the place: cancelled, not come, or as it was before it moved. */
  readonly left: Pick<Appointment, 'practitionerId' | 'day' | 'start' | 'end'>;
}

/** The time that this appointment left is free, and somebody would come: Enter rings them. */
export const FreedWay = ({ left }: Props) => {
  const slot = useFreedBy(left);
  const open = usePanel((state) => state.open);
  const button = useRef<HTMLButtonElement>(null);
  const id = slot !== null && slot.matching > 0 ? slot.id : null;
  useEffect(() => {
    // Whoever is typing goes on typing.
    if (id !== null && !isTextField(document.activeElement)) button.current?.focus({ preventScroll: true });
  }, [id]);
  if (slot === null) return null;
  return (
    <section className="freed-way" role="status" aria-label="Créneau libéré">
      <StatusChip tone={id === null ? 'grey' : 'green'} shape={id === null ? 'ring' : 'check'}>
        {matchingText(slot.matching)}
      </StatusChip>
      {id === null ? null : (
        <Button ref={button} rightSection={<Kbd>Entrée</Kbd>} onClick={() => open({ kind: 'freed', id })}>
          Proposer le créneau
        </Button>
      )}
    </section>
  );
};
