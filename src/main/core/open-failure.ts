/** Why a data folder could not be opened, in words: what happened, what is safe, what can be done. */
import Database from 'better-sqlite3';
import type { CopyListed } from '../../contract/copy-listed.ts';
import type { OpenFailure } from '../../contract/gate.ts';
import { COPIES, DATABASE, ENVELOPE, LOCK } from './data-files.ts';
import { frenchMoment, frenchTime } from './french.ts';
import { EnvelopeMissingError, EnvelopeUnreadableError } from './keys/envelope.ts';
import { FolderHeldError } from './lock.ts';
import { MigrationChangedError, NewerFileError } from './migrate.ts';

/** The envelope's key does not open the file beside it. */
export class WrongKeyError extends Error {}
/** The envelope holds no key that this PC can reach. */
export class NeedsRecoveryCodeError extends Error {
  readonly reason: 'sealed-elsewhere' | 'no-seal';
  constructor(reason: 'sealed-elsewhere' | 'no-seal') {
    super(reason);
    this.reason = reason;
  }
}
export class DamagedFileError extends Error {
  readonly reason: 'missing' | 'empty' | 'unreadable';
  constructor(reason: 'missing' | 'empty' | 'unreadable') {
    super(reason);
    this.reason = reason;
  }
}

export interface FailureContext {
  readonly now: number;
  readonly zone: string;
  /** Newest first. Looked up only when a copy could help. */
  readonly copies: () => readonly CopyListed[];
}

type Code = OpenFailure['code'];
type Copies = NonNullable<OpenFailure['copies']>;

const failure = (
  code: Code,
  file: string,
  sentences: readonly string[],
  since: number | null = null,
): OpenFailure => ({ code, file, message: sentences.join(' '), since });

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

// SHMSIZE: the index of the log could not grow, the first thing that a full disk refuses.
const FULL = /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/;
const DAMAGED = /^(SQLITE_CORRUPT|SQLITE_NOTADB)/;
const UNWRITABLE =
  /^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR)|EACCES|EPERM|EROFS|ENOTDIR|ENOENT|EEXIST|EISDIR|EIO|ENAMETOOLONG|ELOOP)/;

const UNTOUCHED = 'Rien n’a été modifié.';

/** @returns null for what is a bug, whose words would help nobody: see `unexplained` */
export const explain = (error: unknown, context: FailureContext): OpenFailure | null => {
  const code = codeOf(error);
  if (error instanceof FolderHeldError) return heldByAnother(error, context);
  if (error instanceof NeedsRecoveryCodeError) return needsRecoveryCode(error);
  if (error instanceof EnvelopeMissingError || error instanceof EnvelopeUnreadableError)
    return envelopeLost(error, context);
  if (error instanceof WrongKeyError) return wrongKey(context);
  if (error instanceof NewerFileError) return newerVersion();
  if (error instanceof MigrationChangedError) return otherBuild();
  if (error instanceof DamagedFileError) return damaged(error.reason, context);
  if (error instanceof Database.SqliteError && DAMAGED.test(code)) return damaged('unreadable', context);
  if (FULL.test(code)) return diskFull();
  if (UNWRITABLE.test(code)) return unwritable(code);
  return null;
};

/** @param reference under which the local log tells the rest */
export const unexplained = (reference: string): OpenFailure =>
  failure('unknown', DATABASE, [
    `Parvis n’a pas pu ouvrir « ${DATABASE} », pour une raison qu’il ne connaît pas (référence ${reference}, dans le journal technique du dossier de données).`,
    UNTOUCHED,
    `Redémarrez le poste et relancez Parvis ; si cela recommence, transmettez cette référence à la personne qui suit Parvis.`,
  ]);

const heldByAnother = (error: FolderHeldError, { now, zone }: FailureContext): OpenFailure => {
  const { holder } = error;
  const who = holder
    ? `« ${holder.program} » (processus ${holder.pid} du poste ${holder.pc}) depuis ${frenchTime(holder.since, now, zone)}`
    : 'un autre programme';
  return failure(
    'held-by-another',
    LOCK,
    [
      `Ce dossier de données est déjà utilisé par ${who}.`,
      `Deux programmes n’y écrivent jamais en même temps : rien n’est perdu, rien n’a été modifié.`,
      `Revenez à la fenêtre déjà ouverte, ou fermez l’autre programme, puis réessayez.`,
    ],
    holder?.since ?? null,
  );
};

