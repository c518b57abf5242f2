import { Card } from './Card.tsx';
import { Codes } from './Codes.tsx';

/** The same person twice, probably: two persons until somebody who knows them says otherwise. */
export const Duplicates = ({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }) =>
  pairs.length === 0 ? null : (
    <Card
      title={pairs.length < 2 ? 'doublon probable' : 'doublons probables'}
      count={pairs.length}
      tone="amber"
      shape="triangle"
    >
      <p className="imp-card-text">
        {
          'À vérifier, rien n’est fusionné : les deux fiches sont reprises, et se réunissent ensuite une à une.'
        }
      </p>
      <Codes codes={pairs.map((pair) => pair.join('\u00a0–\u00a0'))} of="doublons probables" shown={6} />
    </Card>
  );
