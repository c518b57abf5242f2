/** What has to be typed again, on paper: to be ticked off beside the screen. Pure. */
import { dayText } from '../../../contract/day-text.ts';
import type { Paper, PaperBlock } from '../../../contract/paper.ts';
import type { House } from '../../../contract/practice.ts';
import type { Salvage, SalvageGroup, SalvageLine } from '../../../contract/salvage.ts';
import { type Instant, localNow } from '../../../contract/time.ts';
import { spokenTime } from '../../agenda/rules/read-back.ts';
import { groupTitles, lossOf } from './words.ts';

interface Facts {
  readonly house: House;
  readonly salvage: Salvage;
  readonly now: Instant;
}

const plain = (text: string): PaperBlock => ({ kind: 'paragraph', tone: 'plain', text });

const whoIn = ({ who, about, missingRecord }: SalvageLine): string =>
  [
    who ?? 'Dossier illisible',
    ...(about === '' ? [] : [about]),
    ...(missingRecord ? ['dossier à recréer'] : []),
  ].join(', ');

const whatIn = ({ what, here }: SalvageLine): string =>
  here === null ? what : `${what} (dans le fichier en service\u00a0: ${here})`;

const groupBlocks = (group: SalvageGroup): PaperBlock[] => {
  const loss = lossOf(group);
  return [
    ...(group.lines.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: groupTitles[group.kind],
            note: group.more === 0 ? null : `et ${group.more} de plus, non imprimés`,
            columns: [
              { label: 'Qui', share: 38 },
              { label: 'Quoi', share: 52 },
              { label: 'Fait', share: 10 },
            ],
            rows: group.lines.map((line) => ({
              cells: [whoIn(line), whatIn(line), '☐'],
              tone: 'plain' as const,
            })),
            newPage: false,
          },
        ]),
    ...(loss === null ? [] : [plain(`${groupTitles[group.kind]}\u00a0: ${loss}`)]),
  ];
};

export const salvagePaper = ({ house, salvage, now }: Facts): Paper => {
  const moment = (at: Instant): string => {
    const { day, minute } = localNow(at, house.zone);
    return `${dayText(day, 'numeric')} à ${spokenTime(minute)}`;
  };
  const blocks = salvage.groups.flatMap(groupBlocks);
  return {
    title: 'À ressaisir depuis le fichier mis de côté',
    house: { name: house.name, address: null, phone: null },
    dated: `imprimé le ${moment(now)}`,
    blocks: [
      plain(
        `Une sauvegarde du ${moment(salvage.copyAt)} a pris la place du fichier le ${moment(salvage.at)}. Ce qui suit a été lu dans le fichier mis de côté, et manque dans le fichier en service.`,
      ),
      ...(salvage.readable
        ? blocks.length === 0
          ? [plain('Rien à ressaisir n’a été trouvé.')]
          : blocks
        : [plain('Le fichier mis de côté ne se lit plus\u00a0: rien n’a pu en être tiré.')]),
    ],
    foot: 'Confidentiel\u00a0: à détruire une fois ressaisi.',
    specimen: house.demo,
    flow: 'pages',
  };
};
