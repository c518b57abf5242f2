import { TextInput } from '@mantine/core';
import type { DirectoryKind } from '../../../../../contract/directory.ts';
import { useNow, useZone } from '../../../app/now.ts';
import { answerChoices, usualAnswer } from '../../../redirections/due.ts';
import { EntrySearch } from '../../../redirections/EntrySearch.tsx';
import { WhomLine } from '../../../redirections/WhomLine.tsx';
import { despiteReasons, hows } from '../../../redirections/words.ts';
import { DueField } from '../../../requests/DueField.tsx';
import { codesOf, redirectedKinds } from '../../../requests/words.ts';
import { Chip, ChipRow } from '../../../ui/Chip.tsx';
import type { FieldsProps } from './EndingFields.tsx';
import { answerOf, isSearched, isSettled, nobodySent, owesReason, type Sending } from './sending.ts';

const KIND_OF: Readonly<Partial<Record<string, DirectoryKind>>> = { cpts: 'cpts', pharmacy: 'pharmacy' };

type Props = Pick<FieldsProps, 'ending' | 'onChange' | 'errorAt'>;

/** Whom to send to, outside; once that is settled, how and by when an answer is expected. */
export const SendingFields = (props: Props) => {
  const { ending, onChange, errorAt } = props;
  const { to, sending, label } = ending;
  if (to === null || to === 'colleague') return null;
  if (isSettled(ending)) return <Followed {...props} />;
  return (
    <EntrySearch
      key={to}
      label={to === 'outside' ? 'Nom du professionnel ou de la structure' : redirectedKinds[to]}
      {...(KIND_OF[to] === undefined ? {} : { kind: KIND_OF[to] })}
      error={errorAt('label')}
      text={label}
      onText={(text) => onChange({ label: text })}
      onChoose={(entry) => onChange({ sending: { ...sending, entry, settled: true } })}
      onName={() =>
        onChange(
          to === 'outside' && label.trim() === '' ? { to } : { sending: { ...sending, settled: true } },
        )
      }
    />
  );
};

const Followed = ({ ending, onChange, errorAt }: Props) => {
  const now = useNow();
  const zone = useZone();
  const { to, sending, label } = ending;
  const change = (changed: Partial<Sending>) => onChange({ sending: { ...sending, ...changed } });
  const due = answerOf(ending, usualAnswer(now, zone));
  const name = label.trim();
  return (
    <>
      <div className="whom-chosen">
        {sending.entry === null ? (
          <span>
            <b>{to === null || to === 'outside' ? name : redirectedKinds[to]}</b>
            {to === 'outside' || name === '' ? null : `, ${name}`}
          </span>
        ) : (
          <WhomLine entry={sending.entry} outcomes={null} />
        )}
        <Chip
          shortcut="v"
          chosen={false}
          onChoose={() => onChange({ to: null, label: '', sending: nobodySent })}
        >
          Changer
        </Chip>
      </div>
      {isSearched(to) ? null : (
        <TextInput
          size="xs"
          label="Précision"
          maxLength={200}
          value={label}
          error={errorAt('label')}
          onChange={(event) => onChange({ label: event.currentTarget.value })}
        />
      )}
      {owesReason(ending) ? (
        <ChipRow label="Pourquoi là quand même ?" error={errorAt('despite')}>
          {codesOf(despiteReasons).map((reason) => (
            <Chip
              key={reason}
              shortcut={despiteReasons[reason].key}
              chosen={sending.despite === reason}
              onChoose={() => change({ despite: reason })}
            >
              {despiteReasons[reason].label}
            </Chip>
          ))}
        </ChipRow>
      ) : null}
      <ChipRow label="Comment">
        {codesOf(hows).map((how) => (
          <Chip
            key={how}
            shortcut={hows[how].key}
            chosen={sending.how === how}
            onChoose={() => change({ how })}
          >
            {hows[how].label}
          </Chip>
        ))}
      </ChipRow>
      <DueField
        digits
        label="Réponse avant"
        choices={answerChoices(now, zone)}
        value={due}
        onChange={(answerBy) => change({ answerBy })}
      />
      {sending.entry === null ? (
        <ChipRow label="Ou">
          <Chip shortcut="0" chosen={due === null} onChoose={() => change({ answerBy: null })}>
            Aucune réponse à attendre
          </Chip>
        </ChipRow>
      ) : null}
    </>
  );
};
