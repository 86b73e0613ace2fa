package parlance.conversation.participant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.conversation.document.Conversation;

/**
 * Some people of some conversations, as lists of them are answered.
 *
 * @param conversations by conversation, the ids of those who still exist
 */
record PeopleByConversation(
        @JsonProperty("users") Collection<User> users,
        @JsonProperty("conversations") Map<String, List<UserId>> conversations) {

    static PeopleByConversation of(
            List<Conversation> conversations,
            Map<UserId, User> users,
            Function<Conversation, Collection<UserId>> peopleOf) {
        var existing = new LinkedHashMap<String, List<UserId>>();
        for (var conversation : conversations) {
            existing.put(
                    conversation.id().value(),
                    peopleOf.apply(conversation).stream().filter(users::containsKey).toList());
        }
        return new PeopleByConversation(users.values(), existing);
    }
}
