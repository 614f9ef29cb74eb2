/**
 * Secrets and personal text that the whole suite works with: doubles hand out the secrets, journeys say the words. None
 * may be in a line that is logged; test/support/log-scan looks for them when the tests are over.
 */
export const canaries = {
  telegramToken: "7012345678:canary-AAEabcdefghijklmnopqrstuvwxyz1234",
  telegramWebhookSecret: "canary-webhook-secret-77",
  zaloBotToken: "4012345678901234567:canary-Zb0tT0ken_abcDEF123",
  zaloBotWebhookSecret: "canary-webhook-secret-88",
  oaAppSecret: "app-secret-CANARY",
  oaSecret: "oa-secret-CANARY",
  /** what the double's tokens begin with; the rest changes */
  oaRefreshToken: "refresh-CANARY-",
  oaAccessToken: "access-CANARY-",
  /** what the values of the cookie zpw_sek begin with */
  personalSession: "sek-canary-",
  personalImei: "11111111-2222-3333-4444-555555555555-0123456789abcdef0123456789abcdef",
  /** seals tokens in the database */
  sealingSecret: "a canary's sealing secret",
  /** makes the tokens of web conversations */
  webSecret: "bí mật của bài thử",
  /** a citizen as the journeys and samples know her */
  person: "Võ Thị Ba",
  submitter: "Lê Thị Hoa",
  household: "Mắm Cô Ba",
  phone: "0905123456",
  taxId: "4300205943",
  identityNumber: "051185001234",
  eMail: "co.ba@mam-co-ba.example",
  sentence: "Xưởng mắm 9 người, muốn làm ISO 22000",
  privateWords: "tôi tên Nguyễn Thị Bí Mật",
} as const;
