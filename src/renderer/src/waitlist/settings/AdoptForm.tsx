import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { WaitlistRules } from '../../../../contract/waitlist-rank.ts';
import { practitionerFullName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { client } from '../../api/client.ts';
import { useNow } from '../../app/now.ts';
import { DayField } from '../../practice/form/DayField.tsx';
import { FormCard } from '../../practice/form/FormCard.tsx';
import { useSave } from '../../practice/form/use-save.ts';
import { toggled } from '../limits.ts';
import { exampleText } from './example.ts';

interface Props {
  readonly rules: WaitlistRules;
  /** Who adopts, under her own initials: she decided it, so she is among those who are named. */
  readonly practitionerId: PractitionerId;
  readonly onClose: () => void;
}

/** The practitioners decide together; one of them writes it down, and names the others. */
export const AdoptForm = ({ rules, practitionerId, onClose }: Props) => {
  const { day: today } = useNow();
  const practitioners = usePractitioners();
  const [on, setOn] = useState(today);
  const [named, setNamed] = useState<readonly PractitionerId[]>([practitionerId]);
  const { save, saving } = useSave({
    call: client.waitlist.adoptRules,
    success: 'La règle est adoptée : elle classe les listes dès maintenant.',
    onSaved: onClose,
  });
  return (
    <FormCard
      title={`Adopter la règle n° ${rules.id}`}
      onSubmit={() => save({ id: rules.id, on, practitionerIds: [...named] })}
      onClose={onClose}
      saving={saving}
      saveLabel="Adopter"
    >
      <p className="set-now">{exampleText(rules)}</p>
      <DayField
        label="Décidée le"
        value={on}
        onChange={(day) => {
          if (day !== null) setOn(day);
        }}
      />
      <Checkbox.Group label="Décidée par" value={named.map(String)}>
        <div className="policy-checks">
          {practitioners.map((one) => (
            <Checkbox
              key={one.id}
              value={String(one.id)}
              label={practitionerFullName(one)}
              disabled={one.id === practitionerId}
              onChange={() => setNamed(toggled(named, one.id))}
            />
          ))}
        </div>
      </Checkbox.Group>
      <p className="set-quiet">
        Une règle adoptée ne se modifie plus : la suivante la remplace, et chaque proposition faite garde la
        règle de son jour.
      </p>
    </FormCard>
  );
};
