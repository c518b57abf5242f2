import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ERASE_WORD, type RetentionPreview } from '../../../contract/privacy.ts';
import { errorText } from '../api/error-text.ts';
import { api, queryClient } from '../api/query.ts';
import { showError, showSuccess } from '../app/notify.ts';
import { dayText } from '../ui/dates.ts';

/** As many as somebody reads; the others are counted. */
const SHOWN = 30;

const LINES: readonly (readonly [keyof RetentionPreview['counts'], string])[] = [
  ['unseen', 'Personnes jamais reçues, à effacer'],
  ['seen', 'Fiches de personnes reçues, à effacer'],
  ['requestWords', 'Demandes et rappels dont les mots partent'],
  ['appointmentWords', 'Rendez-vous dont les mots partent'],
  ['journal', 'Lignes du journal dont le contenu part'],
  ['held', 'Personnes gardées pour un litige'],
];

const isEmpty = ({ held: _held, ...counts }: RetentionPreview['counts']): boolean =>
  Object.values(counts).every((n) => n === 0);

/** What is due today is shown before anything goes; then a référent writes the word. */
export const RetentionRun = () => {
  const [asked, setAsked] = useState(false);
  const [word, setWord] = useState('');
  const preview = useQuery(api.privacy.preview.queryOptions({ enabled: asked, staleTime: 0, retry: false }));
  const run = useMutation(
    api.privacy.run.mutationOptions({
      onSuccess: async ({ unseen, seen }) => {
        setWord('');
        await queryClient.invalidateQueries();
        const people = unseen + seen;
        showSuccess(`C’est effacé${people === 0 ? '' : ` : ${people} personne${people > 1 ? 's' : ''}`}.`);
      },
      onError: showError,
    }),
  );
  const due = preview.data;
  const typed = word.trim().toLocaleUpperCase('fr-FR') === ERASE_WORD;
  return (
    <section className="set-card set-stack" aria-labelledby="privacy-due">
      <h3 className="set-card-title" id="privacy-due">
        À effacer aujourd’hui
      </h3>
      <p className="set-quiet">
        D’après les durées choisies. Rien d’ouvert ni d’à venir n’est touché. Les comptes de la maison restent
        les mêmes, sans nom.
      </p>
      {preview.isError ? (
        <p role="alert">
          <b>{errorText(preview.error).title}.</b> {errorText(preview.error).body}
        </p>
      ) : null}
      {due === undefined ? (
        <div className="set-tools">
          <Button
            loading={asked && preview.isFetching}
            onClick={() => (asked ? void preview.refetch() : setAsked(true))}
          >
            Voir ce qui est à effacer
          </Button>
        </div>
      ) : (
        <>
          <dl className="privacy-counts">
            {LINES.map(([key, label]) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd>{due.counts[key]}</dd>
              </div>
            ))}
          </dl>
          {due.people.length === 0 ? null : (
            <ul className="privacy-people" aria-label="Personnes à effacer">
              {due.people.slice(0, SHOWN).map(({ about, name, lastDay }) => (
                <li key={`${about.kind} ${about.id}`}>
                  <span className="pv-name">{name}</span>
                  <span>dernière trace le {dayText(lastDay, 'numeric')}</span>
                </li>
              ))}
              {due.people.length > SHOWN ? <li>et {due.people.length - SHOWN} autres</li> : null}
            </ul>
          )}
          {isEmpty(due.counts) ? (
            <p>Rien à effacer aujourd’hui.</p>
          ) : (
            <form
              className="set-stack"
              aria-label="Effacer ce qui est dû"
              onSubmit={(event) => {
                event.preventDefault();
                if (typed) run.mutate({ word: ERASE_WORD });
              }}
            >
              <TextInput
                label={`Rien ne permettra de revenir en arrière. Pour confirmer, écrivez ${ERASE_WORD}`}
                value={word}
                autoComplete="off"
                onChange={(event) => setWord(event.currentTarget.value)}
              />
              <div className="set-tools">
                <Button type="submit" color="red" disabled={!typed} loading={run.isPending}>
                  Effacer
                </Button>
              </div>
            </form>
          )}
        </>
      )}
    </section>
  );
};
