import type { Meter } from '../../../../contract/intake.ts';

/** Beyond this many places single marks would blur: the bar fills instead. */
const MARKS = 10;

/** Places of the month, taken and left: marks to be counted at a glance, and the figure beside them. */
export const QuotaMeter = ({ meter }: { readonly meter: Meter }) => {
  const { taken, quota, left } = meter;
  if (quota === null || left === null) return null;
  const said = `${taken} sur ${quota} ce mois-ci`;
  return (
    <span
      className="quota"
      role="img"
      aria-label={`Places prises : ${said}`}
      data-full={left === 0 || undefined}
    >
      {quota <= MARKS ? (
        <span className="quota-marks" aria-hidden="true">
          {Array.from({ length: quota }, (_, index) => index).map((place) => (
            <i key={place} data-taken={place < taken || undefined} />
          ))}
        </span>
      ) : (
        <span className="quota-bar" aria-hidden="true">
          <i style={{ width: `${Math.min(100, (100 * taken) / quota)}%` }} />
        </span>
      )}
      <small aria-hidden="true">
        {taken}/{quota}
      </small>
    </span>
  );
};
