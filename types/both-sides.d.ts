// What Node and a browser both have and the contract may name. Only tsconfig.rules.json sees this file: the other
// programs know the full declarations of their own side.
interface Blob {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}
declare const Blob: { new (parts?: readonly (string | ArrayBuffer | Uint8Array | Blob)[]): Blob };

interface URLSearchParams {
  get(name: string): string | null;
}
declare const URLSearchParams: { new (text?: string): URLSearchParams };
