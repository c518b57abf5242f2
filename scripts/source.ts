/** Any source file as a tree. */
import { parseSync } from 'vite';

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
}

/** @returns the tree, or why the file cannot be read */
export const parsed = (file: string, source: string): Node | string => {
  const { program, errors } = parseSync(file, source);
  return errors.length > 0 ? (errors[0]?.message ?? 'unreadable') : (program as unknown as Node);
};

export const lineAt = (source: string, offset: number): number => source.slice(0, offset).split('\n').length;
