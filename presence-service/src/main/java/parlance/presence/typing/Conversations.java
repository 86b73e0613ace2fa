package parlance.presence.typing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.ConversationId;
import parlance.contracts.MintedId;
import parlance.contracts.OrganizationId;
import parlance.kit.directory.Conversation;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.presence.typing.ConversationClient.NoSuchConversation;

/** The conversations that there are. What the directory does not know, its owner is asked for. */
@Singleton
class Conversations {

    private final ConversationDirectoryStore directory;
    private final ConversationClient owner;

    Conversations(ConversationDirectoryStore directory, @RestClient ConversationClient owner) {
        this.directory = directory;
        this.owner = owner;
    }

    /** Empty for one that everybody has left, or that is another organization's. */
    Optional<Conversation> find(ConversationId id, OrganizationId organization) {
        if (!MintedId.isWellFormed(id.value())) {
            return Optional.empty();
        }
        return Optional.ofNullable(directory.find(List.of(id)).get(id))
                .or(() -> refill(id))
                .filter(found -> found.organizationId().equals(organization))
                .filter(found -> !found.participants().isEmpty());
    }

    private Optional<Conversation> refill(ConversationId id) {
        try {
            return Optional.of(owner.refill(id.value()));
        } catch (NoSuchConversation unknown) {
            return Optional.empty();
        }
    }
}
