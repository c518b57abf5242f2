import { numberText, otherNumbers } from '../words.ts';

/** Numbers that answer without this house. */
export const Numbers = ({ outOfHours }: { readonly outOfHours: string }) => (
  <section className="urg-numbers" aria-label="Autres numéros">
    <dl>
      {[{ number: outOfHours, what: 'Maison fermée, sans urgence' }, ...otherNumbers].map(
        ({ number, what }) => (
          <div key={what}>
            <dt>{numberText(number)}</dt>
            <dd>{what}</dd>
          </div>
        ),
      )}
    </dl>
  </section>
);
