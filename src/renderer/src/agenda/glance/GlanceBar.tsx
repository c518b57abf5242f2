import { type CSSProperties, useEffect } from 'react';
import type { Practitioner } from '../../../../contract/practice.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { digitKey } from '../../app/shortcuts/meant-key.ts';
import { practitionerName } from '../practitioner-name.ts';
import { digitOf, initialsOf, useGlance } from './glance.ts';
import './glance-bar.css';

interface Props {
  /** Those of the day on screen, in the order of the columns. */
  readonly practitioners: readonly Practitioner[];
}

/** Each practitioner's initials: one tap, or one digit, and her own day is in front of her. */
export const GlanceBar = ({ practitioners }: Props) => {
  const open = useGlance((state) => state.open);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (isTextField(event.target) || document.querySelector('[role="dialog"]') !== null) return;
      // A list in the panel may give digits a meaning of its own while it is in use.
      if (event.target instanceof Element && event.target.closest('.pv-panel') !== null) return;
      const digit = digitKey(event);
      const index = practitioners.findIndex((_, i) => digit !== null && digitOf(i) === digit);
      const practitioner = practitioners[index];
      if (practitioner === undefined) return;
      event.preventDefault();
      open(practitioner.id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [practitioners, open]);
  if (practitioners.length === 0) return null;
  return (
    <nav className="glance-bar" aria-label="Coup d’œil d’un praticien">
      {practitioners.map((practitioner, index) => {
        const digit = digitOf(index);
        return (
          <button
            key={practitioner.id}
            type="button"
            title={`Coup d’œil : ${practitionerName(practitioner)}${digit === null ? '' : ` (touche ${digit})`}`}
            style={{ '--lane': practitioner.colour } as CSSProperties}
            onClick={() => open(practitioner.id)}
          >
            {initialsOf(practitioner)}
            {digit === null ? null : <sup>{digit}</sup>}
            <span className="pv-sr-only">, journée de {practitionerName(practitioner)} en un coup d’œil</span>
          </button>
        );
      })}
    </nav>
  );
};
