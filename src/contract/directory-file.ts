import * as z from 'zod';

/** Why a file is not taken into the directory. */
export const DirectoryFileReason = z.enum([
  'empty',
  /** Still packed. */
  'archive',
  'mssante',
  'prosanteconnect',
  /** « SavoirFaire » or « Dipl_AutExerc » of the same publication. */
  'other-extraction',
  'patients',
  'not-utf8',
  'columns-missing',
  'unknown',
  /** Its last line ends in the middle. */
  'cut',
]);
export type DirectoryFileReason = z.infer<typeof DirectoryFileReason>;
