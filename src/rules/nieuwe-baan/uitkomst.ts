import type { Finding } from '../finding.ts';
import * as advies from './advies.ts';
import { groepen, type Groepen, type NieuweBaan, type Uitkomst } from './feiten.ts';
import { VORMEN, vormenBijLoon, type Vorm } from './nieuwe-baan.ts';
import { begintVoorEinde, noRiskBijLoon, noRiskBijUitkering } from './no-riskpolis.ts';
import { proeftijd } from '../proeftijd.ts';

/** With wage from the own employer, or when it is not known who pays. */
export function inDienst(baan: NieuweBaan): Uitkomst {
  const vormen = vormenBijLoon(baan.past, baan.contractNu);
  const nu = baan.contractNu === 'ja';
  return {
    headline: advies.uitkomst(vormen[0], begintVoorEinde(baan.start, baan.dagen)),
    groups: groepen({
      ...perVorm(vormen, nu && !baan.past ? [VORMEN.contract.ertegen] : []),
      vooraf: [
        ...(nu ? advies.voorTekenen(baan.alleUren) : []),
        ...overProeftijd(baan),
        ...(vormen[0] === 'contract' ? [] : [advies.OP_PAPIER]),
      ],
      noRisk: noRiskBijLoon(baan.start, baan.dagen, baan.today),
      nogWeten: advies.nogWeten(baan.audience, baan.loon),
    }),
  };
}

/** First practise, with wage from the own employer. */
export function oefenen({ audience, loon, loonwaarde }: NieuweBaan): Uitkomst {
  const vorm = perVorm(loonwaarde ? ['detachering', 'werkervaringsplaats'] : ['werkervaringsplaats']);
  return {
    headline: loonwaarde ? advies.UITKOMST_MET_WAARDE : advies.uitkomst('werkervaringsplaats', false),
    groups: groepen({
      ...vorm,
      // The six weeks are for work without value.
      ...(loonwaarde && { ertegen: [VORMEN.detachering.ertegen, advies.WERK_MET_WAARDE] }),
      vooraf: [advies.OP_PAPIER],
      nogWeten: advies.nogWeten(audience, loon),
    }),
  };
}

/** With a benefit of UWV. */
export function metUitkering(baan: NieuweBaan): Uitkomst {
  const direct = baan.past && baan.contractNu === 'ja';
  const vooraf = [advies.MELD_INKOMEN, ...overProeftijd(baan)];
  const noRisk = noRiskBijUitkering(baan.wiaBesluit);
  if (direct) {
    const watPast = [VORMEN.contract.wat];
    return { headline: advies.CONTRACT_BIJ_UITKERING, groups: groepen({ watPast, vooraf, noRisk }) };
  }
  return {
    headline: langGenoeg(baan) ? advies.uitkomst('uwvProefplaatsing', false) : advies.UWV_VRAGEN,
    groups: groepen({ ...perVorm(['uwvProefplaatsing']), vooraf: [advies.UWV_TOESTEMMING, ...vooraf], noRisk }),
  };
}

/** UWV's own proefplaatsing asks for a contract of six months or more; a length that is not known may be that. */
function langGenoeg({ contractInZicht, contractduur }: NieuweBaan): boolean {
  return contractInZicht && contractduur !== 'korterDanZesMaanden';
}

function perVorm(vormen: readonly Vorm[], ertegen: readonly Finding[] = []): Groepen {
  const van = vormen.map((vorm) => VORMEN[vorm]);
  return {
    watPast: van.map(({ wat }) => wat),
    ervoor: van.map(({ ervoor }) => ervoor),
    ertegen: [...van.map((vorm) => vorm.ertegen), ...ertegen],
  };
}

function overProeftijd({ contractInZicht, contractduur }: NieuweBaan): readonly Finding[] {
  return contractInZicht ? [proeftijd(contractduur)] : [];
}
