import type { PractitionerId } from '../../../../contract/ids.ts';
import { type Duties, OutsidePlace, type WayForward } from '../../../../contract/intake.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { Profession } from '../../../../contract/professions.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { complaintText } from '../complaint.ts';
import type { RefusalDraft, WayKind } from '../draft.ts';
import { LETTERS, outsideLabels, waysFor } from '../ways.ts';

interface Props {
  readonly draft: RefusalDraft;
  readonly profession: Profession;
  readonly colleagues: readonly Practitioner[];
  readonly duties: Duties | null;
  readonly onToggle: (kind: WayKind) => void;
  readonly onDetail: (way: WayForward) => void;
  readonly onListed: (id: PractitionerId) => void;
}

/** What a letter means under the ways: a place elsewhere, or whom the person would wait for. Null: nothing. */
export const detailByLetter = (
  draft: RefusalDraft,
  colleagues: readonly Practitioner[],
  letter: string,
): { readonly way: WayForward } | { readonly listed: PractitionerId } | null => {
  const index = LETTERS.indexOf(letter);
  if (index < 0) return null;
  // The way that was chosen last is the one that is being spoken of.
  const last = draft.ways.at(-1)?.kind;
  const place = OutsidePlace.options[index];
  if (last === 'outside') return place === undefined ? null : { way: { kind: 'outside', place } };
  const colleague = colleagues[index];
  return last === 'registration-list' && colleague !== undefined ? { listed: colleague.id } : null;
};

/** « Ce qu’on lui propose » : at least one, each with its short detail; nothing to type. */
export const WaysStep = (props: Props) => {
  const { draft, profession, colleagues, duties, onToggle, onDetail, onListed } = props;
  const complaint = draft.complaint?.step === 'ways' ? complaintText(draft.complaint).title : null;
  const chosen = (kind: WayKind) => draft.ways.find((way) => way.kind === kind) ?? null;
  const last = draft.ways.at(-1)?.kind;
  const outside = chosen('outside');
  return (
    <>
      <ChipRow label="Une touche chacune, plusieurs possibles" error={complaint}>
        {waysFor(profession).map(({ digit, kind, label }) => (
          <Chip key={kind} shortcut={digit} chosen={chosen(kind) !== null} onChoose={() => onToggle(kind)}>
            {label}
          </Chip>
        ))}
      </ChipRow>
      {chosen('registration-list') === null || colleagues.length < 2 ? null : (
        <div className="refusal-way-detail">
          <ChipRow label={draft.listed.length === 0 ? 'Liste : n’importe lequel' : 'Liste : seulement'}>
            {colleagues.map((one, index) => (
              <Chip
                key={one.id}
                shortcut={last === 'registration-list' ? (LETTERS[index] ?? null) : null}
                chosen={draft.listed.includes(one.id)}
                onChoose={() => onListed(one.id)}
              >
                {practitionerName(one)}
              </Chip>
            ))}
          </ChipRow>
        </div>
      )}
      {outside?.kind !== 'outside' ? null : (
        <div className="refusal-way-detail">
          <ChipRow label="Ailleurs : où">
            {OutsidePlace.options.map((place, index) => (
              <Chip
                key={place}
                shortcut={last === 'outside' ? (LETTERS[index] ?? null) : null}
                chosen={outside.place === place}
                onChoose={() => onDetail({ kind: 'outside', place })}
              >
                {outsideLabels[place]}
              </Chip>
            ))}
          </ChipRow>
        </div>
      )}
      {duties?.orientation.owed ? (
        <p className="refusal-hint">
          Cette profession doit orienter ({duties.orientation.source}) : une des suites mène à quelqu’un.
        </p>
      ) : null}
    </>
  );
};
