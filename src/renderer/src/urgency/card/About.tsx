import { useQuery } from '@tanstack/react-query';
import type { RequestId } from '../../../../contract/ids.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { api } from '../../api/query.ts';
import { Kbd } from '../../ui/Kbd.tsx';

/** The request that a line is about; null without one, or while the desk cannot say. */
export const useRequestOf = (requestId: RequestId | null): DeskRequest | null =>
  useQuery({
    ...api.requests.get.queryOptions({ input: { id: requestId ?? (0 as RequestId) } }),
    enabled: requestId !== null,
  }).data ?? null;

/** Whose line the next key makes: somebody may fall ill at the counter while another person is on the phone. */
export type Subject =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'request' | 'call'; readonly name: string | null };

interface Props {
  readonly subject: Subject;
  /** The call in hand was set apart: the line is about nobody's request. */
  readonly apart: boolean;
  readonly onToggle: () => void;
}

export const About = ({ subject, apart, onToggle }: Props) => (
  <p className="urg-about">
    <span>
      {apart || subject.kind === 'nobody' ? (
        'Sans demande : la ligne ne touche à l’appel de personne.'
      ) : (
        <>
          Pour <b className="pv-name">{subject.name ?? 'l’appel en cours'}</b>
        </>
      )}
    </span>
    {subject.kind === 'nobody' ? null : (
      <button type="button" onClick={onToggle}>
        {apart ? 'C’est bien cet appel' : 'Quelqu’un d’autre'} <Kbd>0</Kbd>
      </button>
    )}
  </p>
);
