import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Config } from '../../config.ts';
import type { IncomingActivity } from './activity.ts';

/** Runs activities through the SDK: it verifies who sent them and sends the replies. */
export class BotAdapter extends CloudAdapter {
  constructor(app: Config['microsoftApp']) {
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
      ),
    );
    // An error ends the request with a status; nothing is said in the conversation by the SDK itself.
    this.onTurnError = (_context, error) => Promise.reject(error);
  }

  /**
   * Handles one activity.
   *
   * @returns what to answer the request with, for invoke activities and for replies that travel in the response
   * @throws when the sender is not who it says it is, or when a reply could not be sent
   */
  run(
    authorization: string,
    activity: IncomingActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity as unknown as Activity, logic);
  }
}
