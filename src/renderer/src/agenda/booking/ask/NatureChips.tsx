import type { RequestNature } from '../../../../../contract/requests.ts';
import { codesOf, messageKinds, natures } from '../../../requests/words.ts';
import { Chip, ChipRow } from '../../../ui/Chip.tsx';
import type { Asked } from '../asked.ts';

interface Props {
  readonly asked: Asked;
  /** False while something unfolded has the keys. */
  readonly keys: boolean;
  readonly onNature: (nature: RequestNature) => void;
  readonly onMessage: (message: Asked['message']) => void;
}

/** What is asked for: one letter. A message also says of what kind, and whether it can wait. */
export const NatureChips = ({ asked, keys, onNature, onMessage }: Props) => (
  <>
    <ChipRow label="Demande" asleep={!keys}>
      {codesOf(natures).map((nature) => (
        <Chip
          key={nature}
          shortcut={natures[nature].key}
          chosen={asked.nature === nature}
          onChoose={() => onNature(nature)}
        >
          {natures[nature].label}
        </Chip>
      ))}
    </ChipRow>
    {asked.nature === 'message' ? (
      <ChipRow label="Message" asleep={!keys}>
        {codesOf(messageKinds).map((kind, index) => (
          <Chip
            key={kind}
            shortcut={String(index + 1)}
            chosen={asked.message.kind === kind}
            onChoose={() => onMessage({ ...asked.message, kind })}
          >
            {messageKinds[kind]}
          </Chip>
        ))}
        <Chip
          shortcut="u"
          chosen={asked.message.urgent}
          onChoose={() => onMessage({ ...asked.message, urgent: !asked.message.urgent })}
        >
          Urgent
        </Chip>
      </ChipRow>
    ) : null}
  </>
);
