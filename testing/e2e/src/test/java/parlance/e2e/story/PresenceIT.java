package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Observer;
import parlance.e2e.client.Person;
import parlance.e2e.client.TestSuite;
import parlance.testing.client.WebSocketDialer;
import parlance.testing.waiting.Waiting;

/** Who is there, and who types: protocol 1.6, 3.4 and 3.6. */
class PresenceIT {

    private static final int FLAPS = 12;

    private final WebSocketDialer front = WebSocketDialer.to(TestSuite.shared().frontDoor());

    @Test
    void everyConnectIsToldAndOnlyTheLastGoodbye() throws Exception {
        story((ann, bob) -> {
            var observer = Observer.watches(bob, ann, front);
            var phone = ann.first();
            var tablet = ann.connects("tablet");
            observer.isToldOnline();

            phone.close();
            tablet.socket.get("user_logout", Map.of());

            var since = observer.isToldOffline(Waiting.LIMIT);
            assertThat(lastActivityOf(ann, bob).asLong()).isEqualTo(since);
            await().untilAsserted(() -> assertThat(recentActivityOf(ann, bob)).isEqualTo(since));
            ann.connects("phone");
            observer.isToldOnline();
            observer.hasHeardNothingElse();
        });
    }

    @Test
    void aConnectionThatFlapsIsNoAbsenceAndNoFlood() throws Exception {
        story((ann, bob) -> {
            var observer = Observer.watches(bob, ann, front);
            var credentials =
                    Map.of("token", ann.first().accessToken, "device_id", ann.first().name);
            for (int i = 0; i < FLAPS; i++) {
                var again = front.open();
                again.get("connect", credentials);
                again.abort();
            }
            ann.leaves();

            assertThat(observer.isToldOfflineAfterRepeats()).isBetween(1, FLAPS);
            assertThat(observer.seed().unread()).isEmpty();
        });
    }

    @Test
    void whoStopsWatchingIsToldNothingMore() throws Exception {
        story((ann, bob) -> {
            var observer = Observer.watches(bob, ann, front);

            bob.first().socket.get("user_last_activity_unsubscribe", Map.of());
            ann.connects("tablet");
            ann.leaves();

            await().untilAsserted(() -> assertThat(lastActivityOf(ann, bob).isNumber()).isTrue());
            observer.hasHeardNothingElse();
        });
    }

    @Test
    void typingReachesTheOthersAndNotTheOwnDevices() throws Exception {
        story((ann, bob, cat) -> {
            var team = ann.createsGroup("Team", bob, cat);
            var tablet = ann.connects("tablet");

            ann.first().socket.send(Map.of("typing", Map.of("cid", team.id(), "status", "start")));
            for (var other : List.of(bob, cat)) {
                var typing = other.first().socket.next("typing");
                assertThat(typing.path("cid").asText()).isEqualTo(team.id());
                assertThat(typing.path("from").asText()).isEqualTo(ann.id());
                assertThat(typing.path("c_type").asText()).isEqualTo("g");
                assertThat(typing.path("status").asText()).isEqualTo("start");
                assertThat(typing.path("t").isIntegralNumber()).isTrue();
            }
            // As another of the existing clients wraps it; there is no answer either.
            bob.first().socket.request("typing", Map.of("cid", team.id()));

            assertThat(tablet.socket.next("typing").path("from").asText()).isEqualTo(bob.id());
            assertThat(ann.first().socket.next("typing").has("status")).isFalse();
            tablet.receivesNothingMore();
            bob.receivesNothingMore();
        });
    }

    private static JsonNode lastActivityOf(Person who, Person asker) {
        var ids = Map.of("ids", List.of(who.id()));
        return asker.first()
                .socket
                .get("user_last_activity", ids)
                .path("last_activity")
                .path(who.id());
    }

    private static long recentActivityOf(Person who, Person asker) {
        return asker.first()
                .socket
                .get("get_users_by_ids", Map.of("ids", List.of(who.id())))
                .at("/users/0/recent_activity")
                .asLong();
    }
}
