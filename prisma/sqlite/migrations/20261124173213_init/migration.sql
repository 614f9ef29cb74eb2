-- CreateTable
CREATE TABLE "Conversation" (
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
    "holdExpiresAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "lastMessageAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "InboxMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "sender" TEXT NOT NULL,
    "senderName" TEXT,
    "isGroup" BOOLEAN NOT NULL,
    "mentioned" BOOLEAN NOT NULL,
    "content" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME NOT NULL,
    "lastError" TEXT,
    "settledAt" DATETIME,
    CONSTRAINT "InboxMessage_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutgoingMessage" (
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
    CONSTRAINT "OutgoingMessage_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "content" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "StoredFile_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT,
    "phone" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ChannelAddress" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ChannelAddress_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Enterprise" (
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
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "EnterpriseContact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enterpriseId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'claimed',
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "EnterpriseContact_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EnterpriseContact_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MergeCandidate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "firstId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "settledAt" DATETIME,
    CONSTRAINT "MergeCandidate_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MergeCandidate_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "noticeVersion" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "givenAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Consent_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TopicFollow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TopicFollow_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DataRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT,
    "kind" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "answerDue" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "doneAt" DATETIME,
    "note" TEXT,
    CONSTRAINT "DataRequest_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
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
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "EventSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "place" TEXT NOT NULL,
    CONSTRAINT "EventSession_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Registration" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "submitterName" TEXT NOT NULL,
    "submitterPhone" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Registration_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Registration_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Registration_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attendee" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "registrationId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "position" TEXT,
    "status" TEXT NOT NULL,
    "waitingPosition" INTEGER,
    "offerExpiresAt" DATETIME,
    "remindedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Attendee_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Attendee_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SupportRequest" (
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
    "createdAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "SupportRequest_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SupportRequest_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RequestEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "requestId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "files" TEXT NOT NULL DEFAULT '[]',
    "status" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "RequestEntry_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "SupportRequest" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SupportResult" (
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
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "SupportResult_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SupportResult_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "SupportRequest" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PilotModel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enterpriseId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "year" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "PilotModel_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Inspection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pilotId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "findings" TEXT NOT NULL,
    CONSTRAINT "Inspection_pilotId_fkey" FOREIGN KEY ("pilotId") REFERENCES "PilotModel" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TrainingNeed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "quarter" INTEGER,
    "people" INTEGER,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TrainingNeed_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "annexItem" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "costs" TEXT NOT NULL DEFAULT '{}',
    "evidence" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Target" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "planId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    CONSTRAINT "Target_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "audience" TEXT NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "approvedHash" TEXT,
    "author" TEXT NOT NULL,
    "approver" TEXT,
    "scheduledAt" DATETIME,
    "expiresAt" DATETIME,
    "correctsId" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "announcementId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME NOT NULL,
    "leaseOwner" TEXT,
    "leaseUntil" DATETIME,
    "settledAt" DATETIME,
    CONSTRAINT "Delivery_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Delivery_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '{}'
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "JobLease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "until" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Conversation_holdState_holdExpiresAt_idx" ON "Conversation"("holdState", "holdExpiresAt");

-- CreateIndex
CREATE INDEX "Conversation_lastMessageAt_idx" ON "Conversation"("lastMessageAt");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_channel_account_chat_key" ON "Conversation"("channel", "account", "chat");

-- CreateIndex
CREATE INDEX "InboxMessage_status_receivedAt_idx" ON "InboxMessage"("status", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "InboxMessage_conversationId_externalId_key" ON "InboxMessage"("conversationId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "InboxMessage_conversationId_seq_key" ON "InboxMessage"("conversationId", "seq");

-- CreateIndex
CREATE INDEX "OutgoingMessage_channel_status_priority_createdAt_idx" ON "OutgoingMessage"("channel", "status", "priority", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMessage_conversationId_seq_key" ON "OutgoingMessage"("conversationId", "seq");

-- CreateIndex
CREATE INDEX "StoredFile_conversationId_idx" ON "StoredFile"("conversationId");

-- CreateIndex
CREATE INDEX "StoredFile_createdAt_idx" ON "StoredFile"("createdAt");

-- CreateIndex
CREATE INDEX "ChannelAddress_contactId_idx" ON "ChannelAddress"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelAddress_channel_account_chat_sender_key" ON "ChannelAddress"("channel", "account", "chat", "sender");

-- CreateIndex
CREATE INDEX "Enterprise_searchText_communeCode_idx" ON "Enterprise"("searchText", "communeCode");

-- CreateIndex
CREATE INDEX "Enterprise_taxId_idx" ON "Enterprise"("taxId");

-- CreateIndex
CREATE INDEX "EnterpriseContact_contactId_idx" ON "EnterpriseContact"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "EnterpriseContact_enterpriseId_contactId_key" ON "EnterpriseContact"("enterpriseId", "contactId");

-- CreateIndex
CREATE UNIQUE INDEX "MergeCandidate_firstId_secondId_key" ON "MergeCandidate"("firstId", "secondId");

-- CreateIndex
CREATE INDEX "Consent_contactId_purpose_idx" ON "Consent"("contactId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "TopicFollow_contactId_topic_key" ON "TopicFollow"("contactId", "topic");

-- CreateIndex
CREATE INDEX "DataRequest_doneAt_dueAt_idx" ON "DataRequest"("doneAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Event_keyword_key" ON "Event"("keyword");

-- CreateIndex
CREATE INDEX "Event_status_opensAt_idx" ON "Event"("status", "opensAt");

-- CreateIndex
CREATE INDEX "EventSession_eventId_startsAt_idx" ON "EventSession"("eventId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_code_key" ON "Registration"("code");

-- CreateIndex
CREATE INDEX "Registration_contactId_idx" ON "Registration"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_eventId_enterpriseId_contactId_key" ON "Registration"("eventId", "enterpriseId", "contactId");

-- CreateIndex
CREATE INDEX "Attendee_registrationId_idx" ON "Attendee"("registrationId");

-- CreateIndex
CREATE INDEX "Attendee_eventId_status_idx" ON "Attendee"("eventId", "status");

-- CreateIndex
CREATE INDEX "Attendee_status_offerExpiresAt_idx" ON "Attendee"("status", "offerExpiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Attendee_eventId_waitingPosition_key" ON "Attendee"("eventId", "waitingPosition");

-- CreateIndex
CREATE UNIQUE INDEX "SupportRequest_code_key" ON "SupportRequest"("code");

-- CreateIndex
CREATE UNIQUE INDEX "SupportRequest_openKey_key" ON "SupportRequest"("openKey");

-- CreateIndex
CREATE INDEX "SupportRequest_contactId_idx" ON "SupportRequest"("contactId");

-- CreateIndex
CREATE INDEX "SupportRequest_status_dueAt_idx" ON "SupportRequest"("status", "dueAt");

-- CreateIndex
CREATE INDEX "RequestEntry_requestId_at_idx" ON "RequestEntry"("requestId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "SupportResult_enterpriseId_year_kind_standard_key" ON "SupportResult"("enterpriseId", "year", "kind", "standard");

-- CreateIndex
CREATE INDEX "Inspection_pilotId_idx" ON "Inspection"("pilotId");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingNeed_source_enterpriseId_topic_year_key" ON "TrainingNeed"("source", "enterpriseId", "topic", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_number_key" ON "Plan"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Target_planId_year_metric_key" ON "Target"("planId", "year", "metric");

-- CreateIndex
CREATE INDEX "Delivery_status_notBefore_idx" ON "Delivery"("status", "notBefore");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_announcementId_contactId_key" ON "Delivery"("announcementId", "contactId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");
