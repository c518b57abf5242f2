/** Another Parvis of this person serves this folder: what a second `npm start` wants is a window on that one. */
import { INVITATION_PATH } from '../../contract/http.ts';
import { readHostFile } from './host-file.ts';

/** A host that does not answer a local request by then is gone or stuck. */
const WAIT_MS = 2000;

/** @returns a new one-time address of the host that serves the folder, or null when none answers */
export const addressOfOpenHost = async (folder: string): Promise<string | null> => {
  const host = readHostFile(folder);
  if (host === null) return null;
  try {
    const response = await fetch(`${host.url}${INVITATION_PATH}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${host.bearer}` },
      signal: AbortSignal.timeout(WAIT_MS),
    });
    const answer: unknown = await response.json();
    if (typeof answer !== 'object' || answer === null || !('address' in answer)) return null;
    const { address } = answer;
    return typeof address === 'string' && address.startsWith(`${host.url}/#`) ? address : null;
  } catch {
    return null;
  }
};
