-- DropIndex
DROP INDEX "StaffForward_channel_account_chat_ref_key";

-- AlterTable
ALTER TABLE "InboxMessage" ADD COLUMN "replyTo" TEXT;

-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "StaffForward";
PRAGMA foreign_keys=on;

-- CreateTable
CREATE TABLE "StaffGroup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "linkedBy" TEXT NOT NULL,
    "linkedAt" DATETIME NOT NULL
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
CREATE TABLE "new_StaffChannel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "linkedAt" DATETIME NOT NULL,
    CONSTRAINT "StaffChannel_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_StaffChannel" ("account", "channel", "id", "linkedAt", "sender", "staffId") SELECT "account", "channel", "id", "linkedAt", "sender", "staffId" FROM "StaffChannel";
DROP TABLE "StaffChannel";
ALTER TABLE "new_StaffChannel" RENAME TO "StaffChannel";
CREATE INDEX "StaffChannel_staffId_idx" ON "StaffChannel"("staffId");
CREATE UNIQUE INDEX "StaffChannel_channel_account_sender_key" ON "StaffChannel"("channel", "account", "sender");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "StaffGroup_channel_account_chat_key" ON "StaffGroup"("channel", "account", "chat");
