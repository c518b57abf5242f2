import { Button, Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import type { PatientId } from '../../../../contract/ids.ts';
import { DecisionGround } from '../../../../contract/intake.ts';
import type { Day } from '../../../../contract/time.ts';
import { client } from '../../api/client.ts';
import { useNow } from '../../app/now.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { DayField } from '../../practice/form/DayField.tsx';
import { useSave } from '../../practice/form/use-save.ts';
import { groundLabels } from '../words.ts';

interface Props {
  readonly patientId: PatientId;
  readonly onClose: () => void;
}

/** The decision itself: on which of the two grounds, when, and whether somebody is left who was followed. */
export const DecisionForm = ({ patientId, onClose }: Props) => {
  const { day: today } = useNow();
  const [ground, setGround] = useState<DecisionGround | null>(null);
  const [decidedOn, setDecidedOn] = useState<Day>(today);
  const [knownPatient, setKnownPatient] = useState(true);
  const [missing, setMissing] = useState(false);
  const { save, saving } = useSave({
    call: client.refusals.decide,
    success: 'Votre décision est enregistrée.',
    onSaved: onClose,
  });
  useCommand('back', onClose);
  return (
    <form
      className="decision-form"
      aria-label="Nouvelle décision"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(ground === null);
        if (ground !== null) save({ patientId, ground, decidedOn, knownPatient });
      }}
    >
      <Radio.Group
        label="Votre motif"
        value={ground}
        error={missing ? 'Choisissez l’un des deux.' : undefined}
        onChange={(value) => setGround(DecisionGround.parse(value))}
      >
        <div className="decision-grounds">
          {DecisionGround.options.map((one) => (
            <Radio key={one} value={one} label={groundLabels[one]} />
          ))}
        </div>
      </Radio.Group>
      <DayField
        label="Décidé le"
        value={decidedOn}
        onChange={(day) => {
          if (day !== null) setDecidedOn(day);
        }}
      />
      <Checkbox
        label="Je suivais cette personne jusqu’ici"
        description="Alors trois étapes vous restent : la prévenir, un successeur, transmettre les informations. D’ici là, l’accueil ne peut pas s’appuyer sur cette décision."
        checked={knownPatient}
        onChange={({ currentTarget }) => setKnownPatient(currentTarget.checked)}
      />
      <div className="decision-acts">
        <Button type="submit" size="xs" loading={saving}>
          Enregistrer ma décision
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          Annuler
        </Button>
      </div>
    </form>
  );
};
