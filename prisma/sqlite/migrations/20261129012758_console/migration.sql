-- AlterTable
ALTER TABLE "InboxMessage" ADD COLUMN "replyTo" TEXT;

-- AlterTable
ALTER TABLE "Attendee" ADD COLUMN "certificateKey" TEXT;
ALTER TABLE "Attendee" ADD COLUMN "certificateNo" TEXT;
ALTER TABLE "Attendee" ADD COLUMN "certifiedAt" DATETIME;

-- CreateTable
CREATE TABLE "EventTemplate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Association" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "NeedsUpload" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "associationId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "rowsTaken" INTEGER NOT NULL,
    "rowsRefused" INTEGER NOT NULL,
    "refused" TEXT NOT NULL DEFAULT '[]',
    "uploadedBy" TEXT NOT NULL,
    "attestedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "NeedsUpload_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "version" INTEGER,
    "figures" TEXT NOT NULL DEFAULT '{}',
    "narrative" TEXT NOT NULL DEFAULT '{}',
    "frozenAt" DATETIME,
    "frozenBy" TEXT,
    "author" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" DATETIME,
    "associationId" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Staff_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StaffSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "secondFactorAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "StaffSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StaffAccount" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "failedAttempts" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "StaffAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StaffVerification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "StaffTwoFactor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "userId" TEXT NOT NULL,
    "failedVerificationCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" DATETIME,
    CONSTRAINT "StaffTwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StaffRateLimit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "StaffChannel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "linkedAt" DATETIME NOT NULL,
    CONSTRAINT "StaffChannel_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DutyShift" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    CONSTRAINT "DutyShift_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StaffGroup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "linkedBy" TEXT NOT NULL,
    "linkedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AskedQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT,
    "messageId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "confidence" REAL NOT NULL,
    "topic" TEXT,
    "answer" TEXT NOT NULL,
    "citations" TEXT NOT NULL DEFAULT '[]',
    "trace" TEXT NOT NULL DEFAULT '{}',
    "askedAt" DATETIME NOT NULL,
    "tookMs" INTEGER NOT NULL,
    "rating" TEXT,
    "ratedAt" DATETIME,
    "gap" TEXT,
    "knowledgeItemId" TEXT,
    CONSTRAINT "AskedQuestion_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "AskedQuestion_knowledgeItemId_fkey" FOREIGN KEY ("knowledgeItemId") REFERENCES "KnowledgeItem" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KnowledgeItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "question" TEXT NOT NULL,
    "variants" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "documentTitle" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "validFrom" TEXT,
    "expiresOn" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "author" TEXT NOT NULL,
    "reviewer" TEXT,
    "publishedAt" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DataBreach" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "discoveredAt" DATETIME NOT NULL,
    "occurredAt" DATETIME,
    "description" TEXT NOT NULL,
    "dataKinds" TEXT NOT NULL DEFAULT '',
    "people" INTEGER,
    "consequences" TEXT NOT NULL DEFAULT '',
    "measures" TEXT NOT NULL DEFAULT '',
    "reportedAt" DATETIME,
    "closedAt" DATETIME,
    "recordedBy" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Conversation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT '{}',
    "nextSeq" INTEGER NOT NULL DEFAULT 1,
    "leaseOwner" TEXT,
    "leaseUntil" DATETIME,
    "holdState" TEXT NOT NULL DEFAULT 'bot',
    "holdVersion" INTEGER NOT NULL DEFAULT 0,
    "holdBy" TEXT,
    "holdSince" DATETIME,
    "holdExpiresAt" DATETIME,
    "holdReminders" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "lastMessageAt" DATETIME NOT NULL
);
INSERT INTO "new_Conversation" ("account", "channel", "chat", "createdAt", "holdBy", "holdExpiresAt", "holdState", "holdVersion", "id", "lastMessageAt", "leaseOwner", "leaseUntil", "nextSeq", "state") SELECT "account", "channel", "chat", "createdAt", "holdBy", "holdExpiresAt", "holdState", "holdVersion", "id", "lastMessageAt", "leaseOwner", "leaseUntil", "nextSeq", "state" FROM "Conversation";
DROP TABLE "Conversation";
ALTER TABLE "new_Conversation" RENAME TO "Conversation";
CREATE INDEX "Conversation_holdState_holdExpiresAt_idx" ON "Conversation"("holdState", "holdExpiresAt");
CREATE INDEX "Conversation_lastMessageAt_idx" ON "Conversation"("lastMessageAt");
CREATE UNIQUE INDEX "Conversation_channel_account_chat_key" ON "Conversation"("channel", "account", "chat");
CREATE TABLE "new_OutgoingMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "inReplyTo" TEXT,
    "author" TEXT NOT NULL DEFAULT 'bot',
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "priority" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "unknowns" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME NOT NULL,
    "leaseOwner" TEXT,
    "leaseUntil" DATETIME,
    "ref" TEXT,
    "lastError" TEXT,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    "channel" TEXT NOT NULL,
    "aboutId" TEXT,
    CONSTRAINT "OutgoingMessage_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OutgoingMessage_aboutId_fkey" FOREIGN KEY ("aboutId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_OutgoingMessage" ("attempts", "author", "body", "channel", "conversationId", "createdAt", "id", "inReplyTo", "lastError", "leaseOwner", "leaseUntil", "notBefore", "priority", "ref", "seq", "settledAt", "status", "unknowns") SELECT "attempts", "author", "body", "channel", "conversationId", "createdAt", "id", "inReplyTo", "lastError", "leaseOwner", "leaseUntil", "notBefore", "priority", "ref", "seq", "settledAt", "status", "unknowns" FROM "OutgoingMessage";
DROP TABLE "OutgoingMessage";
ALTER TABLE "new_OutgoingMessage" RENAME TO "OutgoingMessage";
CREATE INDEX "OutgoingMessage_channel_status_priority_createdAt_idx" ON "OutgoingMessage"("channel", "status", "priority", "createdAt");
CREATE INDEX "OutgoingMessage_conversationId_ref_idx" ON "OutgoingMessage"("conversationId", "ref");
CREATE INDEX "OutgoingMessage_aboutId_idx" ON "OutgoingMessage"("aboutId");
CREATE UNIQUE INDEX "OutgoingMessage_conversationId_seq_key" ON "OutgoingMessage"("conversationId", "seq");
CREATE TABLE "new_Enterprise" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "taxId" TEXT,
    "communeCode" TEXT,
    "communeText" TEXT NOT NULL DEFAULT '',
    "address" TEXT,
    "formerProvince" TEXT,
    "sector" TEXT,
    "products" TEXT,
    "size" TEXT,
    "ocopStars" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_Enterprise" ("address", "communeCode", "communeText", "createdAt", "formerProvince", "id", "kind", "name", "ocopStars", "products", "searchText", "sector", "size", "taxId", "updatedAt") SELECT "address", "communeCode", "communeText", "createdAt", "formerProvince", "id", "kind", "name", "ocopStars", "products", "searchText", "sector", "size", "taxId", "updatedAt" FROM "Enterprise";
DROP TABLE "Enterprise";
ALTER TABLE "new_Enterprise" RENAME TO "Enterprise";
CREATE INDEX "Enterprise_searchText_communeCode_idx" ON "Enterprise"("searchText", "communeCode");
CREATE INDEX "Enterprise_taxId_idx" ON "Enterprise"("taxId");
CREATE TABLE "new_DataRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT,
    "kind" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "answerDue" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "doneAt" DATETIME,
    "note" TEXT,
    "assignedTo" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "DataRequest_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_DataRequest" ("answerDue", "contactId", "doneAt", "dueAt", "id", "kind", "note", "receivedAt") SELECT "answerDue", "contactId", "doneAt", "dueAt", "id", "kind", "note", "receivedAt" FROM "DataRequest";
DROP TABLE "DataRequest";
ALTER TABLE "new_DataRequest" RENAME TO "DataRequest";
CREATE INDEX "DataRequest_doneAt_dueAt_idx" ON "DataRequest"("doneAt", "dueAt");
CREATE TABLE "new_Event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "keyword" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "audience" TEXT NOT NULL DEFAULT '',
    "audienceKinds" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "capacity" INTEGER NOT NULL,
    "seatsTaken" INTEGER NOT NULL DEFAULT 0,
    "waitingIssued" INTEGER NOT NULL DEFAULT 0,
    "capPerEnterprise" INTEGER,
    "opensAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "cost" TEXT NOT NULL DEFAULT 'miễn phí',
    "invitation" TEXT,
    "planRef" TEXT,
    "annexItem" TEXT,
    "costs" TEXT NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_Event" ("audience", "audienceKinds", "capPerEnterprise", "capacity", "closesAt", "cost", "createdAt", "description", "id", "invitation", "keyword", "opensAt", "planRef", "seatsTaken", "status", "title", "updatedAt", "waitingIssued") SELECT "audience", "audienceKinds", "capPerEnterprise", "capacity", "closesAt", "cost", "createdAt", "description", "id", "invitation", "keyword", "opensAt", "planRef", "seatsTaken", "status", "title", "updatedAt", "waitingIssued" FROM "Event";
DROP TABLE "Event";
ALTER TABLE "new_Event" RENAME TO "Event";
CREATE UNIQUE INDEX "Event_keyword_key" ON "Event"("keyword");
CREATE INDEX "Event_status_opensAt_idx" ON "Event"("status", "opensAt");
CREATE TABLE "new_SupportRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "enterpriseId" TEXT,
    "conversationId" TEXT NOT NULL,
    "submitterName" TEXT,
    "submitterPhone" TEXT,
    "description" TEXT NOT NULL,
    "background" TEXT NOT NULL DEFAULT '[]',
    "status" TEXT NOT NULL DEFAULT 'received',
    "openKey" TEXT,
    "assignedTo" TEXT,
    "agency" TEXT,
    "reason" TEXT,
    "basis" TEXT,
    "mergedIntoId" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "SupportRequest_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SupportRequest_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_SupportRequest" ("agency", "assignedTo", "background", "code", "contactId", "conversationId", "createdAt", "description", "dueAt", "enterpriseId", "id", "kind", "openKey", "reason", "settledAt", "status", "submitterName", "submitterPhone") SELECT "agency", "assignedTo", "background", "code", "contactId", "conversationId", "createdAt", "description", "dueAt", "enterpriseId", "id", "kind", "openKey", "reason", "settledAt", "status", "submitterName", "submitterPhone" FROM "SupportRequest";
DROP TABLE "SupportRequest";
ALTER TABLE "new_SupportRequest" RENAME TO "SupportRequest";
CREATE UNIQUE INDEX "SupportRequest_code_key" ON "SupportRequest"("code");
CREATE UNIQUE INDEX "SupportRequest_openKey_key" ON "SupportRequest"("openKey");
CREATE INDEX "SupportRequest_contactId_idx" ON "SupportRequest"("contactId");
CREATE INDEX "SupportRequest_status_dueAt_idx" ON "SupportRequest"("status", "dueAt");
CREATE TABLE "new_SupportResult" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enterpriseId" TEXT NOT NULL,
    "requestId" TEXT,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "standard" TEXT NOT NULL DEFAULT '',
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "contract" TEXT,
    "amounts" TEXT NOT NULL DEFAULT '{}',
    "evidence" TEXT,
    "status" TEXT NOT NULL DEFAULT 'recorded',
    "reason" TEXT,
    "recordedBy" TEXT NOT NULL DEFAULT '',
    "confirmedBy" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "SupportResult_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SupportResult_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "SupportRequest" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_SupportResult" ("amounts", "contract", "createdAt", "enterpriseId", "evidence", "finishedAt", "id", "kind", "requestId", "standard", "startedAt", "status", "year") SELECT "amounts", "contract", "createdAt", "enterpriseId", "evidence", "finishedAt", "id", "kind", "requestId", "standard", "startedAt", "status", "year" FROM "SupportResult";
DROP TABLE "SupportResult";
ALTER TABLE "new_SupportResult" RENAME TO "SupportResult";
CREATE UNIQUE INDEX "SupportResult_enterpriseId_year_kind_standard_key" ON "SupportResult"("enterpriseId", "year", "kind", "standard");
CREATE TABLE "new_PilotModel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enterpriseId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "year" INTEGER NOT NULL,
    "standard" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "PilotModel_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_PilotModel" ("createdAt", "enterpriseId", "id", "status", "title", "year") SELECT "createdAt", "enterpriseId", "id", "status", "title", "year" FROM "PilotModel";
DROP TABLE "PilotModel";
ALTER TABLE "new_PilotModel" RENAME TO "PilotModel";
CREATE TABLE "new_Inspection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pilotId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "findings" TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Inspection_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "PilotModel" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Inspection" ("at", "findings", "id", "pilotId") SELECT "at", "findings", "id", "pilotId" FROM "Inspection";
DROP TABLE "Inspection";
ALTER TABLE "new_Inspection" RENAME TO "Inspection";
CREATE INDEX "Inspection_pilotId_idx" ON "Inspection"("pilotId");
CREATE TABLE "new_TrainingNeed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "quarter" INTEGER,
    "people" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "uploadId" TEXT,
    "metEventId" TEXT,
    "metAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TrainingNeed_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TrainingNeed_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "NeedsUpload" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_TrainingNeed" ("createdAt", "enterpriseId", "id", "people", "quarter", "source", "topic", "year") SELECT "createdAt", "enterpriseId", "id", "people", "quarter", "source", "topic", "year" FROM "TrainingNeed";
DROP TABLE "TrainingNeed";
ALTER TABLE "new_TrainingNeed" RENAME TO "TrainingNeed";
CREATE UNIQUE INDEX "TrainingNeed_source_enterpriseId_topic_year_key" ON "TrainingNeed"("source", "enterpriseId", "topic", "year");
CREATE TABLE "new_Activity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "annexItem" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "costs" TEXT NOT NULL DEFAULT '{}',
    "evidence" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL
);
INSERT INTO "new_Activity" ("annexItem", "costs", "createdAt", "evidence", "id", "lead", "status", "title", "year") SELECT "annexItem", "costs", "createdAt", "evidence", "id", "lead", "status", "title", "year" FROM "Activity";
DROP TABLE "Activity";
ALTER TABLE "new_Activity" RENAME TO "Activity";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "EventTemplate_name_key" ON "EventTemplate"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Association_name_key" ON "Association"("name");

