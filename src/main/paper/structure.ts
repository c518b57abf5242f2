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

/** Once in the worker, before the first paper is set. */
export const tagStructure = (): void => {
  const { prototype } = rendererModule.default;
  const { renderLine, renderVector } = prototype;
  const roots = new WeakMap<object, { root: StructureElement; pieces: Map<number, StructureElement> }>();

  const rootOf = (renderer: Renderer) => {
    const { pdfDocument } = renderer;
    const known = roots.get(pdfDocument);
    if (known) return known;
    const root = pdfDocument.struct('Document');
    pdfDocument.addStructure(root);
    const made = { root, pieces: new Map<number, StructureElement>() };
    roots.set(pdfDocument, made);
    return made;
  };

  prototype.renderLine = function (this: Renderer, line: Line, x: number, y: number): void {
    const { tag, piece } = line.inlines[0] ?? {};
    if (tag === undefined || piece === undefined) {
      decorated(this, () => renderLine.call(this, line, x, y));
      return;
    }
    const { root, pieces } = rootOf(this);
    let element = pieces.get(piece);
    if (!element) {
      element = this.pdfDocument.struct(tag);
      root.add(element);
      pieces.set(piece, element);
    }
    element.add(this.pdfDocument.markStructureContent(tag));
    renderLine.call(this, line, x, y);
    this.pdfDocument.endMarkedContent();
  };
  prototype.renderVector = function (this: Renderer, vector: unknown): void {
    decorated(this, () => renderVector.call(this, vector));
  };
};
