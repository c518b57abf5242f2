import { Button, Loader } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type HouseText, TextGroup } from '../../../contract/texts.ts';
import { api } from '../api/query.ts';
import { SectionHead } from '../practice/SectionHead.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { MarkedText } from './MarkedText.tsx';
import { TextForm } from './TextForm.tsx';
import './texts.css';
import { groupTitles } from './words.ts';

/** Réglages, Textes: what is said and printed after a refusal, in the house's own words. */
export const TextsSection = () => {
  const { data: texts, refetch } = useQuery(api.texts.list.queryOptions());
  /** As it was when the form was opened: somebody else's save must not take away what is being typed. */
  const [opened, setOpened] = useState<HouseText | null>(null);
  return (
    <section className="set-section">
      <SectionHead title="Textes">
        Ce que l’accueil dit et imprime après un refus. Chaque texte peut prendre les mots de la maison ; les
        repères en couleur sont remplis par Parvis.
      </SectionHead>
      <div className="set-split" data-open={opened !== null || undefined}>
        <div>
          {texts === undefined ? <Loader aria-label="Chargement" /> : null}
          {TextGroup.options.map((group) => (
            <div key={group} className="set-group">
              <h3>{groupTitles[group]}</h3>
              <ul className="set-list">
                {texts
                  ?.filter((text) => text.group === group)
                  .map((text) => (
                    <li key={text.key}>
                      <TextRow
                        text={text}
                        current={text.key === opened?.key}
                        onEdit={() => setOpened(text)}
                      />
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </div>
        {opened ? (
          <TextForm
            key={`${opened.key} ${opened.version?.id}`}
            text={opened}
            onClose={() => setOpened(null)}
            onReload={async () => {
              const { data } = await refetch();
              setOpened(data?.find(({ key }) => key === opened.key) ?? null);
            }}
          />
        ) : null}
      </div>
    </section>
  );
};

interface TextRowProps {
  readonly text: HouseText;
  readonly current: boolean;
  readonly onEdit: () => void;
}

const TextRow = ({ text, current, onEdit }: TextRowProps) => (
  <div className="set-row" data-current={current || undefined}>
    <span className="set-row-main">
      <b>{text.label}</b>
      <small>
        <MarkedText text={text.text} />
      </small>
    </span>
    {text.version?.origin === 'house' ? (
      <StatusChip tone="brand" shape="dot">
        adapté
      </StatusChip>
    ) : null}
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPencil size={15} />}
      aria-label={`Adapter : ${text.label}`}
      onClick={onEdit}
    >
      Adapter
    </Button>
  </div>
);
