export interface Unsealed {
  readonly bytes: Uint8Array;
  /** The store has changed its own key since: what it just opened should be sealed again, while it still opens. */
  readonly renew: boolean;
}

/**
 * The system's own key store, as the core sees it; the shell brings one (`safeStorage`), other hosts have none.
 * A store that anybody on the PC can read (Linux `basic_text`) is no seal: it must come with `available: false`.
 */
export interface Sealer {
  /** « DPAPI », « Keychain », « gnome_libsecret »…: kept beside what it sealed, for messages. */
  readonly name: string;
  readonly available: boolean;
  seal(bytes: Uint8Array): Promise<Uint8Array>;
  unseal(bytes: Uint8Array): Promise<Unsealed>;
}
