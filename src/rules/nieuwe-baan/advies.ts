import type { Finding } from '../finding.ts';
import type { Vorm } from './nieuwe-baan.ts';
import type { Certainty, Force, LegalBasis } from '../legal-basis.ts';

const finding = (key: string, force: Force, certainty: Certainty, ...basis: LegalBasis[]): Finding => ({
  key,
  force,
  certainty,
  basis,
});

const OUDE_RECHTEN: LegalBasis = { source: 'bw7', at: 'artikel 629 en 670' };
const NO_RISK: LegalBasis = { source: 'no-riskpolis-einde-wachttijd' };
const LOON: LegalBasis = { source: 'bw7', at: 'artikel 629 lid 12' };
const UWV_PROEF: LegalBasis = { source: 'beleidsregels-proefplaatsing', at: 'artikel 2, 4 en 5' };

const UITKOMST: Readonly<Record<Exclude<Vorm, 'contract'>, Finding>> = {
  proefplaatsing: finding('uitkomstProefplaatsing', 'practice', 'medium', LOON),
  detachering: finding('uitkomstDetachering', 'practice', 'medium', LOON, NO_RISK),
  werkervaringsplaats: finding('uitkomstWerkervaringsplaats', 'practice', 'medium', LOON),
  uwvProefplaatsing: finding('uitkomstUwvProefplaatsing', 'uwv-policy', 'high', UWV_PROEF),
};

/** The first thing to know for the form that fits best; a contract that starts early may cost the no-riskpolis. */
export function uitkomst(vorm: Vorm, begintVoorEinde: boolean): Finding {
  if (vorm !== 'contract') return UITKOMST[vorm];
  if (begintVoorEinde) return finding('uitkomstContractVroeg', 'practice', 'medium', NO_RISK, OUDE_RECHTEN);
  return finding('uitkomstContract', 'statute', 'high', OUDE_RECHTEN);
}

/** For someone with a benefit who has no promise of a contract of six months or more. */
export const UWV_VRAGEN = finding('uitkomstUwvVragen', 'uwv-policy', 'high', UWV_PROEF);

/** For someone with a benefit who can start on a contract. */
export const CONTRACT_BIJ_UITKERING = finding('uitkomstContractBijUitkering', 'statute', 'medium', {
  source: 'wia',
  at: 'artikel 27',
});

export const UWV_TOESTEMMING = finding('uwvToestemming', 'uwv-policy', 'high', UWV_PROEF);

export const MELD_INKOMEN = finding('meldInkomen', 'statute', 'medium', { source: 'wia', at: 'artikel 27' });

export const OP_PAPIER = finding('opPapier', 'practice', 'medium', LOON);

const LOONWAARDE: LegalBasis = { source: 'beleidsregels-poortwachter', at: 'paragraaf 8' };

/** For practising whose work is already worth something to the company: the first thing to know, and what speaks against it. */
export const UITKOMST_MET_WAARDE = finding('uitkomstWerkMetWaarde', 'uwv-policy', 'high', LOONWAARDE);
export const WERK_MET_WAARDE = finding('werkMetWaarde', 'uwv-policy', 'high', LOONWAARDE);

/** What to arrange before signing a contract; `alleUren` tells whether it replaces all hours of the old one. */
export function voorTekenen(alleUren: boolean | undefined): readonly Finding[] {
  const stopt = finding('oudContractStopt', 'statute', 'high', OUDE_RECHTEN);
  const deels = finding('oudContractDeels', 'statute', 'high', { source: 'bw7', at: 'artikel 629 en 658a' });
  return [
    finding('adviesVooraf', 'statute', 'high', OUDE_RECHTEN),
    ...(alleUren === false ? [] : [stopt]),
    ...(alleUren === true ? [] : [deels]),
    finding('terugval', 'practice', 'medium', NO_RISK),
  ];
}

/** What else each side must know as long as the own employer pays; `loon` is false when it is not known who pays. */
export function nogWeten(audience: 'employee' | 'employer', loon: boolean): readonly Finding[] {
  const werknemer = [finding('meewerken', 'statute', 'high', { source: 'bw7', at: 'artikel 629 lid 3 en 660a' })];
  const werkgever = [
    finding('blijfVerantwoordelijk', 'statute', 'high', { source: 'bw7', at: 'artikel 658a lid 1' }),
    finding('loonkostenvoordeel', 'statute', 'medium', { source: 'lkv-fiscaris' }),
    finding('loonkostenvoordeelOuderen', 'statute', 'high', { source: 'lkv-oudere-werknemer' }),
  ];
  return [
    ...(loon ? [] : [finding('wieBetaalt', 'uwv-policy', 'high', UWV_PROEF)]),
    finding('geenUwvProefplaatsing', 'uwv-policy', 'high', UWV_PROEF),
    ...(audience === 'employee' ? werknemer : werkgever),
  ];
}
