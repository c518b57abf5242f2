import type { GivenPlaces } from '../../../../contract/waitlist-offers.ts';
import { useNow } from '../../app/now.ts';
import { cssVars } from '../../practice/css-vars.ts';
import { leftText, meterText } from './text.ts';

/** Beyond this many places single marks would blur: the bar fills instead. */
const MARKS = 12;

/** How many of the places have somebody, how many are being offered, and until when. */
export const Meter = ({ places }: { readonly places: GivenPlaces }) => {
  const { day } = useNow();
  const { taken, inOffer, count, closed } = places;
  const left = closed === null ? leftText(places) : null;
  return (
    <div className="given-meter">
      {count <= MARKS ? (
        <span className="given-marks" aria-hidden="true">
          {Array.from({ length: count }, (_, at) => at).map((at) => (
            <i key={at} data-is={at < taken ? 'taken' : at < taken + inOffer ? 'offered' : undefined} />
          ))}
        </span>
      ) : (
        <span
          className="given-bar"
          aria-hidden="true"
          style={cssVars({ '--taken': `${(100 * taken) / count}%` })}
        >
          <i />
        </span>
      )}
      <strong>{meterText(places, day)}</strong>
      {left === null ? null : <span>{left}</span>}
    </div>
  );
};
