import {
  ActivityEx,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Config } from '../../config.ts';
import type { IncomingActivity } from './activity.ts';
import { sendingCarefully } from './careful-sending.ts';

/** Whom the bot's own token is for when it sends replies. */
const CHANNELS = 'https://api.botframework.com';

/** Makes the token that goes with replies. */
export type Credentials = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;

/**
 * Runs activities through the SDK, which sends the replies. Who sent an activity is checked before it comes here: the SDK sees
 * no token of a sender.
 */
export class BotAdapter extends CloudAdapter {
  readonly #appId: string | undefined;

  /** @param credentials other ones than follow from the registration */
  constructor(app: Config['microsoftApp'], credentials?: Credentials) {
    super(
      new ConfigurationBotFrameworkAuthentication(
        app === undefined
          ? {}
          : {
              MicrosoftAppId: app.id,
              ...(app.password !== undefined && { MicrosoftAppPassword: app.password }),
              ...(app.tenantId === undefined
                ? { MicrosoftAppType: 'MultiTenant' }
                : { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: app.tenantId }),
            },
        credentials,
      ),
    );
    this.#appId = app?.id;
    // An error ends the request with a status; nothing is said in the conversation by the SDK itself.
    this.onTurnError = (_context, error) => Promise.reject(error);
  }

  /**
   * Handles one activity of a sender who may send it.
   *
   * @returns what to answer the request with, for invoke activities and for replies that travel in the response
   * @throws when a reply could not be sent
   */
  run(activity: IncomingActivity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.#process(activity as unknown as Activity, logic);
  }

  /**
   * Speaks up in a conversation that no request is open for.
   *
   * @throws when it could not be sent
   */
  resume(reference: Partial<ConversationReference>, logic: (context: TurnContext) => Promise<void>): Promise<unknown> {
    return this.#process(ActivityEx.getContinuationActivity(reference) as Activity, logic);
  }

  #process(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    const claimsIdentity = this.createClaimsIdentity(this.#appId);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    const create = connectorFactory.create.bind(connectorFactory);
    connectorFactory.create = async (...where) => sendingCarefully(await create(...where));
    return this.processActivity({ audience: CHANNELS, claimsIdentity, connectorFactory }, activity, logic);
  }
}
