/** Redirections as lines of a person's path. Pure. */
import type { RedirectionEvent } from '../../../contract/redirections.ts';
import type { LocalNow } from '../../../contract/time.ts';
import { deadlineText } from '../requests/due.ts';
import type { PathLine } from '../requests/path/path-line.ts';
import { whomText } from './text.ts';
import { hows } from './words.ts';

type Said = Pick<PathLine, 'tone' | 'shape' | 'title' | 'detail' | 'plain'>;

const said = (event: RedirectionEvent, now: LocalNow, zone: string): Said => {
  const { what } = event;
  const whom = whomText(event);
  switch (what.kind) {
    case 'started':
      return {
        tone: 'amber',
        shape: 'ring',
        title: `Orientation suivie : ${whom}`,
        detail: `${hows[what.how].label}, réponse attendue avant ${deadlineText(what.due, now, zone)}`,
        plain: true,
      };
    case 'postponed':
      return {
        tone: 'grey',
        shape: 'ring',
        title: `${whom} : réponse attendue avant ${deadlineText(what.due, now, zone)}`,
        detail: null,
      };
    case 'tried':
      return { tone: 'grey', shape: 'ring', title: `${whom} : appelé, pas de réponse`, detail: null };
    case 'contacted':
      return { tone: 'blue', shape: 'dot', title: `${whom} : joint, réponse à venir`, detail: null };
    case 'accepted':
      return { tone: 'green', shape: 'check', title: `${whom} : accepté`, detail: null };
    case 'full':
      return { tone: 'red', shape: 'cross', title: `${whom} : complet`, detail: null };
    case 'unreachable':
      return { tone: 'red', shape: 'cross', title: `${whom} : injoignable`, detail: null };
    case 'not-gone':
      return { tone: 'grey', shape: 'ring', title: `${whom} : n’y est pas allée`, detail: null };
    case 'undone':
      return { tone: 'grey', shape: 'ring', title: `${whom} : dernière étape annulée`, detail: null };
  }
};

export const redirectionPath = (
  events: readonly RedirectionEvent[],
  now: LocalNow,
  zone: string,
): readonly PathLine[] =>
  events.map((event, index) => ({
    key: `redirection ${events.length - index}`,
    at: event.at,
    by: event.by,
    ...said(event, now, zone),
  }));
