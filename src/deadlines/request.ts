import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dateFromIso } from '../shared/iso-date.ts';
import { present } from '../shared/present.ts';
import type { Verzuim } from '../rules/case.ts';

const date = z.string().transform((text, ctx): Temporal.PlainDate => {
  const read = dateFromIso(text);
  if (read !== undefined) return read;
  ctx.addIssue({ code: 'custom', message: 'een bestaande datum als jjjj-mm-dd, bijvoorbeeld 2026-01-05' });
  return z.NEVER;
});

const described = (description: string) => date.meta({ description, format: 'date', examples: ['2026-01-05'] });

/** The facts of a case as programs give them. All but `spells` may be absent. */
export const deadlineRequest = z.strictObject({
  spells: z
    .array(z.tuple([date, date.nullable()]))
    .min(1)
    .max(50)
    .meta({ description: 'Periods of sickness in order: [first sick day, last sick day or null while it lasts]' }),
  leaves: z
    .array(z.tuple([date, date, z.boolean()]))
    .max(20)
    .optional()
    .meta({
      description: 'Maternity leave: [first day, last day, true when the sickness before and after has the same cause]',
    }),
  opinion: described('Day of the opinion of the bedrijfsarts (probleemanalyse)').nullish(),
  evaluated: described('Day of the eerstejaarsevaluatie').nullish(),
  ad_advice: described('Day of the advice of the arbeidsdeskundige').nullish(),
  wia_applied: described('Day on which the WIA was applied for').nullish(),
  loonsanctie: z.boolean().nullish().meta({ description: 'True when UWV imposed a loonsanctie' }),
  repaired_reported: described('Day of the bekortingsverzoek').nullish(),
  extended_until: described('Last day of a voluntary extension').nullish(),
  contract_end: described('Last day of a fixed-term contract').nullish(),
  birth: described('Date of birth, for the AOW date').nullish(),
  vangnet: z.boolean().nullish().meta({ description: 'True when UWV pays ziekengeld while the contract lasts' }),
  erd_zw: z.boolean().nullish().meta({ description: 'True for an eigenrisicodrager for the Ziektewet' }),
  role: z.string().nullish().meta({ description: 'Who asks; it changes no date' }),
});

export type DeadlineRequest = z.infer<typeof deadlineRequest>;

/** The same, as JSON has it. */
export type DeadlineRequestInput = z.input<typeof deadlineRequest>;

/** The same facts in the words of the law. */
export function verzuimOf(request: DeadlineRequest): Verzuim {
  const facts = {
    oordeelBedrijfsarts: request.opinion,
    eerstejaarsevaluatie: request.evaluated,
    arbeidsdeskundigAdvies: request.ad_advice,
    wiaAangevraagd: request.wia_applied,
    loonsanctie: request.loonsanctie,
    bekortingsverzoek: request.repaired_reported,
    verlengdTot: request.extended_until,
    eindeContract: request.contract_end,
    geboortedatum: request.birth,
    vangnet: request.vangnet,
    eigenrisicodragerZiektewet: request.erd_zw,
  };
  return {
    ziekteperioden: request.spells.map(([eersteDag, laatsteDag]) =>
      laatsteDag === null ? { eersteDag } : { eersteDag, laatsteDag },
    ),
    verloven: (request.leaves ?? []).map(([eersteDag, laatsteDag, zelfdeOorzaak]) => ({
      eersteDag,
      laatsteDag,
      zelfdeOorzaak,
    })),
    ...(Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null)) as Omit<
      Verzuim,
      'ziekteperioden'
    >),
  };
}

/** The request that gives this case: what documents carry, so that they can be made again. */
export function requestOf(verzuim: Verzuim): Record<string, unknown> {
  const { ziekteperioden, verloven = [] } = verzuim;
  const request = {
    spells: ziekteperioden.map(({ eersteDag, laatsteDag }) => [eersteDag.toString(), laatsteDag?.toString() ?? null]),
    ...(verloven.length > 0 && {
      leaves: verloven.map(({ eersteDag, laatsteDag, zelfdeOorzaak }) => [
        eersteDag.toString(),
        laatsteDag.toString(),
        zelfdeOorzaak,
      ]),
    }),
    opinion: verzuim.oordeelBedrijfsarts?.toString(),
    evaluated: verzuim.eerstejaarsevaluatie?.toString(),
    ad_advice: verzuim.arbeidsdeskundigAdvies?.toString(),
    wia_applied: verzuim.wiaAangevraagd?.toString(),
    loonsanctie: verzuim.loonsanctie,
    repaired_reported: verzuim.bekortingsverzoek?.toString(),
    extended_until: verzuim.verlengdTot?.toString(),
    contract_end: verzuim.eindeContract?.toString(),
    birth: verzuim.geboortedatum?.toString(),
    vangnet: verzuim.vangnet,
    erd_zw: verzuim.eigenrisicodragerZiektewet,
  };
  return present(request);
}
