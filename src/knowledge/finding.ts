import type { z } from 'zod';
import type { Finding } from './problem.ts';

/** Fails a value inside a zod check with words that an editor understands. */
export function reject(ctx: z.RefinementCtx, finding: Finding, path: PropertyKey[] = []): void {
  ctx.addIssue({ code: 'custom', message: finding.allowed, path, params: { finding } });
}

/** Turns a zod issue into what was found, what is allowed and how to mend it. */
export function describeIssue(issue: z.core.$ZodIssue, root: unknown): Finding {
  const found = show(valueAt(root, issue.path));
  const missing = valueAt(root, issue.path) === undefined;
  switch (issue.code) {
    case 'custom':
      return (
        (issue.params?.['finding'] as Finding | undefined) ?? {
          found,
          allowed: issue.message,
          fix: 'pas de waarde aan',
        }
      );
    case 'unrecognized_keys':
      return {
        found: `onbekend veld ${issue.keys.map((key) => `"${key}"`).join(', ')}`,
        allowed: 'alleen de velden uit knowledge/README.md',
        fix: 'verwijder het veld of verbeter de spelling',
      };
    case 'invalid_type':
      return {
        found: missing ? 'niets: dit veld ontbreekt' : found,
        allowed: TYPE_NAMES[issue.expected] ?? issue.expected,
        fix: missing ? 'vul het veld in' : 'verander de waarde',
      };
    case 'too_small':
      return {
        found: amountFound(valueAt(root, issue.path), found),
        allowed: `minstens ${issue.minimum} ${unitOf(issue.origin, Number(issue.minimum))}`,
        fix: 'vul aan',
      };
    case 'too_big':
      return {
        found: amountFound(valueAt(root, issue.path), found),
        allowed: `hooguit ${issue.maximum} ${unitOf(issue.origin, Number(issue.maximum))}`,
        fix: 'maak het korter',
      };
    case 'invalid_value':
      return {
        found: missing ? 'niets: dit veld ontbreekt' : found,
        allowed: `een van: ${issue.values.map(String).join(', ')}`,
        fix: 'kies een van de toegestane waarden',
      };
    case 'invalid_format':
      return { found, allowed: issue.message, fix: 'verbeter de schrijfwijze' };
    default:
      return { found, allowed: issue.message, fix: 'pas de waarde aan' };
  }
}

const TYPE_NAMES: Record<string, string> = {
  string: 'tekst',
  array: 'een lijst (elke regel begint met "- ")',
  object: 'velden onder elkaar (naam: waarde)',
  record: 'velden onder elkaar (naam: waarde)',
  boolean: 'true of false',
  number: 'een getal',
};

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );
}

function show(value: unknown): string {
  if (value === undefined || value === null) return 'niets';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function amountFound(value: unknown, shown: string): string {
  return Array.isArray(value) ? `${value.length} in de lijst` : shown;
}

function unitOf(origin: string, amount: number): string {
  if (origin === 'string') return amount === 1 ? 'teken' : 'tekens';
  return 'in de lijst';
}
