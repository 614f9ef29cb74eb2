-- DropForeignKey
ALTER TABLE "StaffForward" DROP CONSTRAINT "StaffForward_conversationId_fkey";

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "holdReminders" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "holdSince" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "InboxMessage" ADD COLUMN     "replyTo" TEXT;

-- AlterTable
ALTER TABLE "OutgoingMessage" ADD COLUMN     "aboutId" TEXT;

-- AlterTable
ALTER TABLE "StaffChannel" ADD COLUMN     "chat" TEXT NOT NULL;

-- DropTable
DROP TABLE "StaffForward";

-- CreateTable
CREATE TABLE "StaffGroup" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "linkedBy" TEXT NOT NULL,
    "linkedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StaffGroup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffGroup_channel_account_chat_key" ON "StaffGroup"("channel", "account", "chat");

-- CreateIndex
CREATE INDEX "OutgoingMessage_conversationId_ref_idx" ON "OutgoingMessage"("conversationId", "ref");

-- CreateIndex
CREATE INDEX "OutgoingMessage_aboutId_idx" ON "OutgoingMessage"("aboutId");

-- AddForeignKey
ALTER TABLE "OutgoingMessage" ADD CONSTRAINT "OutgoingMessage_aboutId_fkey" FOREIGN KEY ("aboutId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
