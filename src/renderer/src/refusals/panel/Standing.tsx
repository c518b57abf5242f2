import { useEffect, useRef } from 'react';
import type { WhoCan } from '../../../../contract/intake.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { cssVars } from '../../practice/css-vars.ts';
import { Chip } from '../../ui/Chip.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { type Answer, isTaking } from '../draft.ts';
import { questionOf, standingLine, standingMark } from '../standing-text.ts';

interface Said {
  readonly key: string;
  readonly answer: Answer;
  readonly label: string;
}

/**
 * What can be said of an open practitioner. A condition that is met, or was never set, fails nobody; and whoever asked
 * for this very one does not decline her.
 */
export const answersFor = (who: WhoCan, isAsked: boolean): readonly Said[] => {
  const question = questionOf(who);
  return [
    ...(isTaking(who) ? [{ key: 'a', answer: 'accepted', label: 'Accueille' } as const] : []),
    ...(isTaking(who) && !isAsked
      ? [{ key: 'd', answer: 'declined-by-patient', label: 'La personne décline' } as const]
      : []),
    ...(question === null ? [] : [{ key: 'c', answer: 'condition-not-met', label: question.no } as const]),
  ];
};

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
  const question = questionOf(who);
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
      {isAsked && who.grounds.length > 0 ? <p className="standing-asked">Refus en son nom</p> : null}
      <p>{standingLine(who, today)}</p>
      {who.instructions === null ? null : (
        <p className="standing-instructions">«&nbsp;{who.instructions}&nbsp;»</p>
      )}
      {question === null ? null : <p className="standing-question">{question.text}</p>}
      {error === null ? null : (
        <p className="standing-error" role="alert">
          {error}
        </p>
      )}
      <Keys who={who} isAsked={isAsked} under={under} answer={answer} onAnswer={onAnswer} onAsk={onAsk} />
    </li>
  );
};

interface KeysProps {
  readonly who: WhoCan;
  readonly isAsked: boolean;
  readonly under: boolean;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
  readonly onAsk: () => void;
}

/** What can be done with a line: all of it under the cursor, elsewhere only what was said. */
const Keys = ({ who, isAsked, under, answer, onAnswer, onAsk }: KeysProps) => {
  const said = answersFor(who, isAsked).filter((one) => under || one.answer === answer);
  const mayAsk = under && !isAsked && who.grounds.length > 0;
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
