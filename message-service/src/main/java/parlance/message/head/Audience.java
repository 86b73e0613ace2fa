package parlance.message.head;

import jakarta.inject.Singleton;
import java.util.List;
import parlance.contracts.UserId;
import parlance.kit.directory.Conversation;

/** Who hears of what happens in a conversation: those whose joining was published before. */
@Singleton
public final class Audience {

    private final HeadStore heads;

    Audience(HeadStore heads) {
        this.heads = heads;
    }

    public List<UserId> of(Conversation conversation) {
        return conversation.recipients(heads.get(conversation.id()).published());
    }
}
