package parlance.conversation.listing;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.stream.Collectors;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationPackets;
import parlance.conversation.document.ConversationStore;
import parlance.internalapi.conversation.Candidate;
import parlance.internalapi.conversation.CandidatesQuery;
import parlance.internalapi.conversation.ConversationDetails;
import parlance.internalapi.conversation.ShownConversation;
import parlance.internalapi.conversation.ShownQuery;

/** What message-service needs of conversations for its lists of them. */
@Singleton
public final class ConversationPages {

    private final ConversationStore conversations;
    private final ConversationRenderer renderer;

    ConversationPages(ConversationStore conversations, ConversationRenderer renderer) {
        this.conversations = conversations;
        this.renderer = renderer;
    }

    /** See {@link CandidatesQuery}. */
    public List<Candidate> findCandidates(CandidatesQuery query) {
        return found(query).stream()
                .map(one -> new Candidate(one.id(), one.profile().name(), one.updatedAt()))
                .toList();
    }

    /** See {@link ShownQuery}. */
    public List<ShownConversation> findShown(ShownQuery query) {
        var found =
                conversations.ofParticipant(query.organizationId(), query.userId(), query.ids());
        var packets =
                renderer.of(
                        query.organizationId(),
                        found.stream().map(ConversationPackets::of).toList());
        var sizes = found.stream().collect(Collectors.toMap(Conversation::id, Conversation::size));
        return packets.stream()
                .map(packet -> new ShownConversation(packet, sizes.getOrDefault(packet.id(), 0)))
                .toList();
    }

    /** See {@link ConversationDetails}. */
    public ConversationDetails findDetails(ConversationId id) {
        var conversation = conversations.find(id).orElseThrow(NotFoundException::new);
        List<UserId> participants = conversation.participantIds();
        return new ConversationDetails(
                renderer.of(conversation),
                participants,
                participants.stream().filter(conversation::isLedBy).toList());
    }

    private List<Conversation> found(CandidatesQuery query) {
        var organization = query.organizationId();
        if (query.name() != null) {
            return conversations.named(organization, query.userId(), query.name());
        }
        return query.ids() == null
                ? conversations.ofParticipant(organization, query.userId())
                : conversations.ofParticipant(organization, query.userId(), query.ids());
    }
}
