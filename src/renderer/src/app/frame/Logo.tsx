/** The porch that the program is named after. */
export const Logo = ({ size = 36 }: { readonly size?: number }) => (
  <svg className="pv-logo" width={size} height={size} viewBox="0 0 64 64" role="img" aria-label="Parvis">
    <rect width="64" height="64" rx="16" fill="var(--pv-brand)" />
    <path
      d="M14 48V28L32 15l18 13v20"
      fill="none"
      stroke="var(--pv-brand-ink)"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M26 48V36a6 6 0 0 1 12 0v12M9 52h46"
      fill="none"
      stroke="var(--pv-brand-ink)"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </svg>
);
