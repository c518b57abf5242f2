import { Button, CloseButton } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import './form.css';

interface FormCardProps {
  readonly title: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly saving: boolean;
  readonly stale?: readonly string[] | null;
  /** Start again from what is saved now. */
  readonly onReload?: () => void;
  readonly saveLabel?: string;
  /** At the other end of the foot: what takes the row away. */
  readonly remove?: ReactNode;
  readonly children: ReactNode;
}

/** Escape in an open list closes the list; only the next one closes the form. */
const keepOpenDropdown = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || !(event.target instanceof Element)) return;
  if (event.target.getAttribute('aria-expanded') === 'true') event.stopPropagation();
};

/** The form beside a list: the list stays in sight, Escape closes, Enter saves. */
export const FormCard = (props: FormCardProps) => {
  const {
    title,
    onSubmit,
    onClose,
    saving,
    stale,
    onReload,
    remove,
    children,
    saveLabel = 'Enregistrer',
  } = props;
  const form = useRef<HTMLFormElement>(null);
  useCommand('back', onClose);
  useEffect(() => {
    const first =
      form.current?.querySelector<HTMLElement>('[data-first] input') ??
      form.current?.querySelector<HTMLElement>('input, textarea');
    first?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="set-form"
      aria-label={title}
      noValidate
      onKeyDown={keepOpenDropdown}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <header className="set-form-head">
        <h3>{title}</h3>
        <Kbd>Échap</Kbd>
        <CloseButton aria-label="Fermer sans enregistrer" onClick={onClose} />
      </header>
      {stale ? <StaleNotice what="cette fiche" stale={stale} onReload={onReload} /> : null}
      <div className="set-form-body">{children}</div>
      <footer className="set-form-foot">
        <Button type="submit" loading={saving} rightSection={<Kbd>Entrée</Kbd>}>
          {saveLabel}
        </Button>
        <Button variant="default" onClick={onClose}>
          Annuler
        </Button>
        {remove ? <span className="set-form-remove">{remove}</span> : null}
      </footer>
    </form>
  );
};
