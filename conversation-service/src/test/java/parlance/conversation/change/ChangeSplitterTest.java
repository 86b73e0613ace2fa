package parlance.conversation.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.Conversation.Participant;
import parlance.conversation.document.Conversation.Profile;
import parlance.conversation.document.ConversationType;
import parlance.testing.commands.CommandClient;

class ChangeSplitterTest {

    private static final RawJson REPLY = new RawJson("{\"success\":true}");
    private static final int RECORD_LIMIT = 2 << 20;

    @Test
    void mostChangesAreOneRecord() {
        var team = crowd(3);

        var parts = ChangeSplitter.of(team, REPLY, List.of(said(team, 1), notice(team)), null);

        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().participants()).isEqualTo(team.participantIds());
        assertThat(parts.getFirst().reply()).isEqualTo(REPLY);
    }

    @Test
    void withoutWordsNobodyNeedBeNamed() {
        var team = crowd(3);

        assertThat(
                        ChangeSplitter.of(team, REPLY, List.of(notice(team)), null)
                                .getFirst()
                                .participants())
                .isEmpty();
        assertThat(ChangeSplitter.of(team, REPLY, List.of(), null)).hasSize(1);
    }

    @Test
    void thousandsWhoComeToThousandsComeInPartsThatKafkaTakes() {
        var crowd = crowd(10_000);
        var steps = new ArrayList<Step>();
        steps.add(notice(crowd));
        IntStream.range(0, 3_000).forEach(i -> steps.add(said(crowd, i)));
        steps.add(notice(crowd));

        var parts = ChangeSplitter.of(crowd, REPLY, steps, null);

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts).extracting(ConversationChange::part).isSorted().startsWith(0, 1);
        assertThat(parts).flatExtracting(ConversationChange::steps).isEqualTo(steps);
        assertThat(parts.getFirst().reply()).isEqualTo(REPLY);
        assertThat(parts.subList(1, parts.size()))
                .allSatisfy(part -> assertThat(part.reply()).isNull());
        assertThat(parts)
                .allSatisfy(part -> assertThat(Json.bytes(part)).hasSizeLessThan(RECORD_LIMIT));
    }

    private static Said said(Conversation conversation, int number) {
        var x = new RawJson("{\"type\":\"added_participant\",\"n\":\"" + "x".repeat(400) + "\"}");
        return new Said(conversation.ownerId(), "user " + number + " has been added", x);
    }

    private static Notice notice(Conversation conversation) {
        var packet = EventPacket.updated(conversation, conversation.ownerId(), Instant.EPOCH);
        return new Notice(
                conversation.participantIds(), packet, true, conversation.ownerId(), Set.of());
    }

    private static Conversation crowd(int size) {
        var people =
                IntStream.range(0, size)
                        .mapToObj(_ -> new UserId(CommandClient.mintedId()))
                        .toList();
        return new Conversation(
                new ConversationId(CommandClient.mintedId()),
                new OrganizationId("default"),
                ConversationType.GROUP,
                1,
                people.getFirst(),
                null,
                false,
                new Profile("Crowd", null, null),
                size,
                people.stream().map(id -> new Participant(id, 1, false)).toList(),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
