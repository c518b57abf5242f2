import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { parseBirth } from '../../../../contract/birth.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import { PersonLine } from '../../agenda/person/PersonLine.tsx';
import { api } from '../../api/query.ts';
import { useNow } from '../../app/now.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { PersonForm } from './use-person-form.ts';
import { reasonLabel } from './words.ts';

const WAIT_MS = 200;

interface Props {
  readonly form: PersonForm;
  /** « C’est cette personne. » */
  readonly onKnown: (person: PatientSummary) => void;
}

/** Who is known already and looks like what is being typed. Shown first, decided by the receptionist. */
export const Resemblances = ({ form, onKnown }: Props) => {
  const { day } = useNow();
  const { birthName, usedName, givenNames, birth, phones } = form.values;
  const parsed = parseBirth(birth, day);
  const [typed] = useDebouncedValue(
    {
      birthName: birthName.trim(),
      usedName: usedName.trim() === '' ? null : usedName.trim(),
      givenNames: givenNames.trim(),
      birth: parsed.ok ? parsed.birth : ({ precision: 'unknown', value: null } as const),
      phones: phones.map((phone) => phone.trim()).filter((phone) => phone !== ''),
    },
    WAIT_MS,
  );
  const { data } = useQuery(
    api.patients.resemblances.queryOptions({
      input: typed,
      enabled: typed.birthName !== '',
      staleTime: 5_000,
      placeholderData: (previous) => previous,
    }),
  );
  const alike = typed.birthName === '' ? [] : (data ?? []);
  const block = useRef<HTMLDivElement>(null);
  const { resembles } = form;
  const shown = alike.length > 0;
  useEffect(() => {
    if (!resembles || !shown) return;
    const first = block.current?.querySelector('button');
    first?.scrollIntoView({ block: 'center' });
    first?.focus({ preventScroll: true });
  }, [resembles, shown]);
  return (
    <div ref={block} className="alike" role="status">
      {alike.length === 0 ? null : (
        <Notice
          tone="amber"
          title={
            alike.length === 1
              ? 'Une personne ressemblante est connue'
              : 'Des personnes ressemblantes sont connues'
          }
        >
          <ul>
            {alike.map(({ patient, because }) => (
              <li key={patient.id}>
                <PersonLine person={patient} />
                <span className="alike-why">{because.map((reason) => reasonLabel[reason]).join(' ; ')}</span>
                <Button size="compact-sm" variant="default" onClick={() => onKnown(patient)}>
                  C’est cette personne
                </Button>
              </li>
            ))}
          </ul>
          {form.resembles ? (
            <Button variant="default" loading={form.saving} onClick={() => form.save(true)}>
              Non : créer une autre personne
            </Button>
          ) : null}
        </Notice>
      )}
    </div>
  );
};
