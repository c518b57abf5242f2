import { Button, Code } from '@mantine/core';
import { shell } from '../../app/shell.ts';

/** Says what the fictitious house is, where it lives, and how to open it: this program cannot be two houses at once. */
export const DemoDoor = ({ onBack }: { readonly onBack: () => void }) => (
  <section className="fs-step" aria-labelledby="fs-title">
    <h1 id="fs-title">La maison fictive</h1>
    <p className="fs-lead">
      Douze praticiens et des patients inventés, des journées pleines autour d’aujourd’hui : de quoi prendre,
      déplacer et annuler sans rien risquer.
    </p>
    <ul className="fs-points">
      <li>Elle vit dans son propre dossier de données : la vôtre n’est ni lue ni modifiée.</li>
      <li>Elle le dit à l’écran en permanence, pour qu’on ne la prenne pas pour la vraie.</li>
      <li>On la referme et on l’oublie ; votre premier démarrage vous attend ici.</li>
    </ul>
    <div className="fs-how">
      <p>Fermez Parvis, puis lancez-la :</p>
      <Code block>{shell() === undefined ? 'npm run demo' : 'Parvis --demo'}</Code>
      <p className="set-quiet">
        {shell() === undefined
          ? 'Dans le dossier où Parvis a été téléchargé.'
          : 'Le même programme, avec cette option ; depuis les sources, « npm run demo ».'}
      </p>
    </div>
    <footer className="fs-foot">
      <Button variant="default" onClick={onBack}>
        Retour
      </Button>
    </footer>
  </section>
);
