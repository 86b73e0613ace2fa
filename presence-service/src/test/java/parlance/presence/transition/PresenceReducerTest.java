package parlance.presence.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConnectionId;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.contracts.connection.ConnectionEvent.ConnectionActive;
import parlance.contracts.connection.ConnectionEvent.ConnectionClosed;
import parlance.contracts.connection.ConnectionEvent.ConnectionInactive;
import parlance.contracts.connection.ConnectionEvent.ConnectionOpened;
import parlance.contracts.connection.ConnectionEvent.ConnectionsInDoubt;
import parlance.kit.ReceivedEvent;
import parlance.presence.state.Presence;

class PresenceReducerTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId("default");
    private static final UserId ANN = new UserId("64b7f1a2c3d4e5f60718293a");
    private static final ConnectionId PHONE = new ConnectionId("phone");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final int BURST = 3;

    private final Map<UserId, Presence> stored = new HashMap<>();
    private Set<UserId> gone = Set.of();
    private PresenceReducer presenceReducer;

    @Test
    void whoConnectsForTheFirstTimeIsOnline() {
        var announced = follow(opened(1));

        assertThat(announced).containsExactly(Optional.of(stored.get(ANN)));
        assertThat(stored.get(ANN).online()).isTrue();
        assertThat(stored.get(ANN).since()).isEqualTo(timeOf(1));
        assertThat(presenceReducer.ended()).isEmpty();
    }

    @Test
    void eachConnectIsToldButNotWithoutEnd() {
        var flapping =
                IntStream.range(0, 100)
                        .mapToObj(PresenceReducerTest::openedAtNoon)
                        .toArray(ReceivedEvent[]::new);

        var announced = followAll(flapping);

        assertThat(announced.stream().filter(Optional::isPresent)).hasSize(1 + BURST);
        assertThat(stored.get(ANN).since()).isEqualTo(NOON);
    }

    @Test
    void aCloseIsDoubtedOnly() {
        follow(opened(1));
        gone = Set.of(ANN);

        assertThat(follow(closed(Cause.CLOSED, 2))).containsExactly(Optional.empty());

        assertThat(presenceReducer.doubted()).containsExactly(ANN);
        assertThat(stored.get(ANN).online()).isTrue();
    }

    @Test
    void whoHasNoConnectionWhenTheDoubtIsLookedIntoIsOfflineOnce() {
        follow(opened(1));
        gone = Set.of(ANN);

        var announced = follow(doubt(2), doubt(3));

        assertThat(announced).containsExactly(Optional.of(stored.get(ANN)), Optional.empty());
        assertThat(stored.get(ANN).online()).isFalse();
        assertThat(stored.get(ANN).since()).isEqualTo(timeOf(2));
        assertThat(presenceReducer.ended()).containsExactly(Map.entry(ANN, timeOf(2)));
    }

    @Test
    void whoIsBackByThenStaysOnline() {
        follow(opened(1));

        assertThat(follow(doubt(2))).containsExactly(Optional.empty());
        assertThat(stored.get(ANN).online()).isTrue();
    }

    @Test
    void whoSignsOutOrIsLostIsOfflineAtOnceUnlessThereIsAnotherConnection() {
        for (var cause : List.of(Cause.SIGNED_OUT, Cause.LOST)) {
            follow(opened(1));
            gone = Set.of();
            assertThat(follow(closed(cause, 2))).containsExactly(Optional.empty());

            gone = Set.of(ANN);
            assertThat(follow(closed(cause, 3))).containsExactly(Optional.of(stored.get(ANN)));
            assertThat(stored.get(ANN).online()).isFalse();
            assertThat(presenceReducer.doubted()).isEmpty();
        }
    }

    @Test
    void ofWhoWasNeverSeenNothingIsToldButTheArrival() {
        gone = Set.of(ANN);

        assertThat(follow(closed(Cause.SIGNED_OUT, 1), doubt(2)))
                .containsExactly(Optional.empty(), Optional.empty());
        assertThat(stored).isEmpty();
    }

    @Test
    void theBackgroundChangesNothing() {
        follow(opened(1));

        var announced =
                follow(
                        heard(new ConnectionInactive(ANN, PHONE, NOON), 2),
                        heard(new ConnectionActive(ANN, PHONE, NOON), 3));

        assertThat(announced).containsOnly(Optional.empty());
        assertThat(presenceReducer.changed()).isEmpty();
    }

    @Test
    void anEventThatComesAgainIsAnnouncedAgainAndChangesNothing() {
        gone = Set.of(ANN);
        for (var event : List.of(opened(1), doubt(2))) {
            var first = follow(event);

            assertThat(follow(event)).isEqualTo(first);
            assertThat(presenceReducer.changed()).isEmpty();
        }
    }

    @Test
    void aBatchThatComesAgainEndsWhereItEnded() {
        gone = Set.of(ANN);
        var batch = new ReceivedEvent[] {opened(1), closed(Cause.SIGNED_OUT, 2)};
        var first = followAll(batch);
        var after = stored.get(ANN);

        assertThat(followAll(batch)).isEqualTo(first);
        assertThat(stored.get(ANN)).isEqualTo(after);
    }

    @SafeVarargs
    private List<Optional<Presence>> follow(ReceivedEvent<ConnectionEvent>... batch) {
        presenceReducer =
                new PresenceReducer(
                        stored,
                        gone,
                        (presence, at) -> presence.repeated(at, BURST, Duration.ofSeconds(1)));
        var announced = presenceReducer.follow(List.of(batch));
        presenceReducer.changed().forEach(presence -> stored.put(presence.userId(), presence));
        return announced;
    }

    @SuppressWarnings("unchecked") // An array has no type argument.
    private List<Optional<Presence>> followAll(ReceivedEvent<?>[] batch) {
        return follow((ReceivedEvent<ConnectionEvent>[]) batch);
    }

    private static ReceivedEvent<ConnectionEvent> opened(int offset) {
        return heard(
                new ConnectionOpened(ANN, ORGANIZATION, PHONE, new DeviceId("77"), NOON), offset);
    }

    private static ReceivedEvent<ConnectionEvent> openedAtNoon(int offset) {
        var opened = opened(offset);
        return new ReceivedEvent<>(opened.event(), opened.position(), NOON);
    }

    private static ReceivedEvent<ConnectionEvent> closed(Cause cause, int offset) {
        return heard(new ConnectionClosed(ANN, PHONE, cause, NOON), offset);
    }

    private static ReceivedEvent<ConnectionEvent> doubt(int offset) {
        return heard(new ConnectionsInDoubt(ANN, NOON), offset);
    }

    private static ReceivedEvent<ConnectionEvent> heard(ConnectionEvent event, int offset) {
        return new ReceivedEvent<>(event, new Position("connections-0", offset, 0), timeOf(offset));
    }

    private static Instant timeOf(int offset) {
        return NOON.plusSeconds(offset);
    }
}
