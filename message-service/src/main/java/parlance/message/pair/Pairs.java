package parlance.message.pair;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.ConversationId;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.kit.directory.Conversation;

/** The 1-1s among some conversations. */
@Singleton
public final class Pairs {

    private static final int BOTH = 2;

    private final PairClient conversations;
    private final Blocks blocks;

    Pairs(@RestClient PairClient conversations, Blocks blocks) {
        this.conversations = conversations;
        this.blocks = blocks;
    }

    /** The 1-1s in which one of the two has blocked the other. */
    public Set<ConversationId> blocked(Collection<Conversation> among) {
        var people = new HashMap<ConversationId, List<UserId>>();
        for (var conversation : among) {
            if (conversation.isPrivate()) {
                people.put(conversation.id(), peopleOf(conversation));
            }
        }
        var lists = blocks.of(people.values().stream().flatMap(List::stream).distinct().toList());
        people.values().removeIf(pair -> !isBlocked(pair, lists));
        return Set.copyOf(people.keySet());
    }

    /**
     * Brings back who has left.
     *
     * @return what they are to see of it
     */
    public RawJson restore(ConversationId id, UserId author) {
        return conversations.restore(id.value(), author.value()).packet();
    }

    /** Who has left is not in the directory: the owner knows. */
    private List<UserId> peopleOf(Conversation conversation) {
        var there = conversation.participantIds();
        return there.size() == BOTH
                ? List.copyOf(there)
                : conversations.find(conversation.id().value()).people();
    }

    private static boolean isBlocked(List<UserId> pair, Map<UserId, Set<UserId>> lists) {
        return pair.stream()
                .anyMatch(
                        one -> lists.getOrDefault(one, Set.of()).stream().anyMatch(pair::contains));
    }
}
