import { load, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isThere, SETTINGS, textOf } from './files.ts';

const composeFile = z.looseObject({
  services: z.record(
    z.string(),
    z.looseObject({
      image: z.string().optional(),
      environment: z.record(z.string(), z.string()).optional(),
      ports: z.array(z.string()).optional(),
      volumes: z.array(z.string()).optional(),
      depends_on: z.unknown().optional(),
    }),
  ),
  volumes: z.record(z.string(), z.null()),
});

const { services, volumes } = composeFile.parse(load(textOf('deploy/compose.yaml')));
const withDatabase = composeFile.parse(load(textOf('deploy/compose.postgres.yaml'), { schema: YAML11_SCHEMA }));

/** What keeps the server in its container. */
const HARDENING = ['read_only', 'tmpfs', 'cap_drop', 'security_opt', 'pids_limit', 'mem_limit', 'stop_grace_period'];

describe('the compose file', () => {
  const server = services['assistent'];

  it('has the server and nothing beside it', () => {
    expect(Object.keys(services)).toEqual(['assistent']);
  });

  it('sets what the product knows', () => {
    expect(Object.keys(server?.environment ?? {}).filter((name) => !SETTINGS.has(name))).toEqual([]);
  });

  it('keeps the data in a volume that it declares', () => {
    expect(server?.volumes).toEqual([`${Object.keys(volumes)[0] ?? ''}:${server?.environment?.['DATA_DIR'] ?? ''}`]);
  });

  it('is reached from this machine only, where the server listens', () => {
    expect(server?.ports).toEqual([`127.0.0.1:3978:${server?.environment?.['PORT'] ?? ''}`]);
  });

  it('gives the container no more than it needs', () => {
    expect(server).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });
});

describe('the compose file with PostgreSQL', () => {
  const { assistent, 'assistent-2': second, proxy, postgres } = withDatabase.services;

  it('has two equal servers, a proxy and a database', () => {
    expect(Object.keys(withDatabase.services)).toEqual(['assistent', 'assistent-2', 'proxy', 'postgres']);
    const { build, ...first } = assistent ?? {};
    expect(build).toBeDefined();
    expect(first).toEqual(second);
  });

  it('holds the servers as the other file does', () => {
    for (const what of HARDENING) {
      expect(services['assistent']?.[what], what).toBeDefined();
      expect(assistent?.[what], what).toEqual(services['assistent']?.[what]);
    }
  });

  it('sets what the product knows', () => {
    const set = Object.keys(assistent?.environment ?? {});
    expect(set).toEqual(
      expect.arrayContaining([...Object.keys(services['assistent']?.environment ?? {}), 'DATABASE_URL']),
    );
    expect(set.filter((name) => !SETTINGS.has(name))).toEqual([]);
  });

  it('has no password but the one it is given, and does not start without', () => {
    const { DATABASE_URL } = assistent?.environment ?? {};
    expect(DATABASE_URL).toMatch(/^postgres:\/\/spoor2:\$\{POSTGRES_PASSWORD:\?[^}]+\}@postgres:5432\/spoor2$/);
    expect(postgres?.environment).toMatchObject({
      POSTGRES_USER: 'spoor2',
      POSTGRES_DB: 'spoor2',
      POSTGRES_PASSWORD_FILE: '/run/secrets/postgres_password',
    });
    expect(withDatabase['secrets']).toEqual({ postgres_password: { environment: 'POSTGRES_PASSWORD' } });
    expect(textOf('.gitignore').split('\n')).toContain('.env');
  });

  it('starts the servers once the database answers', () => {
    expect(postgres?.['healthcheck']).toBeDefined();
    expect(assistent?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  });

  it('keeps the database in a volume that it declares', () => {
    expect(postgres?.volumes).toEqual([`${Object.keys(withDatabase.volumes)[0] ?? ''}:/var/lib/postgresql`]);
  });

  it('is reached from this machine only, through the proxy, which sends on to both servers', () => {
    const open = Object.entries(withDatabase.services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name, { ports }]) => [name, ports])).toEqual([['proxy', ['127.0.0.1:3978:3978']]]);
    expect(proxy?.volumes).toEqual(['./Caddyfile:/etc/caddy/Caddyfile:ro']);
    expect(isThere('deploy/Caddyfile')).toBe(true);
    const port = assistent?.environment?.['PORT'] ?? '';
    expect(textOf('deploy/Caddyfile')).toContain(`reverse_proxy assistent:${port} assistent-2:${port} {`);
    expect(textOf('deploy/Caddyfile')).toContain('health_uri /readyz');
  });
});
