import { applyTable, findingKeys, type Row } from '../rule-table.ts';
import { AOW, isAowBereikt } from './aow.ts';
import type { Spoor2Feiten } from './feiten.ts';
import { STARTEN } from './starten.ts';
import { UITSTEL } from './uitstel.ts';
import { UITZONDERINGEN } from './uitzonderingen.ts';
import { WANNEER } from './wanneer.ts';

const ROWS: readonly Row<Spoor2Feiten>[] = [...AOW, ...UITZONDERINGEN, ...UITSTEL, ...WANNEER, ...STARTEN];

export const SPOOR2_FINDINGS = findingKeys(ROWS);

/** In the order of reading. */
export const SPOOR2_HEADINGS = ['waarom', 'uitzondering', 'opPapier', 'nuDoen', 'alsHetNietLukt', 'weten'];

/** Whether spoor 2 must start, by when, and which exception may apply; an AOW date that has passed goes before all. */
export function spoor2Advies(feiten: Spoor2Feiten): ReturnType<typeof applyTable<Spoor2Feiten>> {
  const uitkomst = isAowBereikt(feiten) ? 'aowBereikt' : feiten.uitkomst;
  return applyTable(ROWS, SPOOR2_HEADINGS, { ...feiten, uitkomst });
}
