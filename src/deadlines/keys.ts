import { Temporal } from 'temporal-polyfill';
import type { Verzuim } from '../rules/case.ts';
import type { Deadline, DeadlineId } from '../rules/deadline.ts';
import { contractEindeBinnenWachttijd, verslagBijEindeContract } from '../rules/deadlines/einde-contract.ts';
import { dagenTeLaat } from '../rules/deadlines/wia-aanvraag.ts';
import type { Figures } from '../rules/figures.ts';
import { applies } from '../rules/limits.ts';
import { aowEnSpoor2, type AowEnSpoor2 } from '../rules/remarks.ts';
import { situatie, type Situatie } from '../rules/situatie.ts';
import { allDeadlines, findDeadline } from '../rules/timeline.ts';
import { ziektegeval } from '../rules/ziektegeval.ts';

/** Which date of which deadline stands under a key of the test vectors. */
const KEYS: readonly [key: string, id: DeadlineId, part: 'date' | 'from' | 'legalLatest'][] = [
  ['arbodienstMelding', 'arbodienstMelding', 'date'],
  ['probleemanalyse', 'probleemanalyse', 'date'],
  ['probleemanalyse_legal', 'probleemanalyse', 'legalLatest'],
  ['planVanAanpak', 'planVanAanpak', 'date'],
  ['planVanAanpak_legal', 'planVanAanpak', 'legalLatest'],
  ['evaluatie1', 'evaluatie', 'date'],
  ['melding42_windowStart', 'melding42', 'from'],
  ['melding42', 'melding42', 'date'],
  ['melding42_legal', 'melding42', 'legalLatest'],
  ['eersteJaarsEval_start', 'eerstejaarsevaluatie', 'from'],
  ['eersteJaarsEval', 'eerstejaarsevaluatie', 'date'],
  ['spoor2_target', 'spoor2Streefdatum', 'date'],
  ['spoor2_ultimate', 'spoor2Uiterlijk', 'date'],
  ['uwvBrief_expected', 'uwvBrief', 'from'],
  ['uwvBrief_legal', 'uwvBrief', 'date'],
  ['riv', 'reIntegratieverslag', 'date'],
  ['wiaAanvraag', 'wiaAanvraag', 'date'],
  ['loonsanctieBesluit', 'loonsanctieBesluit', 'date'],
  ['noRisk35min_peildag', 'noRiskPeildag', 'date'],
  ['eindeWachttijd', 'eindeWachttijd', 'date'],
  ['wiaEersteDag', 'wiaEersteDag', 'date'],
  ['opzegverbod_lastDay', 'opzegverbodTot', 'date'],
  ['vervroegdeIVA_from', 'vervroegdeIva', 'from'],
  ['vervroegdeIVA_until', 'vervroegdeIva', 'date'],
  ['loonTot', 'loonTot', 'date'],
];

/** Keys that have a practical date, and the key it stands under. */
const PRACTICAL: readonly [key: string, id: DeadlineId][] = [
  ['probleemanalyse', 'probleemanalyse'],
  ['planVanAanpak', 'planVanAanpak'],
  ['melding42', 'melding42'],
  ['spoor2_ultimate', 'spoor2Uiterlijk'],
  ['riv', 'reIntegratieverslag'],
  ['wiaAanvraag', 'wiaAanvraag'],
];

const SPOOR2_CODES: Readonly<Record<AowEnSpoor2, string>> = {
  geenNaAow: 'none_after_aow',
  totAow: 'until_aow',
  vrijstellingMogelijk: 'aow_exemption_possible__low_certainty',
  geenVrijstelling: 'no_aow_exemption',
};

type Keys = Record<string, string | number | boolean | null | Record<string, string>>;

/**
 * All dates of a case under the keys of the test vectors: ISO 8601, null where a key does not apply. Keys that belong to a
 * fact (the AOW date, the end of a contract, an application) are there only when that fact was given.
 *
 * @throws CaseError when the facts contradict each other
 */
