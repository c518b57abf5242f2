/**
 * What a screen reader follows in the PDF. pdfmake says « tagged » and then marks nothing, which is worse than silence:
 * a reader would find an empty page. Here each line goes under the heading, paragraph or item that it belongs to, and
 * what is only drawn is marked as decoration. It reaches into pdfmake's renderer, at a pinned version, and a test reads
 * the structure back.
 */
import rendererModule, { type Line, type Renderer, type StructureElement } from 'pdfmake/js/Renderer.js';

const decorated = (renderer: Renderer, draw: () => void): void => {
  renderer.pdfDocument.markContent('Artifact');
  draw();
  renderer.pdfDocument.endMarkedContent();
};

interface Standing {
  readonly root: StructureElement;
  /** By piece, by table, by line of a table. */
  readonly elements: Map<string, StructureElement>;
  /** The page that a column's label was first drawn on: further ones only repeat it. */
  readonly heads: Map<number, object>;
}

/** Once in the worker, before the first paper is set. */
export const tagStructure = (): void => {
  const { prototype } = rendererModule.default;
  const { renderLine, renderVector } = prototype;
  const roots = new WeakMap<object, Standing>();

  const standingIn = (renderer: Renderer): Standing => {
    const { pdfDocument } = renderer;
    const known = roots.get(pdfDocument);
    if (known) return known;
    const root = pdfDocument.struct('Document');
    pdfDocument.addStructure(root);
    const made = { root, elements: new Map(), heads: new Map() };
    roots.set(pdfDocument, made);
    return made;
  };

  prototype.renderLine = function (this: Renderer, line: Line, x: number, y: number): void {
    const { pdfDocument } = this;
    const { tag, piece, inTable: table, inRow: row } = line.inlines[0] ?? {};
    const { root, elements, heads } = standingIn(this);
    const first = piece === undefined ? undefined : (heads.get(piece) ?? pdfDocument.page);
    if (tag === undefined || piece === undefined || (tag === 'TH' && first !== pdfDocument.page)) {
      decorated(this, () => renderLine.call(this, line, x, y));
      return;
    }
    if (tag === 'TH') heads.set(piece, pdfDocument.page);
    const within = (parent: StructureElement, name: string, kind: string): StructureElement => {
      const known = elements.get(name);
      if (known) return known;
      const made = pdfDocument.struct(kind);
      parent.add(made);
      elements.set(name, made);
      return made;
    };
    const parent =
      table === undefined || row === undefined
        ? root
        : within(within(root, `table ${table}`, 'Table'), `row ${table} ${row}`, 'TR');
    const element = within(parent, `piece ${piece}`, tag);
    element.add(pdfDocument.markStructureContent(tag));
    renderLine.call(this, line, x, y);
    pdfDocument.endMarkedContent();
  };

  prototype.renderVector = function (this: Renderer, vector: unknown): void {
    decorated(this, () => renderVector.call(this, vector));
  };
};
