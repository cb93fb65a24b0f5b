import type { Finding } from '../finding.ts';
import type { Force, LegalBasis } from '../legal-basis.ts';

/** A way to begin with a new employer. */
export type Vorm = 'contract' | 'proefplaatsing' | 'detachering' | 'werkervaringsplaats' | 'uwvProefplaatsing';

const LOON: LegalBasis = { source: 'bw7', at: 'artikel 629 lid 5 en 12' };
const RESULTAAT: LegalBasis = { source: 'beleidsregels-poortwachter', at: 'paragraaf 3' };
const LOONWAARDE: LegalBasis = { source: 'beleidsregels-poortwachter', at: 'paragraaf 8' };
const BUREAU: LegalBasis = { source: 'beleidsregels-poortwachter', at: 'paragraaf 9' };
const STANDPUNT_UWV: LegalBasis = { source: 'no-riskpolis-einde-wachttijd' };
const OUDE_RECHTEN: LegalBasis = { source: 'bw7', at: 'artikel 629 en 670' };
const UWV_PROEF: readonly LegalBasis[] = [
  { source: 'wia', at: 'artikel 37' },
  { source: 'beleidsregels-proefplaatsing', at: 'artikel 2, 4 en 5' },
  { source: 'uwv-proefplaatsing' },
];

const wet = (key: string, ...basis: LegalBasis[]): Finding => ({ key, force: 'statute', certainty: 'high', basis });
const uwv = (key: string, ...basis: LegalBasis[]): Finding => ({ key, force: 'uwv-policy', certainty: 'high', basis });
const gebruik = (key: string, ...basis: LegalBasis[]): Finding => ({ key, ...GEBRUIK, basis });
const GEBRUIK = { force: 'practice' satisfies Force, certainty: 'medium' } as const;

/** What each form is, what speaks for it and what against it. */
export const VORMEN: Readonly<Record<Vorm, { wat: Finding; ervoor: Finding; ertegen: Finding }>> = {
  contract: {
    wat: wet('contract', { source: 'bw7' }),
    ervoor: uwv('contractErvoor', RESULTAAT),
    ertegen: wet('contractErtegen', OUDE_RECHTEN),
  },
  proefplaatsing: {
    wat: gebruik('proefplaatsing', LOON, { source: 'puls' }),
    ervoor: gebruik('proefplaatsingErvoor', LOON),
    ertegen: gebruik('proefplaatsingErtegen', { source: 'puls' }),
  },
  detachering: {
    wat: gebruik('detachering', LOON, BUREAU),
    ervoor: gebruik('detacheringErvoor', STANDPUNT_UWV),
    ertegen: gebruik('detacheringErtegen', LOON, BUREAU),
  },
  werkervaringsplaats: {
    wat: gebruik('werkervaringsplaats', { source: 'werkervaringsplaats-personplus' }, LOON),
    ervoor: gebruik('werkervaringsplaatsErvoor', { source: 'werkervaringsplaats-riforce' }),
    ertegen: uwv('werkervaringsplaatsErtegen', LOONWAARDE),
  },
  uwvProefplaatsing: {
    wat: uwv('uwvProefplaatsing', ...UWV_PROEF),
    ervoor: uwv('uwvProefplaatsingErvoor', ...UWV_PROEF),
    ertegen: uwv('uwvProefplaatsingErtegen', ...UWV_PROEF),
  },
};

/** The forms that fit someone with wage from the own employer, best first. What is not known counts as doubt. */
export function vormenBijLoon(past: boolean, contractNu: string | undefined): readonly [Vorm, Vorm] {
  if (past && contractNu === 'ja') return ['contract', 'detachering'];
  if (past) return contractNu === 'nee' ? ['detachering', 'werkervaringsplaats'] : ['detachering', 'proefplaatsing'];
  return contractNu === 'nee' ? ['proefplaatsing', 'werkervaringsplaats'] : ['proefplaatsing', 'detachering'];
}
