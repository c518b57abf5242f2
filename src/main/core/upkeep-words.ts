/** What went wrong with a copy, in French: what happened, what is safe, what to do. */
import { dayText } from '../../contract/day-text.ts';
import { localNow } from '../../contract/time.ts';
import type { JournalFault } from './journal-check.ts';
import type { FullCheck } from './upkeep-job.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const isFull = (code: string): boolean => /^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code);

export const copyFailed = (error: unknown, reference: string): string => {
  const code = codeOf(error);
  if (isFull(code))
    return 'La sauvegarde n’a pas pu être écrite : le disque est plein. Les sauvegardes précédentes sont intactes ; libérez de la place, puis relancez la sauvegarde.';
  if (
    /^(SQLITE_(CORRUPT|NOTADB))/.test(code) ||
    (error instanceof Error && error.name === 'CopyUnfaithfulError')
  )
    return 'La sauvegarde a été abandonnée : une partie du fichier ne se lit plus. Les sauvegardes précédentes sont intactes ; faites vérifier ce poste avant de continuer.';
  return `La sauvegarde n’a pas pu être écrite (référence ${reference}). Les sauvegardes précédentes sont intactes ; vérifiez le disque, puis relancez la sauvegarde.`;
};

const SAFE = 'Les sauvegardes de ce poste sont intactes, et celles qui y sont déjà aussi';

export const carryFailed = (error: unknown, reference: string): string => {
  const code = codeOf(error);
  if (isFull(code))
    return `Il n’y a plus de place au second endroit. ${SAFE} ; libérez-y de la place : la prochaine sauvegarde réessaie.`;
  if (/^(EROFS|EACCES|EPERM)/.test(code))
    return `Le second endroit ne se laisse plus écrire (clé protégée, droits retirés). ${SAFE} ; rendez-le accessible en écriture : la prochaine sauvegarde réessaie.`;
  if (/^(EIO|ENODEV|ENXIO|ENOENT|ENOTDIR|ESTALE|EHOSTDOWN|ETIMEDOUT)/.test(code))
    return `La copie vers le second endroit s’est interrompue (clé retirée, réseau coupé, support abîmé). ${SAFE} ; rebranchez-le : la prochaine sauvegarde réessaie.`;
  return `La copie vers le second endroit a échoué (référence ${reference}). ${SAFE} ; la prochaine sauvegarde réessaie.`;
};

export const proofTrouble = (error: unknown, reference: string): string =>
  isFull(codeOf(error))
    ? 'La sauvegarde n’a pas pu être éprouvée : il n’y a pas la place de la restaurer à part. Libérez de la place ; la prochaine tentative suit.'
    : `La sauvegarde n’a pas pu être éprouvée (référence ${reference}). Elle reste en place ; la prochaine tentative suit.`;

const date = (at: number, zone: string): string => {
  const { day, minute } = localNow(at, zone);
  const clock = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':');
  return `${dayText(day, 'numeric')} à ${clock}`;
};

const faultText = ({ entry, why, at }: JournalFault, zone: string): string => {
  const of = at === null ? '' : `, du ${date(at, zone)},`;
  switch (why) {
    case 'altered':
      return `l’entrée ${entry}${of} a été modifiée, déplacée ou ajoutée en dehors de Parvis`;
    case 'contents-altered':
      return `ce que dit l’entrée ${entry}${of} a été modifié en dehors de Parvis`;
    case 'missing':
      return `l’entrée ${entry} n’est plus là, ou plus entière${at === null ? '' : ` (la dernière lue est du ${date(at, zone)})`}`;
    case 'erased-without-a-word':
      return `le contenu de l’entrée ${entry}${of} a été effacé sans que rien ne le dise`;
    case 'not-this-journal':
      return `à l’entrée ${entry}${of} ce n’est plus le journal de cette maison, ou il a été réécrit depuis son début`;
  }
};

export const verdict = (check: FullCheck, zone: string): string | null => {
  if (check.ok) return null;
  return check.where === 'file'
    ? 'La vérification a trouvé une partie abîmée dans le fichier des données. Les sauvegardes précédentes sont intactes et gardées ; ne les effacez pas, et faites vérifier le disque de ce poste.'
    : `La vérification a trouvé une anomalie dans le journal : ${faultText(check, zone)}. Les agendas ne sont pas touchés ; gardez les sauvegardes et prévenez la personne qui suit Parvis.`;
};
