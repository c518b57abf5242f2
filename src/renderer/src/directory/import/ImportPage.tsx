import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DirectoryImportReport } from '../../../../contract/directory-import.ts';
import { lineReasonText } from '../../../../contract/directory-words.ts';
import { frenchNumber, many } from '../../../../contract/exchange-report.ts';
import { api } from '../../api/query.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { goToDirectory } from '../go.ts';
import { FilterForm } from './FilterForm.tsx';
import { chooseFile, forget, stop, useImport } from './run.ts';

const frenchDay = (day: string): string => day.split('-').reverse().join('/');

const Choose = () => {
  const input = useRef<HTMLInputElement>(null);
  const button = useFocusOnMount<HTMLButtonElement>();
  const { file, look } = useImport();
  const last = useQuery(api.directory.lastImport.queryOptions());
  return (
    <>
      <p className="entry-import-lead">
        Le fichier « PS_LibreAcces_Personne_activite » se télécharge sur data.gouv.fr (Annuaire santé). Parvis
        le lit sur ce poste, ne garde que ce que vous choisissez, et n’envoie rien.
      </p>
      <div className="entry-actions">
        <Button
          ref={button}
          variant={look === null ? 'filled' : 'default'}
          onClick={() => input.current?.click()}
        >
          {file === null ? 'Choisir le fichier…' : 'Choisir un autre fichier…'}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".txt,.csv,text/plain,text/csv"
          aria-label="Extraction RPPS"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen !== undefined) void chooseFile(chosen);
            // The same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </div>
      {file === null || look === null ? null : (
        <>
          <Notice tone="brand" title={`« ${file.name} » est reconnu`}>
            <p>
              {look.extractionDay === null
                ? 'Son nom ne dit pas la date de l’extraction.'
                : `Extraction du ${frenchDay(look.extractionDay)}.`}{' '}
              {look.saysCompetences
                ? null
                : 'Il ne dit pas les spécialités : les médecins y seront sans précision.'}
            </p>
          </Notice>
          {last.isSuccess ? <FilterForm before={last.data?.filter ?? null} /> : null}
        </>
      )}
    </>
  );
};

const Working = () => {
  const { file, step, sent, lines, persons, progress } = useImport();
  const [stopping, setStopping] = useState(false);
  const size = file?.size ?? 0;
  const share =
    step === 'reading'
      ? sent / Math.max(1, size)
      : progress === null || progress.total === 0
        ? null
        : progress.done / progress.total;
  return (
    <div className="entry-import-work">
      <p aria-live="polite">{step === 'reading' ? 'Lecture du fichier' : 'Écriture des fiches'}</p>
      <Progress.Root size="lg">
        <Progress.Section value={(share ?? 1) * 100} animated={share === null} aria-label="Avancement" />
      </Progress.Root>
      <small>
        {many(lines, 'ligne lue', 'lignes lues')}, {many(persons, 'personne gardée', 'personnes gardées')}
      </small>
      <p>L’accueil continue à travailler. Rien ne se voit avant la fin ; arrêter laisse tout comme avant.</p>
      <Button
        variant="default"
        loading={stopping}
        onClick={() => {
          setStopping(true);
          void stop();
        }}
      >
        Arrêter
      </Button>
    </div>
  );
};

const Refused = ({ refused }: Pick<DirectoryImportReport, 'refused'>) =>
  refused.count === 0 ? null : (
    <Notice
      tone="amber"
      title={many(refused.count, 'ligne du fichier laissée de côté', 'lignes du fichier laissées de côté')}
    >
      <ul className="entry-import-lines">
        {refused.lines.slice(0, 12).map(({ line, reason }) => (
          <li key={line}>
            ligne {frenchNumber(line)} : {lineReasonText(reason)}
          </li>
        ))}
      </ul>
    </Notice>
  );

const Report = ({ report }: { readonly report: DirectoryImportReport }) => {
  const title = useFocusOnMount<HTMLHeadingElement>();
  const rows: readonly (readonly [string, number, string])[] = [
    ['Nouvelles fiches', report.created, ''],
    ['Mises à jour', report.updated, ''],
    ['Inchangées', report.unchanged, ''],
    ['Gardées telles quelles', report.kept, 'écrites ou vérifiées par la maison'],
    ['N’y figurent plus', report.gone, 'gardées, et signalées sur leur fiche'],
  ];
  const { rppsCheckDigit, phoneUnreadable } = report.warnings;
  return (
    <>
      <h2 ref={title} tabIndex={-1} className="entry-import-title">
        {many(report.persons, 'personne', 'personnes')} sur {many(report.lines, 'ligne lue', 'lignes lues')}
      </h2>
      <dl className="entry-import-counts">
        {rows.map(([label, count, hint]) => (
          <div key={label}>
            <dt>
              {label} {hint === '' ? null : <small>{hint}</small>}
            </dt>
            <dd>{frenchNumber(count)}</dd>
          </div>
        ))}
      </dl>
      <Refused refused={report.refused} />
      {rppsCheckDigit.count + phoneUnreadable === 0 ? null : (
        <Notice tone="blue" title="À savoir">
          {rppsCheckDigit.count === 0 ? null : (
            <p>
              {many(
                rppsCheckDigit.count,
                'numéro RPPS douteux, repris tel quel',
                'numéros RPPS douteux, repris tels quels',
              )}
              .
            </p>
          )}
          {phoneUnreadable === 0 ? null : (
            <p>
              {many(
                phoneUnreadable,
                'téléphone illisible, laissé vide',
                'téléphones illisibles, laissés vides',
              )}
              .
            </p>
          )}
        </Notice>
      )}
      <div className="entry-actions">
        <Button
          onClick={() => {
            forget();
            goToDirectory();
          }}
        >
          Voir l’annuaire
        </Button>
      </div>
    </>
  );
};

/** The public extraction, from the file to what it brought. */
export const ImportPage = () => {
  useCommand('back', goToDirectory);
  const { step, report, stopped, failure } = useImport();
  return (
    <section className="entry-page" aria-label="Importer l’extraction RPPS">
      <header className="entry-head">
        <h1>Importer l’extraction RPPS</h1>
      </header>
      {failure === null ? null : (
        <Notice tone="red" title={failure.title}>
          {failure.body}
        </Notice>
      )}
      {stopped ? (
        <Notice tone="blue" title="Import arrêté">
          Tout est resté comme avant.
        </Notice>
      ) : null}
      {step === 'done' && report !== null ? (
        <Report report={report} />
      ) : step === 'choose' ? (
        <Choose />
      ) : (
        <Working />
      )}
    </section>
  );
};
