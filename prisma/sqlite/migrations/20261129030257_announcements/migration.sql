-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "blockedAt" DATETIME;

-- CreateTable
CREATE TABLE "AnnouncementFile" (
    "announcementId" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "content" BLOB NOT NULL,
    CONSTRAINT "AnnouncementFile_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SendPace" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "nextAt" REAL NOT NULL,
    "restUntil" DATETIME,
    "why" TEXT
);

-- CreateTable
CREATE TABLE "ContactCode" (
    "contactId" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "ContactCode_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Announcement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "eventId" TEXT,
    "link" TEXT,
    "audience" TEXT NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "approvedHash" TEXT,
    "author" TEXT NOT NULL,
    "approver" TEXT,
    "approvedAt" DATETIME,
    "reason" TEXT,
    "scheduledAt" DATETIME,
    "expiresAt" DATETIME,
    "correctsId" TEXT,
    "startedAt" DATETIME,
    "resumedAt" DATETIME,
    "endedAt" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Announcement_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Announcement_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Announcement" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Announcement" ("approvedHash", "approver", "audience", "author", "body", "correctsId", "createdAt", "expiresAt", "id", "scheduledAt", "status", "title") SELECT "approvedHash", "approver", "audience", "author", "body", "correctsId", "createdAt", "expiresAt", "id", "scheduledAt", "status", "title" FROM "Announcement";
DROP TABLE "Announcement";
ALTER TABLE "new_Announcement" RENAME TO "Announcement";
CREATE INDEX "Announcement_status_scheduledAt_idx" ON "Announcement"("status", "scheduledAt");
CREATE TABLE "new_Delivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "announcementId" TEXT,
    "key" TEXT,
    "contactId" TEXT NOT NULL,
    "conversationId" TEXT,
    "channel" TEXT NOT NULL DEFAULT '',
    "account" TEXT NOT NULL DEFAULT '',
    "body" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 2,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "leaseOwner" TEXT,
    "leaseUntil" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "Delivery_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Delivery_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Delivery_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Delivery" ("announcementId", "attempts", "contactId", "id", "leaseOwner", "leaseUntil", "notBefore", "reason", "settledAt", "status") SELECT "announcementId", "attempts", "contactId", "id", "leaseOwner", "leaseUntil", "notBefore", "reason", "settledAt", "status" FROM "Delivery";
DROP TABLE "Delivery";
ALTER TABLE "new_Delivery" RENAME TO "Delivery";
CREATE UNIQUE INDEX "Delivery_key_key" ON "Delivery"("key");
CREATE INDEX "Delivery_channel_status_notBefore_idx" ON "Delivery"("channel", "status", "notBefore");
CREATE INDEX "Delivery_announcementId_status_settledAt_idx" ON "Delivery"("announcementId", "status", "settledAt");
CREATE INDEX "Delivery_contactId_status_idx" ON "Delivery"("contactId", "status");
CREATE INDEX "Delivery_conversationId_status_idx" ON "Delivery"("conversationId", "status");
CREATE UNIQUE INDEX "Delivery_announcementId_contactId_key" ON "Delivery"("announcementId", "contactId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "ContactCode_hash_key" ON "ContactCode"("hash");
