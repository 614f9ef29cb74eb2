-- DropIndex
DROP INDEX "Delivery_status_notBefore_idx";

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "blockedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN     "approvedAt" TIMESTAMP(3),
ADD COLUMN     "endedAt" TIMESTAMP(3),
ADD COLUMN     "eventId" TEXT,
ADD COLUMN     "link" TEXT,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "resumedAt" TIMESTAMP(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "startedAt" TIMESTAMP(3),
ADD COLUMN     "updatedAt" TIMESTAMP(3) NOT NULL;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "account" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "body" TEXT,
ADD COLUMN     "channel" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "conversationId" TEXT,
ADD COLUMN     "createdAt" TIMESTAMP(3) NOT NULL,
ADD COLUMN     "expiresAt" TIMESTAMP(3),
ADD COLUMN     "key" TEXT,
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 2,
ALTER COLUMN "announcementId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "AnnouncementFile" (
    "announcementId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "AnnouncementFile_pkey" PRIMARY KEY ("announcementId")
);

-- CreateTable
CREATE TABLE "SendPace" (
    "id" TEXT NOT NULL,
    "nextAt" DOUBLE PRECISION NOT NULL,
    "restUntil" TIMESTAMP(3),
    "why" TEXT,

    CONSTRAINT "SendPace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactCode" (
    "contactId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ContactCode_pkey" PRIMARY KEY ("contactId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ContactCode_hash_key" ON "ContactCode"("hash");

-- CreateIndex
CREATE INDEX "Announcement_status_scheduledAt_idx" ON "Announcement"("status", "scheduledAt");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_key_key" ON "Delivery"("key");

-- CreateIndex
CREATE INDEX "Delivery_channel_status_notBefore_idx" ON "Delivery"("channel", "status", "notBefore");

-- CreateIndex
CREATE INDEX "Delivery_announcementId_status_settledAt_idx" ON "Delivery"("announcementId", "status", "settledAt");

-- CreateIndex
CREATE INDEX "Delivery_contactId_status_idx" ON "Delivery"("contactId", "status");

-- CreateIndex
CREATE INDEX "Delivery_conversationId_status_idx" ON "Delivery"("conversationId", "status");

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Announcement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementFile" ADD CONSTRAINT "AnnouncementFile_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactCode" ADD CONSTRAINT "ContactCode_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
