import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { HouseText } from '../../../contract/texts.ts';
import { localNow } from '../../../contract/time.ts';
import { api } from '../api/query.ts';
import { useZone } from '../app/now.ts';
import { dayText } from '../ui/dates.ts';
import { MarkedText } from './MarkedText.tsx';

interface TextHistoryProps {
  readonly text: HouseText;
  /** Takes an earlier wording into the form; nothing is saved yet. */
  readonly onTake: (wording: string) => void;
}

/** What this text was, who wrote it and when; at the very end, what Parvis says. */
export const TextHistory = ({ text, onTake }: TextHistoryProps) => {
  const zone = useZone();
  const { data: versions = [] } = useQuery(api.texts.history.queryOptions({ input: { key: text.key } }));
  const { data: staff = [] } = useQuery(api.people.list.queryOptions());
  if (versions.length === 0) return null;
  const initialsOf = (id: number | null): string => staff.find((one) => one.id === id)?.initials ?? 'Parvis';
  const wordings = [
    ...versions.map(({ id, at, by, origin, text: wording }) => ({
      id: String(id),
      when: `${dayText(localNow(at, zone).day, 'numeric')} · ${initialsOf(by)}`,
      note: origin === 'default' ? 'retour au texte de Parvis' : null,
      wording,
    })),
    { id: 'parvis', when: 'Texte de Parvis', note: null, wording: text.default },
  ];
  return (
    <section className="txt-history" aria-label="Versions de ce texte">
      <h4>Versions de ce texte</h4>
      <ol>
        {wordings.map(({ id, when, note, wording }) => (
          <li key={id}>
            <div className="txt-history-head">
              <span>
                {when}
                {note === null ? null : <em> · {note}</em>}
              </span>
              {wording === text.text ? (
                <em>en vigueur</em>
              ) : (
                <Button variant="subtle" size="compact-xs" onClick={() => onTake(wording)}>
                  Reprendre
                </Button>
              )}
            </div>
            <p>
              <MarkedText text={wording} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
};
