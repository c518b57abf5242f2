import type { Who } from '../../../../../contract/agenda.ts';
import type { Practitioner } from '../../../../../contract/practice.ts';
import { Profession, professionLabels } from '../../../../../contract/professions.ts';
import { Chip, ChipRow } from '../../../ui/Chip.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import { practitionerFullName, practitionerName } from '../../practitioner-name.ts';
import { defaultWho } from '../filters.ts';

interface Props {
  readonly who: Who;
  /** The patient's own médecin traitant, when in the house. */
  readonly own: Extract<Who, { kind: 'practitioner' }> | null;
  readonly asking: boolean;
  readonly practitioners: readonly Practitioner[];
  readonly onAsk: () => void;
  readonly onLeave: () => void;
  readonly onChange: (who: Who) => void;
}

const keyOf = (who: Who): string =>
  who.kind === 'any' ? 'any' : who.kind === 'profession' ? who.profession : String(who.practitionerId);

const nameOf = (who: Who, practitioners: readonly Practitioner[]): string => {
  if (who.kind === 'any') return 'Toute la maison';
  if (who.kind === 'profession') return `Tous : ${professionLabels[who.profession].plural.toLowerCase()}`;
  const person = practitioners.find(({ id }) => id === who.practitionerId);
  return person === undefined ? '' : practitionerFullName(person);
};

/** With whom: the own doctor, anybody of a profession, or a name. */
export const WhoChips = ({ who, own, asking, practitioners, onAsk, onLeave, onChange }: Props) => {
  const anyone = defaultWho(practitioners);
  const choices: readonly Who[] = [
    ...Profession.options
      .filter((one) => practitioners.some(({ profession }) => profession === one))
      .map((profession): Who => ({ kind: 'profession', profession })),
    ...practitioners.map(({ id }): Who => ({ kind: 'practitioner', practitionerId: id })),
    { kind: 'any' },
  ];
  const ownName = own === null ? null : practitioners.find(({ id }) => id === own.practitionerId);
  const current = keyOf(who);
  const named = current !== keyOf(anyone) && (own === null || current !== keyOf(own));
  return (
    <ChipRow label="Avec qui" dense>
      {own === null || ownName == null ? null : (
        <Chip shortcut="t" chosen={current === keyOf(own)} onChoose={() => onChange(own)}>
          {practitionerName(ownName)} <small>traitant</small>
        </Chip>
      )}
      <Chip shortcut="n" chosen={current === keyOf(anyone)} onChoose={() => onChange(anyone)}>
        {anyone.kind === 'profession'
          ? `N’importe quel ${professionLabels[anyone.profession].short.toLowerCase()}`
          : 'N’importe qui'}
      </Chip>
      {asking ? (
        <PickField
          label="Avec qui"
          listLabel="Praticiens et métiers"
          choices={choices.map((who) => ({ key: keyOf(who), label: nameOf(who, practitioners), value: who }))}
          onChoose={onChange}
          onLeave={onLeave}
        />
      ) : (
        <Chip shortcut="q" chosen={named} onChoose={onAsk}>
          {named ? nameOf(who, practitioners) : 'Quelqu’un d’autre…'}
        </Chip>
      )}
    </ChipRow>
  );
};
