// An Azure Bot with its Teams channel, and a Web App that runs the image:
//   az deployment group create --resource-group GROUP --template-file deploy/main.bicep --parameters ...
// A Web App's own disk is emptied at every restart, and its lasting one is a network share on which SQLite is not safe. So give it a
// PostgreSQL database (databaseUrl): without one the store is on the own disk, and docs/teams.md says what that costs.

@description('Name of everything that is made. It becomes the first part of the address, so nobody else may have it.')
@minLength(4)
@maxLength(21)
param name string

@description('Where the Web App runs; an Azure Bot has no place.')
param location string = resourceGroup().location

@description('Name that people see; the same as in the Teams app.')
param displayName string = 'Spoor 2-assistent'

@description('Application (client) id of the app registration.')
@minLength(36)
@maxLength(36)
param appId string

@description('Client secret of the app registration.')
@secure()
param appSecret string

@description('Tenant of the app registration.')
param tenantId string = subscription().tenantId

@description('Keys of 32 octets in base64, the newest first, with a comma between them. Keep them: others end what the old ones signed.')
@secure()
param signingKeys string

@description('PostgreSQL database: postgres://user:password@host/database?sslmode=verify-full. Without it the store is lost at restarts.')
@secure()
param databaseUrl string = ''

@description('How many instances run. More than one needs databaseUrl.')
@minValue(1)
@maxValue(3)
param instances int = 1

@description('Registry in this resource group that holds the image.')
param registryName string

@description('The image in that registry, with its tag.')
param image string

@description('Name under which the server is reached, when it has a domain of its own.')
param publicHost string = '${name}.azurewebsites.net'

@description('More settings, under the names in .env.example.')
param settings object = {}

@description('Size of the plan. The smallest that is always on.')
param planSku string = 'B1'

@description('F0 is free, without a promise about availability; S1 has one.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

// Roles that come with Azure, the same in every subscription.
var acrPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
var keyVaultSecretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

// Without a database two instances would each have a store of their own.
var workers = empty(databaseUrl) ? 1 : instances

// Not the Web App's own identity: that one exists only once the app does, and the app needs image and secrets to start.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: acrPull
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-kv'
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
  }
}

resource keptAppSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'microsoft-app-password'
  properties: {
    value: appSecret
  }
}

resource keptSigningKeys 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'signing-keys'
  properties: {
    value: signingKeys
  }
}

resource keptDatabaseUrl 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(databaseUrl)) {
  parent: vault
  name: 'database-url'
  properties: {
    value: databaseUrl
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: keyVaultSecretsUser
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: workers
  }
  properties: {
    reserved: true
  }
}

// The image sets HOST and DATA_DIR itself.
var ownSettings = {
  PORT: '3978'
  WEBSITES_PORT: '3978'
  WEBSITES_ENABLE_APP_SERVICE_STORAGE: 'false'
  NODE_ENV: 'production'
  PUBLIC_URL: 'https://${publicHost}'
  TRUST_PROXY: '1'
  MICROSOFT_APP_ID: appId
  MICROSOFT_APP_TENANT_ID: tenantId
  MICROSOFT_APP_PASSWORD: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=${keptAppSecret.name})'
  SIGNING_KEYS: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=${keptSigningKeys.name})'
}

var databaseSettings = empty(databaseUrl) ? {} : {
  DATABASE_URL: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=database-url)'
}

resource web 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux,container'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      linuxFxVersion: 'DOCKER|${registry.properties.loginServer}/${image}'
      acrUseManagedIdentityCreds: true
      acrUserManagedIdentityID: identity.properties.clientId
      numberOfWorkers: workers
      alwaysOn: true
      healthCheckPath: '/healthz'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      webSocketsEnabled: true
      appSettings: map(items(union(ownSettings, databaseSettings, settings)), setting => {
        name: setting.key
        value: setting.value
      })
    }
  }
  dependsOn: [
    mayPull
    mayRead
    keptDatabaseUrl
  ]
}

// Nobody brings in other files with a password.
resource noPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = [for door in ['ftp', 'scm']: {
  parent: web
  name: door
  properties: {
    allow: false
  }
}]

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: botSku
  }
  properties: {
    displayName: displayName
    endpoint: 'https://${publicHost}/api/messages'
    msaAppId: appId
    msaAppTenantId: tenantId
    msaAppType: 'SingleTenant'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
    }
  }
}

@description('Where the server is reached; PUBLIC_URL for "npm run teams:package".')
output publicUrl string = 'https://${publicHost}'

@description('Address that the Azure Bot sends messages to.')
output messagingEndpoint string = bot.properties.endpoint
