/** Patients: what is understood goes to its field, what is not is kept in the note rather than lost. */
import type { Phone } from '../../../contract/patients.ts';
import type { Day } from '../../../contract/time.ts';
import type { PreparedPatient, SourceFile } from './prepared.ts';
import { type Cells, eachLine, type Notes, warn } from './reader.ts';
import { readBirth, readSex } from './values.ts';

/** @returns null when it is no phone number of anywhere */
export type ReadPhone = (text: string) => Phone | null;

const LONGEST_NAME = 100;

/** Without a code column, the identity itself recognises the person at the next import. */
const codeOf = (cells: Cells): string =>
  cells('code') ||
  ['birthName', 'givenNames', 'birth'].map((field) => cells(field).toLocaleUpperCase('fr-FR')).join('|');

export const checkPatients = (
  file: SourceFile,
  notes: Notes,
  today: Day,
  readPhone: ReadPhone,
  knownDoctors: ReadonlySet<string>,
): PreparedPatient[] => {
  const taken: PreparedPatient[] = [];
  const thisYear = Number(today.slice(0, 4));
  eachLine(file, notes, codeOf, (cells, code) => {
    const birthName = cells('birthName');
    if (!birthName) return 'birth-name-missing';
    if ([birthName, cells('usedName'), cells('givenNames')].some((name) => name.length > LONGEST_NAME))
      return 'name-too-long';
    const birth = readBirth(cells('birth'), thisYear);
    if (!birth) return 'birth-date-invalid';
    if (birth.precision === 'day' && birth.value > today) return 'birth-date-in-future';
    if (birth.precision === 'unknown') warn(notes, 'birth-date-missing', code);
    if (!cells('givenNames')) warn(notes, 'given-name-missing', code);

    const lost: string[] = [];
    const phones: Phone[] = [];
    for (const text of [cells('mobile'), cells('phone')]) {
      if (!text) continue;
      const phone = readPhone(text);
      if (!phone) {
        warn(notes, 'phone-unreadable', code);
        lost.push(`Téléphone (ancien logiciel) : ${text}`);
      } else if (!phones.some(({ e164 }) => e164 === phone.e164)) phones.push(phone);
    }
    const email = cells('email');
    const emailReadable = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email);
    if (email && !emailReadable) {
      warn(notes, 'email-unreadable', code);
      lost.push(`E-mail (ancien logiciel) : ${email}`);
    }
    const doctor = cells('doctor');
    if (doctor && !knownDoctors.has(doctor)) {
      warn(notes, 'unknown-doctor', code);
      lost.push(`Médecin traitant (ancien logiciel) : ${doctor}`);
    }
    taken.push({
      code,
      birthName,
      usedName: cells('usedName') || null,
      givenNames: cells('givenNames'),
      birth,
      sex: readSex(cells('sex')),
      phones,
      email: emailReadable ? email : null,
      address: cells('address') || null,
      postalCode: cells('postalCode') || null,
      city: cells('city') || null,
      doctor: knownDoctors.has(doctor) ? doctor : null,
      note: lost.length > 0 ? lost.join('\n') : null,
    });
    return null;
  });
  return taken;
};
