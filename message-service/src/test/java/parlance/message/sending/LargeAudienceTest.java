package parlance.message.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.commands.Seen;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class LargeAudienceTest {

    private static final int PEOPLE = 2_000;
    private static final int CONNECTED = 1_100;

    @Inject ConversationFixture conversationFixture;

    @Test
    void everybodyOfTwoThousandIsReachedOrKnownToBeAbsent() {
        var people = IntStream.range(0, PEOPLE).mapToObj(i -> person("p" + i)).toList();
        var ann = people.getFirst();
        var agora = conversationFixture.begin(group(people.toArray(Caller[]::new)));
        try (var client = CommandClient.start();
                var inbox = client.view(Topic.GATEWAY_INBOX);
                var offline = client.view(Topic.DELIVERIES_OFFLINE)) {
            people.subList(1, 1 + CONNECTED).forEach(client::connect);

            var mid = ConversationFixture.say(client, ann, agora, "hear, hear");

            // Two slices for the one gateway; the message is there once for each.
            inbox.await(
                    seen -> isOf(mid, seen) && listed(RecordHeaderNames.RECIPIENTS, seen) == 100);
            assertThat(inbox.all(seen -> isOf(mid, seen)))
                    .extracting(seen -> listed(RecordHeaderNames.RECIPIENTS, seen))
                    .containsExactlyInAnyOrder(1_000, 100);
            var absent = offline.all(seen -> isOf(mid, seen));
            assertThat(absent).hasSizeLessThanOrEqualTo(3);
            assertThat(
                            absent.stream()
                                    .mapToInt(seen -> listed(RecordHeaderNames.USERS, seen))
                                    .sum())
                    .isEqualTo(PEOPLE - CONNECTED - 1);
        }
    }

    private static boolean isOf(String mid, Seen seen) {
        return seen.value().at("/message/_id").asText().equals(mid);
    }

    private static int listed(String header, Seen seen) {
        return seen.headers().get(header).split(",").length;
    }
}
