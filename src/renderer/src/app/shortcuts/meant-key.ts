/**
 * What somebody means by a key inside a list: on a French keyboard the digit row writes « & é " ' ( » without Shift, and
 * with Caps Lock every letter is a capital. The key counts, not the character that it happens to write.
 */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
}

/** The digit on the key, whatever it writes; null for any other key. */
export const digitKey = ({ code }: Pick<PressedKey, 'code'>): string | null =>
  /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null;

/** `1`, `m`, `Enter`… */
export const meantKey = (event: PressedKey): string =>
  digitKey(event) ?? (event.key.length === 1 ? event.key.toLocaleLowerCase('fr-FR') : event.key);
