import type { Finding } from './finding.ts';

/** How long a contract is, as far as the trial period and UWV's proefplaatsing (six months or more) depend on it. */
export const CONTRACTDUREN = ['korterDanZesMaanden', 'zesMaanden', 'korterDanTweeJaar', 'tweeJaarOfVast'] as const;

const FINDINGS: Readonly<Record<string, string>> = {
  korterDanZesMaanden: 'geenProeftijd',
  zesMaanden: 'geenProeftijd',
  korterDanTweeJaar: 'proeftijdEenMaand',
  tweeJaarOfVast: 'proeftijdTweeMaanden',
};

/** The longest trial period that a contract of this length may have; all three when the length is not known. */
export function proeftijd(contractduur: string | undefined): Finding {
  return {
    key: FINDINGS[contractduur ?? ''] ?? 'proeftijdPerDuur',
    force: 'statute',
    certainty: 'high',
    basis: [{ source: 'bw7', at: 'artikel 652' }],
  };
}
