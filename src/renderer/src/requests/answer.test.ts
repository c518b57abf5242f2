/** Whoever asked for a patient is rung as well: when that is offered, by when, and which of the two a digit means. */
import { describe, expect, test } from 'vitest';
import { StaffId } from '../../../contract/ids.ts';
import { answerOf, digitsMean, isAskedFor, mayAnswer, rungToo, rungTooText } from './answer.ts';

const asked = { origin: 'pharmacy', professional: 'Pharmacie fictive', patientAgrees: true } as const;

describe('The answer to the professional', () => {
  test('is offered once the patient agrees, behind a professional’s door, to somebody with a name', () => {
    expect(mayAnswer(asked)).toBe(true);
    expect(mayAnswer({ ...asked, patientAgrees: null })).toBe(false);
    expect(mayAnswer({ ...asked, patientAgrees: false })).toBe(false);
    expect(isAskedFor({ ...asked, professional: ' ' })).toBe(false);
    expect(isAskedFor({ ...asked, origin: 'call' })).toBe(false);
  });

  test('is due with the call to the patient and by the same person, unless something else is said', () => {
    const owner = { kind: 'staff', staffId: StaffId.parse(2) } as const;
    expect(answerOf(rungToo, { due: 10, owner: null })).toEqual({ due: 10 });
    expect(answerOf({ due: 20, phone: ' 01 99 00 12 34 ' }, { due: 10, owner })).toEqual({
      due: 20,
      owner,
      phone: '01 99 00 12 34',
    });
  });

  test('takes the digits once it is known when the patient is rung', () => {
    expect(digitsMean({ due: null, answer: null })).toBe('patient');
    expect(digitsMean({ due: null, answer: rungToo })).toBe('patient');
    expect(digitsMean({ due: 10, answer: null })).toBe('patient');
    expect(digitsMean({ due: 10, answer: rungToo })).toBe('answer');
  });

  test('names whose door it was', () => {
    expect(rungTooText('pharmacy')).toBe('Rappeler aussi la pharmacie');
    expect(rungTooText('nurse')).toBe('Rappeler aussi l’infirmier');
  });
});
