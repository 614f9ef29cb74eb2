-- DropForeignKey
ALTER TABLE "AskedQuestion" DROP CONSTRAINT "AskedQuestion_conversationId_fkey";

-- AlterTable
ALTER TABLE "AskedQuestion" ADD COLUMN     "route" TEXT NOT NULL,
ALTER COLUMN "conversationId" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "AskedQuestion" ADD CONSTRAINT "AskedQuestion_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
