/** The one inner part of pdfmake that is needed: `structure.ts` says why. As of 0.3.11. */
declare module 'pdfmake/js/Renderer.js' {
  export interface Line {
    readonly inlines: readonly {
      readonly tag?: string;
      readonly piece?: number;
      readonly inTable?: number;
      readonly inRow?: number;
    }[];
  }
  export interface StructureElement {
    add(child: unknown): void;
    end(): void;
  }
  export interface TaggedDocument {
    /** The page being drawn. */
    readonly page: object;
    markContent(tag: 'Artifact'): void;
    markStructureContent(tag: string): unknown;
    endMarkedContent(): void;
    struct(tag: string): StructureElement;
    addStructure(element: StructureElement): void;
  }
  export interface Renderer {
    readonly pdfDocument: TaggedDocument;
    renderLine(line: Line, x: number, y: number): void;
    renderVector(vector: unknown): void;
  }
  const required: { readonly default: { readonly prototype: Renderer } };
  // biome-ignore lint/style/noDefaultExport: a CommonJS module, described as it is.
  export default required;
}
