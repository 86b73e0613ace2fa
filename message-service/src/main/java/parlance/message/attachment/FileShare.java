package parlance.message.attachment;

import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.UserId;

/** A file was sent to a conversation, and has not been deleted there. */
record FileShare(FileId fileId, ConversationId conversationId, UserId from) {}
