/** « de Sophie », « d’Armelle ». A name in H or Y keeps its « de »: nobody can hear from the letters alone. */
export const ofPerson = (name: string): string =>
  /^[aeiouâàäéèêëîïôöûüœæ]/iu.test(name) ? `d’${name}` : `de ${name}`;
