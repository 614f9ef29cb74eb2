-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_AskedQuestion" (
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
INSERT INTO "new_AskedQuestion" ("answer", "askedAt", "channel", "citations", "confidence", "conversationId", "gap", "id", "knowledgeItemId", "messageId", "outcome", "question", "ratedAt", "rating", "searchText", "tookMs", "topic", "trace") SELECT "answer", "askedAt", "channel", "citations", "confidence", "conversationId", "gap", "id", "knowledgeItemId", "messageId", "outcome", "question", "ratedAt", "rating", "searchText", "tookMs", "topic", "trace" FROM "AskedQuestion";
DROP TABLE "AskedQuestion";
ALTER TABLE "new_AskedQuestion" RENAME TO "AskedQuestion";
CREATE INDEX "AskedQuestion_askedAt_idx" ON "AskedQuestion"("askedAt");
CREATE INDEX "AskedQuestion_gap_askedAt_idx" ON "AskedQuestion"("gap", "askedAt");
CREATE UNIQUE INDEX "AskedQuestion_conversationId_messageId_key" ON "AskedQuestion"("conversationId", "messageId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
