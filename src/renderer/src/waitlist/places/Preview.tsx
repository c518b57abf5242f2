import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { Candidate, Effect, Share } from '../../../../contract/waitlist-offers.ts';
import { shortName } from '../../agenda/short-name.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { Notice } from '../../ui/Notice.tsx';
import { rankText } from '../freed/text.ts';
import { shareText, waitingText } from './text.ts';
import { effectLabels } from './words.ts';

/** As many as an eye takes in: the others come in the same order. */
const SHOWN = 10;

const Next = ({ next }: { readonly next: readonly Candidate[] }) => (
  <ol className="given-next" aria-label="Viendraient ensuite, dans l’ordre">
    {next.slice(0, SHOWN).map(({ entry, rank }, at) => (
      <li key={entry.id}>
        <b>{rankText(at + 1)}</b>
        <span className="pv-name">{shortName(entry.patient.displayName)}</span>
        <small className="pv-name pv-secret">{rank.sentence}</small>
      </li>
    ))}
    {next.length > SHOWN ? <li className="given-more">et {next.length - SHOWN} autres</li> : null}
  </ol>
);

const ShareCell = ({ of }: { readonly of: Share }) => {
  const { share, people } = shareText(of);
  return (
    <td data-masked={people === null || undefined}>
      {share}
      {people === null ? null : <small>{people}</small>}
    </td>
  );
};

/** What the places do to the list, for the three criteria that a CPTS looks at: shares, never people. */
const EffectTable = ({ effect, count }: { readonly effect: readonly Effect[]; readonly count: number }) => (
  <table className="given-effect">
    <caption>Effet sur la liste</caption>
    <thead>
      <tr>
        <th scope="col">Part des</th>
        <th scope="col">
          pris en charge
          <small>{count === 1 ? 'en un an, avec elle' : `en un an, avec ces ${count}`}</small>
        </th>
        <th scope="col">
          en attente
          <small>aujourd’hui</small>
        </th>
      </tr>
    </thead>
    <tbody>
      {effect.map(({ criterion, served, list }) => (
        <tr key={criterion}>
          <th scope="row">{effectLabels[criterion]}</th>
          <ShareCell of={served} />
          <ShareCell of={list} />
        </tr>
      ))}
    </tbody>
  </table>
);

interface Props {
  readonly practitionerId: PractitionerId;
  readonly count: number;
}

/** Who would come next and what it would do to the list, before anything is given. */
export const Preview = ({ practitionerId, count }: Props) => {
  const query = useQuery(
    api.waitlist.previewPlaces.queryOptions({
      input: { practitionerId, count },
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  if (query.isError)
    return (
      <Notice tone="red" title={errorText(query.error).title}>
        {errorText(query.error).body}
      </Notice>
    );
  if (query.data === undefined) return null;
  const { next, effect, waiting } = query.data;
  return (
    <section
      className="given-preview"
      aria-label="Aperçu"
      data-waiting={query.isPlaceholderData || undefined}
    >
      <EffectTable effect={effect} count={next.length} />
      <h3>
        {next.length < 2 ? 'Viendrait ensuite' : `Les ${next.length} prochains`}
        <small className="given-count">{waitingText(waiting)}</small>
      </h3>
      {next.length === 0 ? null : <Next next={next} />}
      <p className="freed-soft">
        Les critères classent la liste et ne servent jamais à refuser. « Moins de 11 » : trop peu de personnes
        pour un chiffre qui ne désigne personne.
      </p>
    </section>
  );
};
