/**
 * Which address may leave Parvis for the system's own programs (browser, mail, telephone).
 *
 * Threat: a text of an imported file becomes a link, and a click starts a program (`file:`, `ms-msdt:`, `smb:`…) or
 * attaches a local file to a mail. Defence: three kinds of address, rebuilt from their parsed parts.
 */
const LONGEST = 2048;
const MAIL_FIELDS = new Set(['subject', 'body', 'cc']);
const PHONE = /^\+?[0-9]{3,15}$/;

/** The address to open, or null when it may not. */
export const externalUrl = (address: string): string | null => {
  if (address.length > LONGEST) return null;
  const url = URL.parse(address);
  switch (url?.protocol) {
    case 'https:':
      return url.username === '' && url.password === '' ? url.href : null;
    case 'mailto:':
      return [...url.searchParams.keys()].every((field) => MAIL_FIELDS.has(field.toLowerCase()))
        ? url.href
        : null;
    case 'tel:': {
      // Percent signs but for a space (URL parsing writes it %20) hide star codes that change how a line behaves.
      const number = url.pathname.replaceAll('%20', '').replace(/[\s.()-]/g, '');
      return PHONE.test(number) && url.search === '' ? `tel:${number}` : null;
    }
    default:
      return null;
  }
};
