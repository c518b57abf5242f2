/**
 * Every key of Parvis that works from anywhere, in one table. A screen gives a command its meaning with `useCommand`;
 * buttons show the key through `CommandButton` or `CommandHint`, and only while somebody answers it: a key is never
 * promised before it works.
 *
 * Keys that mean something inside one list only (a digit for a motif, `d` to move) belong to that list, not here.
 */
export interface CommandSpec {
  /** What it does, in French, as search and buttons say it. */
  readonly label: string;
  /** First the one that is shown. `Ctrl+K`, `F2`, `Escape`, or a single character. */
  readonly keys: readonly string[];
  /** Not offered by the search (it would mean nothing there). */
  readonly hidden?: true;
}

export const commands = {
  'request.new': { label: 'Nouvelle demande', keys: ['F2'] },
  'slots.find': { label: 'Prochain créneau', keys: ['F3'] },
  waitlists: { label: 'Listes d’attente', keys: ['F4'] },
  refusal: { label: 'Refus et orientation', keys: ['F6'] },
  callbacks: { label: 'À rappeler', keys: ['F7'] },
  redirections: { label: 'Orientations à suivre', keys: ['Ctrl+F7'] },
  emergency: { label: 'Urgence', keys: ['F8'] },
  arrival: { label: 'Arrivée', keys: ['F9'] },
  handover: { label: 'Passation au télésecrétariat', keys: ['Ctrl+F9'] },
  'night-return': { label: 'Retour du télésecrétariat', keys: ['Ctrl+F10'] },
  absence: { label: 'Absence', keys: ['F10'] },
  search: { label: 'Recherche', keys: ['Ctrl+K'], hidden: true },
  'day.jump': { label: 'Aller au jour', keys: ['Ctrl+J'] },
  'day.today': { label: 'Aujourd’hui', keys: ['Alt+Home'] },
  'day.previous': { label: 'Jour précédent', keys: ['Alt+ArrowLeft'] },
  'day.next': { label: 'Jour suivant', keys: ['Alt+ArrowRight'] },
  'day.week': { label: 'Semaine d’un praticien', keys: ['s'] },
  freed: { label: 'Créneaux libérés', keys: ['l'] },
  places: { label: 'Donner des places', keys: [] },
  'unscheduled.give': { label: 'Donner un créneau SNP', keys: ['g'] },
  print: { label: 'Imprimer', keys: ['Ctrl+P'] },
  undo: { label: 'Annuler la dernière action', keys: ['Ctrl+Z'] },
  'desk.lock': { label: 'Verrouiller le poste', keys: ['Ctrl+L'] },
  'desk.switch': { label: 'Changer de personne', keys: ['Ctrl+I'] },
  curtain: { label: 'Rideau : flouter les noms', keys: ['F12', 'Ctrl+Space'] },
  back: { label: 'Retour', keys: ['Escape'], hidden: true },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandId = keyof typeof commands;

export const commandIds = Object.keys(commands) as CommandId[];

export const specOf = (id: CommandId): CommandSpec => commands[id];