const needsRecoveryCode = ({ reason }: NeedsRecoveryCodeError): OpenFailure =>
  failure('needs-recovery-code', ENVELOPE, [
    reason === 'sealed-elsewhere'
      ? `La clé de « ${DATABASE} » est scellée, dans « ${ENVELOPE} », pour une autre session ou un autre poste : elle ne s’ouvre pas d’ici.`
      : `La clé de « ${DATABASE} » ne peut pas être lue sur ce poste : « ${ENVELOPE} » ne l’ouvre qu’avec le code de récupération.`,
    `Les données sont intactes, et toujours chiffrées.`,
    `Saisissez le code de récupération, imprimé au premier démarrage (huit groupes de quatre caractères).`,
  ]);

const envelopeLost = (
  error: EnvelopeMissingError | EnvelopeUnreadableError,
  context: FailureContext,
): OpenFailure =>
  withCopies(context, (offer) =>
    failure('envelope-missing', ENVELOPE, [
      error instanceof EnvelopeMissingError
        ? `Le fichier « ${ENVELOPE} », qui garde la clé, n’est plus à côté de « ${DATABASE} ».`
        : `Le fichier « ${ENVELOPE} », qui garde la clé, est abîmé : il ne se lit plus.`,
      `« ${DATABASE} » est intact, mais il ne s’ouvre pas sans cette clé. ${UNTOUCHED}`,
      `Remettez « ${ENVELOPE} » à sa place : il y en a une copie avec chaque sauvegarde, dans « ${COPIES} ».`,
      offer,
    ]),
  );

const wrongKey = (context: FailureContext): OpenFailure =>
  withCopies(context, (offer) =>
    failure('wrong-key', DATABASE, [
      `La clé gardée dans « ${ENVELOPE} » n’ouvre pas « ${DATABASE} » : l’un des deux vient d’une autre installation, ou le début du fichier est abîmé.`,
      UNTOUCHED,
      `Remettez ensemble le fichier et son enveloppe, tels qu’ils étaient.`,
      offer,
    ]),
  );

const newerVersion = (): OpenFailure =>
  failure('from-newer-version', DATABASE, [
    `« ${DATABASE} » a été enregistré par une version plus récente de Parvis.`,
    `Cette version-ci ne l’a pas ouvert, pour ne rien abîmer. ${UNTOUCHED}`,
    `Installez la dernière version de Parvis, puis relancez-le.`,
  ]);

const otherBuild = (): OpenFailure =>
  failure('from-newer-version', DATABASE, [
    `« ${DATABASE} » a été préparé par une autre version de Parvis, dont l’historique diffère de celle-ci.`,
    `Cette version-ci ne l’a pas ouvert, pour ne rien abîmer. ${UNTOUCHED}`,
    `Relancez la version de Parvis utilisée jusque-là, ou installez la dernière.`,
  ]);

const WHAT_IS_DAMAGED = {
  missing: `Le fichier « ${DATABASE} » n’est plus dans le dossier de données, alors que sa clé y est.`,
  empty: `Le fichier « ${DATABASE} » est vide, alors que sa clé est là.`,
  unreadable: `Le fichier « ${DATABASE} » est abîmé : sa clé est la bonne, mais il ne se lit plus.`,
} as const;

const damaged = (reason: DamagedFileError['reason'], context: FailureContext): OpenFailure =>
  withCopies(context, (offer) =>
    failure('damaged', DATABASE, [
      WHAT_IS_DAMAGED[reason],
      `Parvis l’a laissé tel quel : ${UNTOUCHED.toLowerCase()}`,
      offer,
    ]),
  );

const diskFull = (): OpenFailure =>
  failure('unwritable', DATABASE, [
    `Le disque du dossier de données est plein : Parvis ne peut pas ouvrir « ${DATABASE} ».`,
    `Tout ce qui était enregistré l’est toujours.`,
    `Libérez de la place sur ce disque, puis réessayez.`,
  ]);

const unwritable = (code: string): OpenFailure =>
  failure('unwritable', DATABASE, [
    `Parvis ne peut pas lire ou écrire dans son dossier de données (« ${DATABASE} », ${code}).`,
    UNTOUCHED,
    `Vérifiez que le disque est branché et que votre session a le droit d’écrire dans ce dossier, puis réessayez.`,
  ]);

const withCopies = (context: FailureContext, build: (offer: string) => OpenFailure): OpenFailure => {
  const copies: Copies = [...context.copies()];
  const newest = copies[0];
  const offer = newest
    ? `La sauvegarde la plus récente qui s’ouvre est celle du ${frenchMoment(newest.at, context.zone)} : « ${COPIES}/${newest.file} ».`
    : `Aucune sauvegarde utilisable n’a été trouvée dans « ${COPIES} » : si vous en gardez ailleurs, remettez-la dans ce dossier.`;
  return { ...build(offer), copies };
};
