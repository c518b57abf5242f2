import { useEffect, useRef } from 'react';
import type { Duties } from '../../../../contract/intake.ts';
import type { RefusalWords } from '../../../../contract/refusal-papers.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { AnswerFields } from '../../requests/AnswerFields.tsx';
import { digitsMean } from '../../requests/answer.ts';
import { DueField } from '../../requests/DueField.tsx';
import { OwnerField } from '../../requests/OwnerField.tsx';
import { useOwners } from '../../requests/owner.ts';
import { complaintText } from '../complaint.ts';
import type { PromisedCall, RefusalDraft } from '../draft.ts';

/** What is said aloud, large, then what the person can do next. */
export const Words = ({ words }: { readonly words: RefusalWords }) => (
  <>
    <blockquote className="refusal-say" aria-label="À dire">
      {words.say.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </blockquote>
    {words.steps.length === 0 ? null : (
      <section className="refusal-errands" aria-label="Vos démarches">
        <h4>Vos démarches</h4>
        <ul>
          {words.steps.map(({ title, text }) => (
            <li key={title}>
              <b>{title}</b>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </section>
    )}
    <details className="refusal-recourse">
      <summary>Si la personne se dit victime d’une discrimination</summary>
      <p>{words.recourse}</p>
    </details>
  </>
);

interface Props {
  readonly request: DeskRequest;
  readonly draft: RefusalDraft;
  readonly words: RefusalWords | null;
  readonly duties: Duties | null;
  readonly onCallback: (callback: PromisedCall) => void;
}

/** « À dire » : two sentences and the way on, and a call-back promised in the same breath when it is wanted. */
export const SayStep = ({ request, draft, words, duties, onCallback }: Props) => {
  const owners = useOwners();
  const { callback } = draft;
  const shown = useRef<HTMLDivElement>(null);
  const promising = callback !== null;
  useEffect(() => {
    if (promising) shown.current?.scrollIntoView({ block: 'nearest' });
  }, [promising]);
  const complaint = draft.complaint?.step === 'say' ? draft.complaint : null;
  const told = complaint === null ? null : complaintText(complaint).title;
  const digits = callback === null ? 'patient' : digitsMean(callback);
  return (
    <>
      {words === null ? null : <Words words={words} />}
      {callback === null ? null : (
        <div ref={shown} className="refusal-way-detail">
          <DueField
            digits={digits === 'patient'}
            value={callback.due}
            error={complaint?.code === 'ANSWER_PHONE' ? null : told}
            onChange={(due) => onCallback({ ...callback, due })}
          />
          <AnswerFields
            asking={request}
            value={callback.answer}
            patientDue={callback.due}
            digits={digits === 'answer'}
            phoneError={complaint?.code === 'ANSWER_PHONE' ? told : null}
            onChange={(answer) => onCallback({ ...callback, answer })}
          />
          <OwnerField
            value={callback.owner}
            fallback={owners.me === null ? 'qui est au poste' : owners.nameOf(owners.me)}
            onChange={(owner) => onCallback({ ...callback, owner })}
          />
        </div>
      )}
      {duties?.continuity.owed ? (
        <p className="refusal-hint">
          Cette profession s’assure que les soins continuent ({duties.continuity.source}).
        </p>
      ) : null}
    </>
  );
};
