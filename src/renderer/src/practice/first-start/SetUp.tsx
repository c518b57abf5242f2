import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { isFailure } from '../../api/error-text.ts';
import { refresh } from '../../api/live.ts';
import { queryClient } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { navigate } from '../../app/router.ts';
import { useStation } from '../../app/station.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { fieldTexts } from '../form/field-text.ts';
import { CodeStep } from './CodeStep.tsx';
import { emptySetup, mistakesOf, type SetupValues, type Step, stepOf, withoutBlanks } from './draft.ts';
import { HouseStep } from './HouseStep.tsx';
import { PractitionersStep } from './PractitionersStep.tsx';
import { StaffStep } from './StaffStep.tsx';
import { StepTrail } from './StepTrail.tsx';

interface SetUpProps {
  /** The practitioners come with the former agenda. */
  readonly takeOver: boolean;
  readonly onBack: () => void;
}

export const SetUp = ({ takeOver, onBack }: SetUpProps) => {
  const steps: readonly Step[] = takeOver
    ? ['house', 'staff', 'code']
    : ['house', 'practitioners', 'staff', 'code'];
  const [step, setStep] = useState<Step>('house');
  const [kept, setKept] = useState(false);
  const form = useForm<SetupValues>({ initialValues: emptySetup() });
  const sit = useStation((state) => state.sit);

  const point = (errors: Record<string, string>) => {
    form.setErrors(errors);
    const [first] = Object.keys(errors);
    if (first !== undefined) setTimeout(() => form.getInputNode(first)?.focus());
  };

  const open = useMutation({
    mutationFn: ({ house, practitioners, staff }: SetupValues) =>
      client.practice.setUp({ house, practitioners, staff }),
    onSuccess: async (house, { pin }) => {
      const people = await client.people.list();
      const desk = people.filter(({ practitionerId }) => practitionerId === null);
      const referent = desk.find(({ role }) => role === 'coordinator');
      // One person at the desk, or one who gave her code: she has just typed all this, no need to ask who she is.
      const here = pin === '' ? (desk.length === 1 ? desk[0] : undefined) : referent;
      if (here) sit(here.id);
      if (here && pin !== '')
        // The house stands whatever comes of it: a code can be given later.
        await client.people
          .setPin({ staffId: here.id, pin, current: null })
          .then(({ seat }) => sit(here.id, seat))
          .catch(showError);
      // What is missing before the first appointment: the files of the former agenda, or hours.
      navigate(takeOver ? 'reprise' : 'reglages/horaires', {}, 'replace');
      showSuccess(`${house.name} est ouverte.`);
      await refresh(queryClient, null);
    },
    onError: (error) => {
      const invalid = isFailure(error, 'INVALID_INPUT');
      const [first] = invalid?.fields ?? [];
      if (!invalid || !first) return showError(error);
      setStep(stepOf(first.path));
      point(fieldTexts(invalid.fields));
    },
  });

  const index = steps.indexOf(step);
  const previous = steps[index - 1];
  const next = steps[index + 1];

  const goOn = () => {
    const setup = withoutBlanks(form.values);
    if (step !== 'house' && step !== 'code') form.setValues(setup);
    const mistakes = mistakesOf(setup, step);
    if (Object.keys(mistakes).length > 0) point(mistakes);
    else if (next !== undefined) setStep(next);
    else if (kept) open.mutate(takeOver ? { ...setup, practitioners: [] } : setup);
  };

  return (
    <form
      className="fs-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <StepTrail steps={steps} current={step} />
      {step === 'house' ? <HouseStep form={form} /> : null}
      {step === 'practitioners' ? <PractitionersStep form={form} /> : null}
      {step === 'staff' ? <StaffStep form={form} /> : null}
      {step === 'code' ? <CodeStep house={form.values.house.name} kept={kept} onKept={setKept} /> : null}
      <footer className="fs-foot">
        <Button variant="default" onClick={() => (previous === undefined ? onBack() : setStep(previous))}>
          Retour
        </Button>
        <Button
          type="submit"
          loading={open.isPending}
          disabled={step === 'code' && !kept}
          rightSection={<Kbd>Entrée</Kbd>}
        >
          {step !== 'code'
            ? 'Continuer'
            : takeOver
              ? 'Ouvrir et reprendre l’ancien agenda'
              : 'Ouvrir la maison'}
        </Button>
      </footer>
    </form>
  );
};
