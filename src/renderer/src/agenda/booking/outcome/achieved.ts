/** What the panel says once a request has ended: what was done, and what to say on the phone. Pure. */

import { phoneToGive } from '../../../../../contract/directory-words.ts';
import { phonePairs } from '../../../../../contract/display.ts';
import type { Practitioner } from '../../../../../contract/practice.ts';
import type { Redirection } from '../../../../../contract/redirections.ts';
import type { Closing } from '../../../../../contract/requests.ts';
import type { LocalNow } from '../../../../../contract/time.ts';
import { whomText } from '../../../redirections/text.ts';
import { deadlineText } from '../../../requests/due.ts';
import type { Owners } from '../../../requests/owner.ts';
import { redirectedText } from '../../../requests/said.ts';
import type { Achieved } from '../draft.ts';

interface House {
  readonly now: LocalNow;
  readonly zone: string;
  readonly owners: Owners;
  readonly practitioners: readonly Practitioner[];
  /** Who asked for the patient, behind a professional's door. */
  readonly professional: string;
}

export const achievedBy = (closing: Closing, house: House): Achieved => {
  switch (closing.kind) {
    case 'callback': {
      const { callback, answer } = closing;
      const due = 'due' in callback ? callback.due : null;
      const owner = 'due' in callback ? (callback.owner ?? house.owners.me) : null;
      const by = owner === null ? 'Nous vous rappelons' : `${house.owners.nameOf(owner)} vous rappelle`;
      return {
        title: answer === undefined ? 'Rappel promis' : 'Deux rappels promis',
        say: due === null ? null : `${by} avant ${deadlineText(due, house.now, house.zone)}.`,
        note:
          answer === undefined
            ? 'Le rappel attend dans « À rappeler ».'
            : `${house.professional} : réponse avant ${deadlineText(answer.due, house.now, house.zone)}. Les deux attendent dans « À rappeler ».`,
      };
    }
    // Of a list only what holds: it is noted. Nothing tells the house when to ring, so no call is promised.
    case 'registration-list':
      return {
        title: 'Inscrit sur la liste',
        say: 'Votre demande est notée sur la liste de la maison.',
        note: null,
      };
    case 'earlier-list':
      return {
        title: 'Inscrit sur la liste « plus tôt »',
        say: 'Votre rendez-vous tient. Votre souhait de venir plus tôt est noté sur la liste de la maison.',
        note: null,
      };
    case 'redirected':
      return {
        title: `Orienté vers : ${redirectedText(closing.to, house.practitioners)}`,
        say: null,
        note: null,
      };
    case 'answered':
      return { title: 'Réponse enregistrée', say: null, note: `« ${closing.said} »` };
    case 'withdrawn':
      return { title: 'Demande retirée', say: null, note: null };
    case 'unresolved':
      return {
        title: 'Close sans solution',
        say: null,
        note: 'Elle compte parmi les demandes sans solution.',
      };
    case 'appointment':
    case 'emergency':
      return { title: 'Demande close', say: null, note: null };
  }
};

const sayOf = (sent: Redirection): string | null => {
  const whom = whomText(sent);
  const phone = phoneToGive(sent.entry);
  switch (sent.how) {
    case 'phone':
      return `${whom} : nous appelons pour vous.`;
    case 'letter':
      return `${whom} : une lettre sera prête à l’accueil, une fois signée.`;
    case 'patient-told':
      return phone === null ? `À contacter : ${whom}.` : `${whom} : c’est le ${phonePairs(phone)}.`;
  }
};

/** Sent on, and followed: what to say, and by when somebody looks again. */
export const achievedBySending = (sent: Redirection, { now, zone }: House): Achieved => ({
  title: `Orienté vers : ${whomText(sent)}`,
  say: sayOf(sent),
  note: `Réponse attendue avant ${deadlineText(sent.due, now, zone)} : elle se suit dans « Orientations ».`,
  redirectionId: sent.id,
});
