/** Who calls and from which desk, as the headers of a call say it: the same over HTTP and MessagePort. */
import { ACTOR_HEADER, SEAT_HEADER, STATION_HEADER } from '../../contract/base.ts';
import type { Caller } from '../desk.ts';

const UNNAMED_STATION = 'Poste sans nom';
const STATION_MAX = 60;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

export const readCaller = (headers: Headers): Caller => ({
  actorId: actorId(headers[ACTOR_HEADER]),
  seat: seat(headers[SEAT_HEADER]),
  station: station(headers[STATION_HEADER]),
});

const actorId = (header: Headers[string]): number | null => {
  if (typeof header !== 'string' || !/^[1-9]\d{0,15}$/.test(header)) return null;
  const id = Number(header);
  return Number.isSafeInteger(id) ? id : null;
};

const seat = (header: Headers[string]): string | null =>
  typeof header === 'string' && /^[\w-]{1,64}$/.test(header) ? header : null;

/** Kept in the journal for ever: one line of printable text, whatever was sent. */
const station = (header: Headers[string]): string => {
  if (typeof header !== 'string') return UNNAMED_STATION;
  let name: string;
  try {
    name = decodeURIComponent(header);
  } catch {
    return UNNAMED_STATION;
  }
  const line = name.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return [...line].slice(0, STATION_MAX).join('') || UNNAMED_STATION;
};
