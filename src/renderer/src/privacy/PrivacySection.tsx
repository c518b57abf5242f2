import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/query.ts';
import { SectionHead } from '../practice/SectionHead.tsx';
import { LawPapers } from './LawPapers.tsx';
import { RetentionForm } from './RetentionForm.tsx';
import { RetentionRun } from './RetentionRun.tsx';
import './privacy.css';

/** Réglages → Données des patients: how long what is kept, what is due today, and the papers of the law. */
export const PrivacySection = () => {
  const { data: settings } = useQuery(api.privacy.settings.queryOptions());
  return (
    <section className="set-section">
      <SectionHead title="Données des patients">
        Combien de temps l’accueil garde quoi, ce qui est à effacer aujourd’hui. Le dossier médical n’est pas
        ici : chaque praticien tient le sien.
      </SectionHead>
      {settings === undefined ? (
        <Loader aria-label="Chargement" />
      ) : (
        <div className="set-split" data-open>
          <div className="set-stack">
            <RetentionRun />
            <LawPapers />
          </div>
          <RetentionForm key={settings.version} settings={settings} />
        </div>
      )}
    </section>
  );
};
