/** Files go to the desk in pieces, so that a large one neither blocks it nor trips the limit of a call. */
import { IMPORT_PIECE, LARGEST_IMPORT_FILE } from '../../../contract/exchange-words.ts';
import { client } from '../api/client.ts';
import { FileGone, FileRefused } from './failure.ts';

const pieceOf = async (file: File, from: number, to: number): Promise<Blob> => {
  try {
    return new Blob([await file.slice(from, to).arrayBuffer()]);
  } catch {
    throw new FileGone();
  }
};

/** @throws FileGone, FileRefused, or what the desk answers */
export const sendFile = async (
  session: string,
  file: File,
  onSent: (bytes: number) => void,
): Promise<void> => {
  if (file.size === 0) throw new FileRefused('empty');
  if (file.size > LARGEST_IMPORT_FILE) throw new FileRefused('too-large');
  for (let from = 0; from < file.size; from += IMPORT_PIECE) {
    const to = Math.min(from + IMPORT_PIECE, file.size);
    const bytes = await pieceOf(file, from, to);
    await client.exchange.addChunk({ session, name: file.name, bytes, last: to === file.size });
    onSent(to);
  }
};
