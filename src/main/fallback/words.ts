/** Why the sheets were not written, in French: what happened, what is safe, what to do. */
const KEPT = 'Rien n’est perdu dans Parvis, et les feuilles déjà écrites sont encore là';

export const writeFailed = (error: unknown, reference: string): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOSPC|EDQUOT)/.test(code))
    return `Il n’y a plus de place dans le dossier de secours. ${KEPT} ; libérez-y de la place : Parvis réessaie dans quelques minutes.`;
  if (/^(EROFS|EACCES|EPERM)/.test(code))
    return `Le dossier de secours ne se laisse plus écrire (clé protégée, droits retirés, fichier ouvert ailleurs). ${KEPT} ; rendez-le accessible en écriture : Parvis réessaie dans quelques minutes.`;
  if (/^(ENOENT|ENOTDIR)/.test(code))
    return 'Le dossier de secours n’est pas là (clé retirée, réseau coupé, dossier déplacé). Rien n’est perdu dans Parvis ; rebranchez-le ou choisissez-en un autre : Parvis réessaie dans quelques minutes.';
  if (/^(EIO|ENODEV|ENXIO|ESTALE|EHOSTDOWN|ETIMEDOUT)/.test(code))
    return `L’écriture dans le dossier de secours s’est interrompue (clé retirée, réseau coupé, support abîmé). ${KEPT} ; rebranchez-le : Parvis réessaie dans quelques minutes.`;
  return `Les feuilles de secours n’ont pas pu être écrites (référence ${reference}). ${KEPT} ; Parvis réessaie dans quelques minutes.`;
};
