import type { PractitionerId } from '../../../../contract/ids.ts';
import type { Ground, WhoCan } from '../../../../contract/intake.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { complaintText } from '../complaint.ts';
import { type Answer, askedIn, groundIn, type RefusalDraft } from '../draft.ts';
import { groundLabels } from '../words.ts';
import { Standing } from './Standing.tsx';

interface Props {
  readonly draft: RefusalDraft;
  readonly standings: readonly WhoCan[];
  readonly practitioners: readonly Practitioner[];
  readonly today: Day;
  /** The line that the keys speak of. */
  readonly under: number;
  readonly onPoint: (index: number) => void;
  readonly onAnswer: (id: PractitionerId, answer: Answer) => void;
  readonly onAsk: (id: PractitionerId) => void;
  readonly onGround: (ground: Ground) => void;
  readonly onHomeVisit: () => void;
}

/** « Qui peut la prendre ? » : everybody of the profession, colleagues asked before anybody is sent away. */
export const WhoStep = (props: Props) => {
  const { draft, standings, practitioners, today, under, onPoint, onAnswer, onAsk, onGround, onHomeVisit } =
    props;
  const asked = askedIn(draft, standings);
  const ground = groundIn(draft, standings);
  const grounds = standings.find(({ practitionerId }) => practitionerId === asked)?.grounds ?? [];
  const complaint = draft.complaint?.step === 'who' ? draft.complaint : null;
  return (
    <>
      <p className="refusal-hint">
        Les confrères d’abord
        {standings[0]?.profession === 'general-practitioner'
          ? ' : des médecins des mêmes locaux peuvent être médecins traitants ensemble.'
          : ' : qui est ouvert se propose avant tout refus.'}
      </p>
      <ul className="standings" aria-label="Qui peut la prendre ?">
        {standings.map((who, index) => {
          const wrong = complaint?.practitionerIds.includes(who.practitionerId) === true;
          return (
            <Standing
              key={who.practitionerId}
              who={who}
              person={practitioners.find(({ id }) => id === who.practitionerId)}
              today={today}
              under={index === under}
              isAsked={who.practitionerId === asked}
              answer={draft.answers.get(who.practitionerId)}
              error={wrong && complaint !== null ? complaintText(complaint).title : null}
              onPoint={() => onPoint(index)}
              onAnswer={(said) => onAnswer(who.practitionerId, said)}
              onAsk={() => onAsk(who.practitionerId)}
            />
          );
        })}
      </ul>
      {grounds.length > 1 ? (
        <ChipRow label="Motif, d’après sa règle">
          {grounds.map((one, index) => (
            <Chip
              key={one}
              shortcut={String(index + 1)}
              chosen={one === ground}
              onChoose={() => onGround(one)}
            >
              {groundLabels[one]}
            </Chip>
          ))}
        </ChipRow>
      ) : ground === null ? null : (
        <p className="refusal-ground">
          Motif, d’après sa règle : <strong>{groundLabels[ground]}</strong>
        </p>
      )}
      <div className="standing-keys">
        <Chip shortcut="v" chosen={draft.homeVisit} onChoose={onHomeVisit}>
          Visite à domicile demandée
        </Chip>
      </div>
      {complaint !== null && complaint.practitionerIds.length === 0 ? (
        <p className="refusal-error" role="alert">
          {complaintText(complaint).title} {complaintText(complaint).body}
        </p>
      ) : null}
    </>
  );
};