-- CreateIndex
CREATE INDEX "NeedsUpload_associationId_createdAt_idx" ON "NeedsUpload"("associationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "NeedsUpload_associationId_digest_key" ON "NeedsUpload"("associationId", "digest");

-- CreateIndex
CREATE UNIQUE INDEX "Report_startsOn_endsOn_version_key" ON "Report"("startsOn", "endsOn", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_email_key" ON "Staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "StaffSession_token_key" ON "StaffSession"("token");

-- CreateIndex
CREATE INDEX "StaffSession_userId_idx" ON "StaffSession"("userId");

-- CreateIndex
CREATE INDEX "StaffAccount_userId_idx" ON "StaffAccount"("userId");

-- CreateIndex
CREATE INDEX "StaffVerification_identifier_idx" ON "StaffVerification"("identifier");

-- CreateIndex
CREATE INDEX "StaffTwoFactor_userId_idx" ON "StaffTwoFactor"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffRateLimit_key_key" ON "StaffRateLimit"("key");

-- CreateIndex
CREATE INDEX "StaffChannel_staffId_idx" ON "StaffChannel"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffChannel_channel_account_sender_key" ON "StaffChannel"("channel", "account", "sender");

-- CreateIndex
CREATE INDEX "DutyShift_startsAt_endsAt_idx" ON "DutyShift"("startsAt", "endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "StaffGroup_channel_account_chat_key" ON "StaffGroup"("channel", "account", "chat");

-- CreateIndex
CREATE INDEX "AskedQuestion_askedAt_idx" ON "AskedQuestion"("askedAt");

-- CreateIndex
CREATE INDEX "AskedQuestion_gap_askedAt_idx" ON "AskedQuestion"("gap", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "AskedQuestion_conversationId_messageId_key" ON "AskedQuestion"("conversationId", "messageId");

-- CreateIndex
CREATE INDEX "KnowledgeItem_status_idx" ON "KnowledgeItem"("status");

-- CreateIndex
CREATE UNIQUE INDEX "Attendee_certificateNo_key" ON "Attendee"("certificateNo");

-- CreateIndex
CREATE UNIQUE INDEX "Attendee_certificateKey_key" ON "Attendee"("certificateKey");
