/**
 * The département that a postal code lies in: its first two digits; overseas three; Corsica is told apart by the third
 * (200 and 201 are Corse-du-Sud, 202 and 206 Haute-Corse). A few communes at a border are served from next door: good
 * enough to look for somebody, never to bill.
 */
export const departementOf = (postalCode: string | null): string | null => {
  const code = postalCode?.trim() ?? '';
  if (!/^\d{5}$/.test(code)) return null;
  if (/^9[78]/.test(code)) return code.slice(0, 3);
  if (code.startsWith('20')) return code < '20200' ? '2A' : '2B';
  return code.slice(0, 2);
};
