/** A former agenda of any size, openly fictitious, as its software would export it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const two = (n: number): string => String(n).padStart(2, '0');
const five = (n: number): string => String(n).padStart(5, '0');

/** Two practitioners, one place every quarter of an hour from 8:00 to 18:00, from 4 January 2027 on. */
export const writeFormerAgenda = (folder: string, patients: number, appointments: number): void => {
  mkdirSync(folder, { recursive: true });
  const save = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, name), Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'));
  save('praticiens.csv', [
    'Code;Civilité;Nom;Prénom;Profession',
    'A1;Dr;Fictif;Aline;Médecin généraliste',
    'A2;Mme;Exemple;Noé;Infirmier',
  ]);
  save('patients.csv', [
    'Code;Nom de naissance;Prénom;Né(e) le;Mobile',
    ...Array.from(
      { length: patients },
      (_, n) =>
        `B${five(n)};Essai${five(n)};Noémie;${two(1 + (n % 28))}/0${1 + (n % 9)}/19${two(30 + (n % 60))};0639 98 ${two(Math.floor(n / 100) % 100)} ${two(n % 100)}`,
    ),
  ]);
  const start = Temporal.PlainDate.from('2027-01-04');
  save('rendez-vous.csv', [
    'N°;Praticien;Patient;Date;Heure;Durée;Motif;Statut',
    ...Array.from({ length: appointments }, (_, n) => {
      const slot = Math.floor(n / 2);
      const day = start.add({ days: Math.floor(slot / 40) });
      const minute = 480 + (slot % 40) * 15;
      return `C${five(n)};A${1 + (n % 2)};B${five(n % patients)};${two(day.day)}/${two(day.month)}/${day.year};${two(Math.floor(minute / 60))}:${two(minute % 60)};15;Consultation;Prévu`;
    }),
  ]);
};
