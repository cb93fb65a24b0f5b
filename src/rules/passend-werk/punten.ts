import { alle, een, getal, goedResultaat, kort, LAAT, lager, lang, loon, loonLager } from './aanbod.ts';
import { met, metLoon, niet, pastNiet, RESULTAAT_VANAF, verWeg, VROEG, zonderLoon } from './aanbod.ts';
import type { Aanbod } from './aanbod.ts';
import { ground } from '../ground.ts';
import { under, type Row } from '../rule-table.ts';

const BBP = 'beleidsregels-poortwachter';
/** What suitable work is. */
const WET = ground('statute', 'high', { source: 'bw7', at: 'artikel 658a lid 4' });
/** What is weighed: history, education, health, travel, pay, possibilities and the time already absent. */
const WEGING = ground('uwv-policy', 'high', { source: BBP, at: 'paragraaf 8' });
const RESULTAAT = ground('uwv-policy', 'high', { source: BBP, at: 'paragraaf 3 en 9' });
const EIGEN = ground('statute', 'high', { source: 'bw7', at: 'artikel 658a lid 1 en 2' });
const WW = ground('statute', 'high', { source: 'besluit-passende-arbeid' });

/** What speaks for an offer, what against it, and what is not known, by the factors of Beleidsregels beoordelingskader paragraph 8. */
export const PUNTEN: readonly Row<Aanbod>[] = [
  ...under<Aanbod>(
    'voor',
    ['pastBijGrenzen', WET, met('grenzen', 'past')],
    ['urenPassen', WET, met('uren', 'past')],
    ['urenMinder', WET, met('uren', 'minder')],
    ['eigenWerkgever', EIGEN, met('waar', 'eigen')],
    ['blijvendWerk', RESULTAAT, met('vorm', 'blijvend')],
    ['reisKort', WEGING, met('reis', 'totTweeUur')],
    ['loonGelijk', WEGING, loon(100, Infinity)],
    ['loonResultaat', RESULTAAT, goedResultaat, getal('loon')],
    ['niveauGelijk', WEGING, met('niveau', 'gelijk')],
    ['langZiek', WEGING, alle(een(loon(0, 100), lager, verWeg), LAAT)],
    ['zonderLoonKort', WEGING, kort, getal('weken')],
  ),
  ...under<Aanbod>(
    'tegen',
    ['pastNiet', WET, pastNiet],
    ['pastDeels', WET, met('grenzen', 'deels')],
    ['urenMeer', WET, met('uren', 'meer')],
    ['reisTeZwaar', WET, met('reis', 'teZwaar')],
    ['reisLang', WEGING, verWeg],
    ['loonLagerVroeg', WEGING, alle(loonLager, VROEG), getal('loon')],
    ['loonVeelLager', RESULTAAT, loon(0, RESULTAAT_VANAF), getal('loon')],
    ['niveauLagerVroeg', WEGING, alle(lager, VROEG)],
    ['tijdelijkWerk', RESULTAAT, met('vorm', 'tijdelijk')],
    ['zonderLoonLang', WEGING, lang, getal('weken')],
  ),
  ...under<Aanbod>(
    'uitzoeken',
    ['grenzenNagaan', WET, met('grenzen', 'nietGevraagd', undefined)],
    ['papierNagaan', WET, alle(pastNiet, met('opPapier', 'nee', undefined))],
    ['vormNagaan', RESULTAAT, alle(niet(pastNiet), met('vorm', undefined))],
    ['wekenNagaan', WEGING, alle(zonderLoon, ({ weken }) => weken === undefined)],
    ['loonNagaan', WEGING, alle(metLoon, (aanbod) => aanbod.loon === undefined)],
    ['urenNagaan', WET, alle(niet(pastNiet), met('uren', undefined))],
    ['reisNagaan', WEGING, alle(niet(pastNiet), met('reis', undefined))],
    ['niveauNagaan', WEGING, alle(metLoon, met('niveau', undefined))],
    ['niveauHoger', WEGING, met('niveau', 'hoger')],
    ['loonLagerHangtAf', WEGING, alle(loonLager, niet(VROEG), niet(goedResultaat)), getal('loon')],
    ['niveauLagerHangtAf', WEGING, alle(lager, niet(VROEG), niet(LAAT))],
  ),
  ...under<Aanbod>(
    'getallen',
    ['geenVastLoon', RESULTAAT, loon(0, 100)],
    ['regelVanWw', WW, een(loon(0, 100), verWeg)],
  ),
];
