import type { ReactNode } from 'react';
import type { DirectoryEntry, DirectoryPlace } from '../../../../contract/directory.ts';
import { filePartLabels, toldLabels } from '../../../../contract/directory-words.ts';
import { phonePairs } from '../../../../contract/display.ts';
import { rppsCheckDigitHolds } from '../../../../contract/rpps.ts';
import { sourceText } from '../words.ts';

const Line = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

const Missing = ({ children }: { readonly children: ReactNode }) => (
  <span className="entry-missing">{children}</span>
);

const Place = ({ place, main }: { readonly place: DirectoryPlace; readonly main: string | null }) => (
  <address>
    {place.name === null ? null : <b>{place.name}</b>}
    {place.address === null ? null : <span>{place.address}</span>}
    <span>{[place.postalCode, place.commune].filter((part) => part !== null).join(' ')}</span>
    {place.phone === null || place.phone === main ? null : <b>{phonePairs(place.phone)}</b>}
  </address>
);

const Phone = ({ number }: { readonly number: string | null }) =>
  number === null ? <Missing>aucun</Missing> : <b className="entry-phone">{phonePairs(number)}</b>;

const Rpps = ({ number }: { readonly number: string }) => (
  <>
    <span>{number}</span>
    {rppsCheckDigitHolds(number) ? null : (
      <span className="entry-doubt">dernier chiffre inattendu : à vérifier, gardé tel quel</span>
    )}
  </>
);

const Source = ({ entry }: { readonly entry: DirectoryEntry }) => {
  const own = entry.source.kind === 'rpps' ? entry.source.ownParts : [];
  return (
    <>
      <span>{sourceText(entry)}</span>
      {own.length === 0 ? null : (
        <span>
          modifié ici, gardé aux prochains imports : {own.map((part) => filePartLabels[part]).join(', ')}
        </span>
      )}
    </>
  );
};

/** A blank is said where somebody should ask. */
export const EntryFacts = ({ entry }: { readonly entry: DirectoryEntry }) => (
  <div className="entry-columns">
    <dl className="entry-facts">
      <Line term="Téléphone à donner au patient">
        <Phone number={entry.publicPhone} />
      </Line>
      <Line term="Téléphone entre professionnels">
        <Phone number={entry.professionalPhone} />
      </Line>
      <Line term="Messagerie MSSanté">{entry.mssante ?? <Missing>aucune</Missing>}</Line>
      <Line term="Prend de nouveaux patients">{toldLabels[entry.takesNewcomers]}</Line>
      <Line term="Soins non programmés">{toldLabels[entry.takesUnscheduled]}</Line>
      <Line term="Conditions">{entry.conditions ?? <Missing>aucune connue</Missing>}</Line>
    </dl>
    <dl className="entry-facts">
      <Line term={entry.places.length > 1 ? 'Lieux' : 'Lieu'}>
        {entry.places.length === 0 ? <Missing>aucun lieu connu</Missing> : null}
        {entry.places.map((place) => (
          <Place key={JSON.stringify(place)} place={place} main={entry.publicPhone} />
        ))}
      </Line>
      {entry.competences.length === 0 ? null : <Line term="Compétences">{entry.competences.join(', ')}</Line>}
      {entry.rpps === null ? null : (
        <Line term="Numéro RPPS">
          <Rpps number={entry.rpps} />
        </Line>
      )}
      <Line term="Source">
        <Source entry={entry} />
      </Line>
    </dl>
  </div>
);
