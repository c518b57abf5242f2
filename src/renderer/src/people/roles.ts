import type { Role } from '../../../contract/rights.ts';

export const roles: Readonly<Record<Role, { readonly label: string; readonly hint: string }>> = {
  reception: { label: 'Accueil', hint: 'Agendas, patients, réglages ; pas les codes des autres.' },
  coordinator: {
    label: 'Référent',
    hint: 'Tout, et aussi : les rôles, les codes, le verrouillage, le retour à une sauvegarde.',
  },
  practitioner: {
    label: 'Praticien',
    hint: 'Sa journée, les rendez-vous, les patients ; dans les réglages, ce qui est à lui.',
  },
};

export const roleChoices = (Object.keys(roles) as Role[]).map((value) => ({
  value,
  label: roles[value].label,
}));
