package parlance.message.direct;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;
import parlance.internalapi.user.BlockLookup;
import parlance.kit.directory.DirectoryConversation;

/** The direct ones among some conversations. */
@Singleton
public final class DirectConversations {

    private final BlockLookup blockLookup;

    DirectConversations(BlockLookup blockLookup) {
        this.blockLookup = blockLookup;
    }

    /** The direct conversations in which one of the two has blocked the other. */
    public Set<ConversationId> blocked(Collection<DirectoryConversation> among) {
        var people = new HashMap<ConversationId, Set<UserId>>();
        for (var directoryConversation : among) {
            if (directoryConversation.isDirect()) {
                people.put(directoryConversation.id(), directoryConversation.people());
            }
        }
        var lists =
                blockLookup.find(people.values().stream().flatMap(Set::stream).distinct().toList());
        people.values().removeIf(pair -> !isBlocked(pair, lists));
        return Set.copyOf(people.keySet());
    }

    private static boolean isBlocked(Set<UserId> pair, Map<UserId, Set<UserId>> lists) {
        return pair.stream()
                .anyMatch(
                        one -> lists.getOrDefault(one, Set.of()).stream().anyMatch(pair::contains));
    }
}
