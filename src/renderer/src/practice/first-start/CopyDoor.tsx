import { useQueryClient } from '@tanstack/react-query';
import { Elsewhere } from '../door/Elsewhere.tsx';

/** The PC is new, the house is not: all that is left is a stick and a sheet of paper. */
export const CopyDoor = ({ onBack }: { readonly onBack: () => void }) => {
  const queries = useQueryClient();
  return (
    <section className="fs-step" aria-labelledby="fs-title">
      <h1 id="fs-title">Retrouver ma maison</h1>
      <p className="fs-lead">
        Le poste est neuf, la maison ne l’est pas : il faut une sauvegarde, et le code de récupération.
      </p>
      <Elsewhere onBack={onBack} onOpen={() => queries.invalidateQueries()} />
    </section>
  );
};
