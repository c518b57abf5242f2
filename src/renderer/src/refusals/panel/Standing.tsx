import { useEffect, useRef } from 'react';
import type { WhoCan } from '../../../../contract/intake.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { cssVars } from '../../practice/css-vars.ts';
import { Chip } from '../../ui/Chip.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import type { Answer } from '../draft.ts';
import { standingLine, standingMark } from '../standing-text.ts';

/** What can be said of an open colleague. A condition that is met, or was never set, fails nobody. */
export const answersFor = ({ can }: Pick<WhoCan, 'can'>): readonly Said[] =>
  can === 'ask' ? ANSWERS : can === 'yes' ? ANSWERS.slice(0, 2) : [];

interface Said {
  readonly key: string;
  readonly answer: Answer;
  readonly label: string;
}

const ANSWERS: readonly Said[] = [
  { key: 'a', answer: 'accepted', label: 'Accueille' },
  { key: 'd', answer: 'declined-by-patient', label: 'La personne décline' },
  { key: 'c', answer: 'condition-not-met', label: 'Condition non remplie' },
];

/** The key that says: it is this practitioner who cannot. */
export const ASK_KEY = 'r';

interface Props {
  readonly who: WhoCan;
  readonly person: Practitioner | undefined;
  readonly today: Day;
  readonly under: boolean;
  /** It is in this practitioner's name that the answer is no. */
  readonly isAsked: boolean;
  readonly answer: Answer | undefined;
  readonly error: string | null;
  readonly onPoint: () => void;
  readonly onAnswer: (answer: Answer) => void;
  readonly onAsk: () => void;
}

/** One practitioner: open or not, how many places, on which condition, until when that rule holds. */
export const Standing = (props: Props) => {
  const { who, person, today, under, isAsked, answer, error, onPoint, onAnswer, onAsk } = props;
  const mark = standingMark(who);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (under) line.current?.scrollIntoView({ block: 'nearest' });
  }, [under]);
  return (
    <li
      ref={line}
      className="standing"
      data-under={under || undefined}
      data-missing={error !== null || undefined}
      aria-current={under || undefined}
      style={cssVars({ '--c': person?.colour ?? 'transparent' })}
      onPointerDown={onPoint}
    >
      <div className="standing-head">
        <b>{person === undefined ? '' : practitionerName(person)}</b>
        <StatusChip tone={mark.tone} shape={mark.shape}>
          {mark.text}
        </StatusChip>
      </div>
      {isAsked ? <p className="standing-asked">Refus en son nom</p> : null}
      <p>{standingLine(who, today)}</p>
      {who.instructions === null ? null : (
        <p className="standing-instructions">«&nbsp;{who.instructions}&nbsp;»</p>
      )}
      {error === null ? null : (
        <p className="standing-error" role="alert">
          {error}
        </p>
      )}
      {isAsked ? null : <Keys who={who} under={under} answer={answer} onAnswer={onAnswer} onAsk={onAsk} />}
    </li>
  );
};

interface KeysProps {
  readonly who: WhoCan;
  readonly under: boolean;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
  readonly onAsk: () => void;
}

/** What can be done with a line: all of it under the cursor, elsewhere only what was said. */
const Keys = ({ who, under, answer, onAnswer, onAsk }: KeysProps) => {
  const said = answersFor(who).filter((one) => under || one.answer === answer);
  const mayAsk = under && who.grounds.length > 0;
  if (said.length === 0 && !mayAsk) return null;
  return (
    <div className="standing-keys">
      {said.map((one) => (
        <Chip
          key={one.answer}
          shortcut={under ? one.key : null}
          chosen={one.answer === answer}
          onChoose={() => onAnswer(one.answer)}
        >
          {one.label}
        </Chip>
      ))}
      {mayAsk ? (
        <Chip shortcut={ASK_KEY} chosen={false} onChoose={onAsk}>
          Refus en son nom
        </Chip>
      ) : null}
    </div>
  );
};
