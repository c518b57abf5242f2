import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, useRef } from 'react';
import { addFiles } from '../take-over.ts';

interface DropZoneProps {
  /** Files are being dragged over the window. */
  readonly dragging: boolean;
  /** Files were chosen already: the zone makes room for them. */
  readonly small: boolean;
}

/** Choosing works from the keyboard; dropping is a convenience beside it. */
export const DropZone = ({ dragging, small }: DropZoneProps) => {
  const input = useRef<HTMLInputElement>(null);
  const add = (list: FileList | null): void => {
    if (list !== null && list.length > 0) void addFiles([...list]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for whoever has no mouse.
    <div
      className="imp-drop"
      data-dragging={dragging || undefined}
      data-small={small || undefined}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        add(event.dataTransfer.files);
      }}
    >
      <IconFileImport size={small ? 24 : 36} stroke={1.4} aria-hidden="true" />
      <p className="imp-drop-text">
        <b className="imp-drop-title">Déposez les fichiers ici</b>
        <span>CSV ou texte, autant qu’il y en a</span>
      </p>
      <Button variant={small ? 'default' : 'filled'} onClick={() => input.current?.click()}>
        {small ? 'Ajouter des fichiers…' : 'Choisir les fichiers…'}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-label="Fichiers de l’ancien agenda"
        onChange={(event) => {
          add(event.currentTarget.files);
          // The same file, mended meanwhile, can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
};
