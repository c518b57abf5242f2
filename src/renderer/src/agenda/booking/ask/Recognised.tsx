import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/query.ts';
import { useNow, useZone } from '../../../app/now.ts';
import { momentText } from '../../../requests/due.ts';
import { outcomeText, requestGist } from '../../../requests/said.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { usePractitioners } from '../../use-house.ts';
import { toldOf } from '../asked.ts';
import type { Draft } from '../draft.ts';

/** The request of the last thirty days that this call would take up again; null when there is none. */
export const useLikely = ({ asked, patient, purpose, requestId }: Draft) => {
  const { nature, practitionerId, profession, message } = toldOf(asked, patient);
  const { data } = useQuery(
    api.requests.likely.queryOptions({
      input: {
        patientId: patient?.id ?? (0 as never),
        nature,
        practitionerId,
        profession,
        message: message ?? null,
      },
      enabled: patient !== null && purpose === 'book',
      staleTime: 0,
    }),
  );
  return data == null || data.id === requestId ? null : data;
};

interface Props {
  readonly earlier: NonNullable<ReturnType<typeof useLikely>>;
  readonly separate: boolean;
  readonly keys: boolean;
  readonly onSeparate: () => void;
}

/** The same person asked for the same not long ago: it goes on from there, unless they say that it is something else. */
export const Recognised = ({ earlier, separate, keys, onSeparate }: Props) => {
  const now = useNow();
  const zone = useZone();
  const practitioners = usePractitioners();
  const asked = momentText(earlier.openedAt, now, zone);
  return (
    <Notice
      tone={separate ? 'blue' : 'amber'}
      title={separate ? 'Autre demande, séparée' : `Déjà demandé ${asked}`}
    >
      <p>
        {requestGist(earlier)}
        {earlier.outcome === null
          ? null
          : `, ${outcomeText(earlier.outcome, practitioners).toLocaleLowerCase('fr-FR')}`}
        .{' '}
        {separate
          ? 'Celle d’aujourd’hui sera enregistrée à part.'
          : earlier.closedAt === null
            ? 'Toujours ouverte : elle est reprise, pas doublée.'
            : 'La demande d’aujourd’hui y fait suite.'}
      </p>
      <p className="recognised-choice">
        <Chip shortcut={keys ? 'x' : null} chosen={separate} onChoose={onSeparate}>
          C’est une autre demande
        </Chip>
      </p>
    </Notice>
  );
};