export function deadlineKeys(verzuim: Verzuim, figures: Figures): Keys {
  const found = ziektegeval(verzuim);
  if (found.kind === 'unknown') {
    return {
      ...Object.fromEntries(['firstSickDay', ...KEYS.map(([key]) => key)].map((key) => [key, null])),
      practical: {},
      unknown: found.reason.key,
    };
  }
  const facts = situatie(verzuim, found.geval, figures);
  const deadlines = allDeadlines(facts);
  const dateOf = (id: DeadlineId, part: 'date' | 'from' | 'legalLatest') =>
    shown(facts, findDeadline(deadlines, id), part);
  return {
    firstSickDay: found.geval.eersteZiektedag.toString(),
    ...Object.fromEntries(KEYS.map(([key, id, part]) => [key, dateOf(id, part)])),
    ...aowKeys(facts),
    ...contractKeys(facts, deadlines),
    ...applicationKeys(facts),
    ...sanctionKeys(deadlines),
    practical: Object.fromEntries(
      PRACTICAL.flatMap(([key, id]) => {
        const practical = findDeadline(deadlines, id)?.practical;
        return practical === undefined || dateOf(id, 'date') === null ? [] : [[key, practical.toString()]];
      }),
    ),
  };
}

/** A date of a deadline, unless the AOW or the end of a contract takes away that very day. */
function shown(facts: Situatie, deadline: Deadline | undefined, part: 'date' | 'from' | 'legalLatest'): string | null {
  const date = deadline?.[part];
  return deadline === undefined || date === undefined || !applies(facts, deadline.id, date) ? null : date.toString();
}

function aowKeys(facts: Situatie): Keys {
  if (facts.aow === undefined) return {};
  const meaning = aowEnSpoor2(facts);
  return {
    aow: facts.aow.kind === 'datum' ? facts.aow.date.toString() : null,
    spoor2: meaning === undefined ? null : SPOOR2_CODES[meaning],
  };
}

function contractKeys(facts: Situatie, deadlines: readonly Deadline[]): Keys {
  const einde = contractEindeBinnenWachttijd(facts);
  if (einde === undefined) return {};
  const text = (date: Temporal.PlainDate | undefined) => date?.toString() ?? null;
  const review = findDeadline(deadlines, 'eerstejaarsZwBeoordeling')?.date;
  return {
    contractEinde: einde.date.toString(),
    zwVanaf: text(findDeadline(deadlines, 'ziekengeldVanaf')?.date),
    rivBijEinde: verslagBijEindeContract(facts),
    ziekUitDienstMelding: text(findDeadline(deadlines, 'ziekUitDienstMelding')?.date),
    ezwb_vanaf: afterAow(facts, review) ? null : text(review),
  };
}

function afterAow({ ziekNaAow, aowBinnenGeval }: Situatie, date: Temporal.PlainDate | undefined): boolean {
  if (ziekNaAow || date === undefined) return ziekNaAow;
  return aowBinnenGeval !== undefined && Temporal.PlainDate.compare(date, aowBinnenGeval.date) >= 0;
}

/** Both terms for UWV's decision: the one of the law and the temporary one. Weeks. */
const BESLISTERMIJNEN = [8, 16];

function applicationKeys(facts: Situatie): Keys {
  const { wiaAangevraagd } = facts.verzuim;
  if (wiaAangevraagd === undefined) return {};
  return {
    wiaApplied: wiaAangevraagd.toString(),
    ...Object.fromEntries(
      BESLISTERMIJNEN.map((weeks) => [`wiaBeslistermijn${weeks}`, wiaAangevraagd.add({ weeks }).toString()]),
    ),
    lateDays: dagenTeLaat(facts),
  };
}

function sanctionKeys(deadlines: readonly Deadline[]): Keys {
  const tot = findDeadline(deadlines, 'loonsanctieTot');
  const besluit = findDeadline(deadlines, 'bekortingBesluit');
  return {
    ...(tot && { loonsanctie_maxEnd: tot.date.toString() }),
    ...(besluit && { bekorting_besluit_uiterlijk: besluit.date.toString() }),
  };
}
