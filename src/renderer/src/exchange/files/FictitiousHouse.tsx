import { useHouse } from '../../app/now.ts';

/** What is taken over into the demonstration goes with it. */
export const FictitiousHouse = () =>
  useHouse()?.demo ? (
    <p className="imp-demo" role="note">
      {
        'Vous êtes dans la maison fictive, refaite à neuf chaque jour : ce que vous y reprenez disparaîtra avec elle. Pour votre maison, ouvrez Parvis sans la démonstration.'
      }
    </p>
  ) : null;
