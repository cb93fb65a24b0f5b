import type { Temporal } from 'temporal-polyfill';
import type { Config } from '../config.ts';
import type { Dialog } from '../dialog-engine/definition.ts';
import type { LoadResult } from '../knowledge/load.ts';
import { checkAddress, checkEndpoint, checkReach } from './address.ts';
import { skipped, type Finding } from './check.ts';
import { checkContent } from './content.ts';
import { checkRegistration } from './registration.ts';
import { checkKeys, checkNode, checkProxy, checkSettings } from './settings.ts';
import { checkDatabase, checkRoom, checkStore } from './store.ts';
import { checkTeamsApp } from './teams-app.ts';
import { checkIssuer, checkToken } from './token.ts';

/** What is examined, and with what. */
export interface Patient {
  readConfig: () => Config;
  readContent: () => LoadResult;
  dialogs: readonly Dialog[];
  /** In the Netherlands. */
  today: Temporal.PlainDate;
  /** As `process.versions.node` gives it. */
  nodeVersion: string;
  /** Number of the user who runs this; absent on systems without such numbers. */
  user: number | undefined;
  /** Where Microsoft gives tokens. */
  login: string;
  /** Where Microsoft tells with which keys messages are signed. */
  issuer: string;
  /** How long an answer over the network may take, in milliseconds; absent when the network is left alone. */
  answerLimit: number | undefined;
}

const OFFLINE = 'offline';

/** Looks at the whole wiring, from the settings to Microsoft and back. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const { config, finding } = checkSettings(patient.readConfig);
  const content = checkContent(patient.readContent(), patient.dialogs, patient.today);
  const wiring = config === undefined ? [] : await checkWiring(config, patient);
  return [checkNode(patient.nodeVersion), finding, ...wiring, ...content];
}

async function checkWiring(config: Config, { user, answerLimit, ...microsoft }: Patient): Promise<Finding[]> {
  const { microsoftApp, publicUrl, dataDir } = config;
  const proxy = checkProxy(config);
  const [atMicrosoft, server, store, teamsApp] = await Promise.all([
    checkMicrosoft(microsoftApp, microsoft, answerLimit),
    checkServer(config, answerLimit),
    checkKept(config, user, answerLimit),
    checkTeamsApp(config),
  ]);
  return [
    ...checkRegistration(microsoftApp),
    ...atMicrosoft,
    checkAddress(publicUrl, microsoftApp !== undefined),
    ...(proxy === undefined ? [] : [proxy]),
    ...server,
    checkKeys(config),
    store,
    checkRoom(dataDir),
    teamsApp,
  ];
}

/** Whether conversations can be kept where the settings say. */
function checkKept(
  { dataDir, databaseUrl }: Config,
  user: number | undefined,
  answerLimit: number | undefined,
): Promise<Finding> | Finding {
  if (databaseUrl === undefined) return checkStore(dataDir, user);
  return answerLimit === undefined ? skipped('store', OFFLINE) : checkDatabase(databaseUrl);
}

/** Whether the server can talk with Microsoft, and Microsoft knows it. */
async function checkMicrosoft(
  app: Config['microsoftApp'],
  { login, issuer }: Pick<Patient, 'login' | 'issuer'>,
  answerLimit: number | undefined,
): Promise<Finding[]> {
  if (app === undefined) return [];
  if (answerLimit === undefined) return [skipped('token', OFFLINE), skipped('issuer', OFFLINE)];
  return Promise.all([checkToken(app, login, answerLimit), checkIssuer(issuer, answerLimit)]);
}

/** Whether the running server is found where the settings say. */
async function checkServer({ publicUrl, microsoftApp }: Config, answerLimit: number | undefined): Promise<Finding[]> {
  if (publicUrl === undefined) return [];
  if (answerLimit === undefined) return [skipped('reach', OFFLINE), skipped('endpoint', OFFLINE)];
  const reach = await checkReach(publicUrl, answerLimit);
  const endpoint =
    reach.status === 'ok'
      ? await checkEndpoint(publicUrl, microsoftApp !== undefined, answerLimit)
      : skipped('endpoint', 'needs a server that answers');
  return [reach, endpoint];
}
