import type { Role } from '../../../contract/rights.ts';

export const roles: Readonly<Record<Role, { readonly label: string; readonly hint: string }>> = {
  reception: { label: 'Accueil', hint: 'Tout : agendas, patients, réglages.' },
  coordinator: { label: 'Coordination', hint: 'Tout, comme l’accueil.' },
  practitioner: {
    label: 'Praticien',
    hint: 'Sa journée, les rendez-vous et les patients ; pas les réglages.',
  },
};

export const roleChoices = (Object.keys(roles) as Role[]).map((value) => ({
  value,
  label: roles[value].label,
}));
