import type { Finding } from '../finding.ts';
import type { Certainty, Force, LegalBasis } from '../legal-basis.ts';

const finding = (key: string, force: Force, certainty: Certainty, ...basis: LegalBasis[]): Finding => ({
  key,
  force,
  certainty,
  basis,
});

const SUWI: LegalBasis = { source: 'wet-suwi', at: 'artikel 32' };
const ARBOWET: LegalBasis = { source: 'arbowet', at: 'artikel 14 lid 2 onder g' };
const ARBOBESLUIT: LegalBasis = { source: 'stb-2017-255', at: 'artikel 2.14d Arbobesluit' };
const PLICHTEN: LegalBasis = { source: 'bw7', at: 'artikel 629 lid 3, 658a en 660a' };
const OPSCHORTING: LegalBasis = { source: 'bw7', at: 'artikel 629 lid 6 en 7' };
const LOONSTOP: LegalBasis = { source: 'bw7', at: 'artikel 629 lid 3 en 7' };
const KOSTEN: LegalBasis = { source: 'kosten-deskundigenoordeel' };

export const EERST_PRATEN = finding('eerstPraten', 'practice', 'medium', { source: 'going-concern' });
export const KIES_ROUTE = finding('kiesRoute', 'statute', 'high', SUWI, ARBOWET);
export const VRAAG_OORDEEL = finding('vraagDeskundigenoordeel', 'statute', 'high', SUWI);
export const OORDEEL_IS_ER = finding('oordeelIsEr', 'statute', 'medium', SUWI, KOSTEN);
export const MEEWERKEN = finding('meewerken', 'statute', 'high', PLICHTEN);
export const GEEN_BEZWAAR = finding('geenBezwaar', 'statute', 'medium', SUWI, KOSTEN);

const VRAGEN: Readonly<Record<string, string>> = {
  ziek: 'oordeelZiek',
  passendWerk: 'oordeelPassend',
  inzet: 'oordeelInzet',
};

/** What UWV can be asked for an opinion on, as far as it fits the subject. */
export function oordeelVragen(onderwerp: string | undefined): readonly Finding[] {
  const one = VRAGEN[onderwerp ?? ''];
  return (one === undefined ? Object.values(VRAGEN) : [one]).map((key) => finding(key, 'statute', 'high', SUWI));
}

/** Who asks, what it costs and how long it takes, and what it is worth. */
export const OORDEEL_WAARDE = finding('oordeelWaarde', 'statute', 'medium', SUWI, KOSTEN);
export const OVER_OORDEEL: readonly Finding[] = [
  finding('oordeelKosten', 'practice', 'medium', KOSTEN),
  finding('oordeelDuur', 'practice', 'medium', KOSTEN, { source: 'kosten-deskundigenoordeel-engage' }),
  OORDEEL_WAARDE,
];

/** About medical advice: only the employee can have a second opinion. */
export function overMedischAdvies(audience: 'employee' | 'employer', alGevraagd: boolean): readonly Finding[] {
  const weigeren = finding('secondOpinionWeigeren', 'practice', 'medium', { source: 'second-opinion-weigeren' });
  const zo = [
    finding('secondOpinionHoe', 'statute', 'high', ARBOWET, ARBOBESLUIT),
    finding('secondOpinionWaarde', 'statute', 'high', ARBOBESLUIT),
  ];
  if (audience === 'employer') return [finding('alleenWerknemer', 'statute', 'high', ARBOWET, ARBOBESLUIT), weigeren];
  return alGevraagd ? [finding('secondOpinionIsEr', 'statute', 'high', ARBOBESLUIT), weigeren] : [...zo, weigeren];
}

/** The best step when the advice of the bedrijfsarts is in doubt. */
export function stapBijAdvies(audience: 'employee' | 'employer', alGevraagd: boolean): Finding {
  if (audience === 'employer') return finding('vraagUitleg', 'statute', 'high', SUWI);
  if (alGevraagd) return VRAAG_OORDEEL;
  return finding('vraagSecondOpinion', 'statute', 'high', ARBOWET, ARBOBESLUIT);
}

const MAATREGEL: Readonly<Record<string, Finding>> = {
  opschorting: finding('loonOpgeschort', 'statute', 'high', OPSCHORTING),
  loonstop: finding('loonGestopt', 'statute', 'high', LOONSTOP),
};

/** What to do first when wage is held back (opschorting) or stopped (loonstop). */
export function stapBijLoon(maatregel: string | undefined): Finding {
  return MAATREGEL[maatregel ?? ''] ?? finding('loonIngehouden', 'statute', 'high', OPSCHORTING, LOONSTOP);
}

export const OVER_LOON: readonly Finding[] = [
  finding('meteenMelden', 'statute', 'high', { source: 'bw7', at: 'artikel 629 lid 7' }),
  finding('loonvordering', 'statute', 'high', { source: 'bw7', at: 'artikel 629a' }),
];
