import type { Rank } from '../../../../contract/waitlist-rank.ts';
import { useNow } from '../../app/now.ts';
import { hashOf } from '../../app/router.ts';
import { beforeText, signedText, sumLines } from '../text.ts';
import { RULES_PATH, useRules } from '../use-rules.ts';

/** The score as a sum that anybody can check on the screen; never for the person on the phone. */
export const Sum = ({ rank }: { readonly rank: Rank }) => {
  const { day: today } = useNow();
  const rules = useRules();
  if (rules !== undefined && rules.inForce === null)
    return (
      <p className="wl-note">
        L’ordre est celui des dates : <a href={hashOf(RULES_PATH)}>la règle de la maison</a> n’est pas encore
        adoptée.
      </p>
    );
  const lines = sumLines(rank);
  return (
    <>
      <table className="wl-sum pv-secret">
        <tbody>
          {lines.map(({ key, label, points }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{signedText(points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Score</th>
            <td>{rank.score}</td>
          </tr>
        </tfoot>
      </table>
      <p className="wl-note">{beforeText(rank.beforeEveryNewcomerOn, today)}.</p>
    </>
  );
};
