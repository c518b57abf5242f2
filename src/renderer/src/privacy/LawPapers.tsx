import { Button } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { client } from '../api/client.ts';
import { useHandOut } from '../paper/use-hand-out.ts';

interface LineProps {
  readonly which: 'notice' | 'register';
  readonly title: string;
  readonly name: string;
  readonly children: string;
}

const Line = ({ which, title, name, children }: LineProps) => {
  const { pending, hand } = useHandOut({ name, ask: () => client.privacy.lawPaper({ which }) });
  return (
    <div className="privacy-paper">
      <div>
        <b>{title}</b>
        <p className="set-quiet">{children}</p>
      </div>
      <div className="set-tools">
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={17} />}
          aria-label={`${title} : PDF`}
          loading={pending === 'pdf'}
          onClick={() => hand('pdf')}
        >
          PDF
        </Button>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconPrinter size={17} />}
          aria-label={`${title} : imprimer`}
          loading={pending === 'print'}
          onClick={() => hand('print')}
        >
          Imprimer
        </Button>
      </div>
    </div>
  );
};

/** What the law asks of the house on paper, filled from its settings. */
export const LawPapers = () => (
  <section className="set-card set-stack" aria-labelledby="privacy-papers">
    <h3 className="set-card-title" id="privacy-papers">
      Papiers
    </h3>
    <Line which="notice" title="Information des patients" name="Information">
      À afficher et à remettre : qui en répond, pourquoi, combien de temps, quels droits. Une page.
    </Line>
    <Line which="register" title="Fiche du registre" name="Fiche">
      Pour le registre des traitements (RGPD, article 30). À relire, à compléter, à signer.
    </Line>
  </section>
);
