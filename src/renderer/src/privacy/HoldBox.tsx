import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientId } from '../../../contract/ids.ts';
import { api, queryClient } from '../api/query.ts';
import { showError, showSuccess } from '../app/notify.ts';

/** A dispute under way keeps everything: by hand, with why and under somebody's initials. */
export const HoldBox = ({ id, onClose }: { readonly id: PatientId; readonly onClose: () => void }) => {
  const about = { kind: 'patient', id } as const;
  const { data } = useQuery(api.privacy.erasable.queryOptions({ input: { about } }));
  const [why, setWhy] = useState('');
  const hold = useMutation(
    api.privacy.setHold.mutationOptions({
      onSuccess: async (_, sent) => {
        showSuccess(
          sent.why === null ? 'Le litige est terminé.' : 'Le litige est noté : rien ne sera effacé.',
        );
        // Closed at once: what is opened next is not closed in its place.
        onClose();
        await queryClient.invalidateQueries({ queryKey: api.privacy.key() });
      },
      onError: showError,
    }),
  );
  const standing = data?.hold ?? null;
  return (
    <form
      className="person-data-erase"
      aria-label="Litige en cours"
      onSubmit={(event) => {
        event.preventDefault();
        if (standing === null) hold.mutate({ id, why });
        else hold.mutate({ id, why: null });
      }}
    >
      {standing === null ? (
        <TextInput
          label="Pourquoi rien ne doit être effacé"
          description="Par exemple : plainte reçue de la CPAM le 12 mars."
          value={why}
          autoFocus
          maxLength={300}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      ) : (
        <p>
          Litige en cours : <span className="pv-name">{standing.why}</span>. Rien n’est effacé tant qu’il
          dure.
        </p>
      )}
      <div className="person-data-keys">
        <Button type="submit" loading={hold.isPending} disabled={standing === null && why.trim().length < 3}>
          {standing === null ? 'Noter le litige' : 'Le litige est terminé'}
        </Button>
        <Button variant="default" onClick={onClose}>
          Fermer
        </Button>
      </div>
    </form>
  );
};
