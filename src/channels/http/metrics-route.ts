import type { Server } from 'restify';
import { isLocalRequest } from './loopback.ts';
import { HttpProblem } from './problem.ts';
import { bearerOf, isSecret } from './secret.ts';
import { handle } from './server.ts';

export interface MetricsSource {
  contentType: string;
  text(): Promise<string>;
}

/** `GET /metrics` for Prometheus: for this machine, and for who brings a token. @param tokens none when only this machine may ask */
export function addMetricsRoute(server: Server, source: MetricsSource, tokens: readonly string[]): void {
  server.get(
    '/metrics',
    handle(async (req, res) => {
      if (!isLocalRequest(req) && !isSecret(bearerOf(req) ?? '', tokens)) {
        throw new HttpProblem(
          403,
          'Metrics are for this machine only.',
          tokens.length === 0
            ? 'Set METRICS_TOKEN to read them from elsewhere.'
            : 'From elsewhere, send "Authorization: Bearer" with METRICS_TOKEN.',
        );
      }
      res.sendRaw(200, await source.text(), { 'Content-Type': source.contentType });
    }),
  );
}
