import type { Minute } from '../../../../contract/time.ts';
import type { UrgencyAct } from '../../../../contract/urgency.ts';
import { clockText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { actText } from '../words.ts';

/** What was said with the card open. */
export interface Done {
  readonly key: string;
  readonly what: UrgencyAct;
  readonly at: Minute;
  readonly who: string | null;
}

interface Choice {
  readonly what: UrgencyAct;
  readonly key: string;
  readonly label: string;
  readonly note: string;
}

const CHOICES: readonly Choice[] = [
  {
    what: 'patient-calls-15',
    key: '1',
    label: 'La personne appelle le 15',
    note: 'Elle raccroche et le compose',
  },
  { what: 'we-call-15', key: '2', label: 'Nous appelons le 15', note: 'Pour elle, ou avec elle en ligne' },
  {
    what: 'practitioner-told',
    key: '3',
    label: 'Praticien prévenu…',
    note: 'Qui ? Il doit répondre lui-même',
  },
  { what: 'doubt', key: '4', label: 'Doute', note: 'Sans réponse d’un praticien : le 15' },
];

const NONE: Choice = {
  what: 'ruled-out',
  key: '5',
  label: 'Aucun signe',
  note: 'Urgence écartée pour cette demande',
};

const doneText = ({ what, at, who }: Done): string =>
  what === 'practitioner-told' && who !== null
    ? `Noté à ${clockText(at)} : nous avons prévenu ${who}`
    : `Noté à ${clockText(at)} : ${actText[what].toLocaleLowerCase('fr-FR')}`;

const DoneNotice = ({ done }: { readonly done: Done }) =>
  done.what === 'doubt' || done.what === 'practitioner-told' ? (
    <Notice tone="amber" title={doneText(done)}>
      Tant qu’aucun praticien n’a répondu, c’est le 15. La question reste affichée en haut de l’écran.
    </Notice>
  ) : (
    <Notice tone="brand" title={doneText(done)}>
      Échap pour reprendre où vous en étiez.
    </Notice>
  );

interface Props {
  readonly mayRuleOut: boolean;
  readonly done: Done | null;
  readonly onChoose: (what: UrgencyAct) => void;
}

export const Outcomes = ({ mayRuleOut, done, onChoose }: Props) => (
  <section className="urg-outcomes" aria-label="Ce qui est fait">
    {done === null ? null : (
      <div role="status">
        <DoneNotice done={done} />
      </div>
    )}
    {[...CHOICES, ...(mayRuleOut ? [NONE] : [])].map(({ what, key, label, note }) => (
      <button key={what} type="button" data-what={what} onClick={() => onChoose(what)}>
        <Kbd>{key}</Kbd>
        <span>
          <b>{label}</b>
          <small>{note}</small>
        </span>
      </button>
    ))}
  </section>
);
