package parlance.conversation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.conversation.OtherServices;
import parlance.conversation.directory.DirectoryEntry;
import parlance.conversation.document.Conversation.Change;
import parlance.conversation.document.Conversation.Participant;
import parlance.conversation.document.Conversation.Profile;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ConversationStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Inject ConversationStore conversations;
    @Inject ConversationDirectoryStore directory;

    @Test
    void keepsTenThousandParticipants() {
        var crowd = crowd(10_000);

        assertThat(conversations.add(crowd)).isTrue();
        directory.save(DirectoryEntry.of(crowd));

        assertThat(conversations.find(crowd.id())).contains(crowd);
        assertThat(directory.find(Set.of(crowd.id())).get(crowd.id()))
                .isEqualTo(DirectoryEntry.of(crowd));
    }

    @Test
    void listsWithoutTheListsOfParticipants() {
        var crowd = crowd(100);
        conversations.add(crowd);

        var listed =
                conversations.ofParticipant(
                        crowd.organizationId(), crowd.participantIds().getLast());

        assertThat(listed).hasSize(1);
        assertThat(listed.getFirst().participants()).isEmpty();
        assertThat(listed.getFirst().size()).isEqualTo(100);
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        var crowd = crowd(2);
        conversations.add(crowd);
        var left = crowd.without(crowd.ownerId(), new Position("test", 1, 0), NOW);

        assertThat(conversations.replace(left)).isTrue();
        assertThat(conversations.replace(left)).isFalse();
    }

    private static Conversation crowd(int size) {
        var people =
                IntStream.range(0, size)
                        .mapToObj(_ -> new UserId(CommandClient.mintedId()))
                        .toList();
        return new Conversation(
                new ConversationId(CommandClient.mintedId()),
                caller("ann").organizationId(),
                ConversationType.GROUP,
                1,
                people.getFirst(),
                null,
                false,
                new Profile("Crowd", null, null),
                size,
                people.stream().map(userId -> new Participant(userId, 1, false)).toList(),
                List.of(Change.adding(people, new Position("test", 0, 0), 1)),
                NOW,
                NOW);
    }
}
