import './kbd.css';

/** The cap of a key. Read by nobody aloud: the button that carries it already has its name. */
export const Kbd = ({ children }: { readonly children: string }) => (
  <span className="pv-kbd" aria-hidden="true">
    {children}
  </span>
);
