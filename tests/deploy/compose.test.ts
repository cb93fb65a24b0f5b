import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SETTINGS, textOf } from './files.ts';

const { services, volumes } = z
  .object({
    services: z.record(
      z.string(),
      z.looseObject({
        environment: z.record(z.string(), z.string()),
        ports: z.array(z.string()),
        volumes: z.array(z.string()),
        read_only: z.boolean(),
        cap_drop: z.array(z.string()),
        security_opt: z.array(z.string()),
      }),
    ),
    volumes: z.record(z.string(), z.null()),
  })
  .loose()
  .parse(load(textOf('deploy/compose.yaml')));

describe('the compose file', () => {
  const server = services['assistent'];

  it('has the server and nothing beside it', () => {
    expect(Object.keys(services)).toEqual(['assistent']);
  });

  it('sets what the product knows', () => {
    expect(Object.keys(server?.environment ?? {}).filter((name) => !SETTINGS.has(name))).toEqual([]);
  });

  it('keeps the data in a volume that it declares', () => {
    expect(server?.volumes).toEqual([`${Object.keys(volumes)[0] ?? ''}:${server?.environment['DATA_DIR'] ?? ''}`]);
  });

  it('is reached from this machine only, where the server listens', () => {
    expect(server?.ports).toEqual([`127.0.0.1:3978:${server?.environment['PORT'] ?? ''}`]);
  });

  it('gives the container no more than it needs', () => {
    expect(server).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });
});
