import type { Finding } from '../finding.ts';
import { bevinding, type LoonsanctieBevinding } from './bevindingen.ts';
import type { LoonsanctieFeiten } from './feiten.ts';
import { besluitfase, isBegonnen, loonsanctieDatums } from './herstel.ts';
import { findDeadline } from '../timeline.ts';

const PER_REDEN: Readonly<Record<string, LoonsanctieBevinding>> = {
  spoor2: 'herstelSpoor2',
  oordeelBedrijfsarts: 'herstelOordeel',
  stilstand: 'herstelStilstand',
};

/** What to put right, by kind and reason; all usual reasons when they are not known. */
export function herstel({ soort, redenen }: LoonsanctieFeiten): Finding[] {
  const named = Object.entries(PER_REDEN).filter(([reden]) => redenen.length === 0 || redenen.includes(reden));
  const perReden = named.map(([, key]) => bevinding(key));
  return [
    bevinding('brief'),
    ...(soort === 'inhoudelijk' ? [] : [bevinding('herstelVerslag')]),
    ...(soort === 'administratief' ? [] : perReden),
  ];
}

/** How a report of repair ends the sanction. */
export function bekorting({ geval, besluit }: LoonsanctieFeiten): Finding[] {
  const deadlines = loonsanctieDatums(geval);
  const { gemeld } = geval;
  const uiterlijk = findDeadline(deadlines, 'loonsanctieBesluit')?.date;
  const laat = besluit !== undefined && geval.opTijd === true && besluitfase(deadlines, besluit) === 'laat';
  const days = laat ? uiterlijk?.until(besluit).days : undefined;
  const teVroeg = gemeld !== undefined && deadlines.length > 0 && !isBegonnen(deadlines, gemeld);
  return [
    bevinding('bekortingTermijn'),
    ...(teVroeg ? [bevinding('bekortingVoorStart')] : []),
    ...(days === undefined ? [] : [bevinding('bekortingEerder', { days })]),
  ];
}

/** What a report of today would lead to, once the sanction runs. */
export function vandaagMelden({ geval, today }: LoonsanctieFeiten): Finding[] {
  const deadlines = loonsanctieDatums({ ...geval, gemeld: today });
  const besluit = findDeadline(deadlines, 'bekortingBesluit')?.date;
  const loon = findDeadline(deadlines, 'loonTot')?.date;
  if (besluit === undefined || loon === undefined || !isBegonnen(deadlines, today)) return [];
  return [bevinding('bekortingVandaag', { besluit, loon })];
}

/** What the sanction brings: until when at most, and what moves with it. */
export function gevolgen({ geval }: LoonsanctieFeiten): Finding[] {
  const longest = loonsanctieDatums({ ...geval, gemeld: undefined });
  const date = findDeadline(longest, 'loonsanctieTot')?.date;
  const opzegverbod = findDeadline(longest, 'opzegverbodTot')?.date;
  const start = findDeadline(longest, 'wiaEersteDag')?.date;
  const dates = date !== undefined && opzegverbod !== undefined && start !== undefined;
  return [
    ...(dates
      ? [
          bevinding('einde', { date }),
          bevinding('opzegverbod', { date: opzegverbod }),
          bevinding('wiaLater', { date: start }),
        ]
      : [bevinding('eindeInBesluit')]),
    ...[bevinding('loon'), bevinding('plichten')],
  ];
}

/** Under what conditions the dates hold, or what to look up. */
export function voorbehoud({ geval: { eersteZiektedag, opTijd }, aanvraag }: LoonsanctieFeiten): Finding[] {
  const nogNiet = aanvraag === 'nogNiet';
  if (opTijd === false) return [bevinding(nogNiet ? 'week93Voorbij' : 'lateAanvraag')];
  const dag = bevinding(eersteZiektedag === undefined ? 'zoekEersteZiektedag' : 'zonderOnderbreking');
  return opTijd === undefined ? [dag, bevinding(nogNiet ? 'nogAanvragen' : 'alsOpTijd')] : [dag];
}
