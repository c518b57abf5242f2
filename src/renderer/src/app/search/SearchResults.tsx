import { PersonLine } from '../../agenda/person/PersonLine.tsx';
import { CommandHint } from '../shortcuts/CommandButton.tsx';
import type { SearchChoice } from './choices.ts';

interface Props {
  readonly id: string;
  readonly choices: readonly SearchChoice[];
  readonly active: number;
  /** Something was asked for and answered: say so when nothing was found. */
  readonly empty: boolean;
  readonly onChoose: (choice: SearchChoice) => void;
}

const Content = ({ choice }: { readonly choice: SearchChoice }) => {
  switch (choice.kind) {
    case 'person':
      return <PersonLine person={choice.person} />;
    case 'command':
      return (
        <span className="search-command">
          {choice.label} <CommandHint command={choice.command} />
        </span>
      );
    case 'screen':
      return <span className="search-command">Ouvrir : {choice.label}</span>;
  }
};

export const SearchResults = ({ id, choices, active, empty, onChoose }: Props) => (
  <div className="search-drop">
    <div id={id} role="listbox" aria-label="Résultats">
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active line
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox answers the keys
        <div
          key={choice.key}
          id={`${id}-${index}`}
          role="option"
          className="search-line"
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
        >
          <Content choice={choice} />
        </div>
      ))}
    </div>
    {empty && choices.length === 0 ? (
      <p className="search-none">Aucun résultat. Vérifiez l’orthographe, ou essayez la date de naissance.</p>
    ) : null}
  </div>
);
