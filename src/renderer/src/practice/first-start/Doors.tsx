import {
  IconArrowRight,
  IconBuildingCommunity,
  IconDatabaseImport,
  IconHistory,
  IconMasksTheater,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Door } from './Assistant.tsx';

const doors = [
  {
    door: 'new',
    icon: IconBuildingCommunity,
    title: 'Ouvrir ma maison',
    text: 'Son nom, ses praticiens, qui est à l’accueil. Cinq minutes, et tout se change ensuite.',
  },
  {
    door: 'take-over',
    icon: IconDatabaseImport,
    title: 'Reprendre un ancien agenda',
    text: 'Praticiens, horaires, patients et rendez-vous viennent des fichiers CSV de l’ancien logiciel. Vous voyez tout avant que rien ne soit écrit.',
  },
  {
    door: 'copy',
    icon: IconHistory,
    title: 'Retrouver ma maison sur ce poste neuf',
    text: 'Depuis une sauvegarde sur une clé ou un serveur, avec le code de récupération.',
  },
  {
    door: 'demo',
    icon: IconMasksTheater,
    title: 'Découvrir la maison fictive',
    text: 'Une maison inventée, déjà pleine, pour essayer sans rien risquer.',
  },
] as const;

export const Doors = ({ onChoose }: { readonly onChoose: (door: Door) => void }) => {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <section className="fs-step" aria-labelledby="fs-title">
      <h1 id="fs-title">Bienvenue. Comment commencez-vous ?</h1>
      <p className="fs-lead">
        Tout reste sur ce poste, chiffré. Parvis n’envoie rien nulle part et n’a pas besoin d’Internet.
      </p>
      <ul className="fs-doors">
        {doors.map(({ door, icon: Icon, title, text }) => (
          <li key={door}>
            <button
              type="button"
              ref={door === 'new' ? first : null}
              className="fs-door"
              data-main={door === 'new' || undefined}
              onClick={() => onChoose(door)}
            >
              <Icon size={28} stroke={1.6} aria-hidden="true" />
              <span>
                <b>{title}</b>
                <small>{text}</small>
              </span>
              <IconArrowRight size={20} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
