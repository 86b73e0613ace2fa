package parlance.presence.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.presence.OtherServices;
import parlance.presence.PresenceFixture;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class PresenceStoreTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Position FIRST = new Position("connections-0", 1, 0);
    private static final Position SECOND = new Position("connections-0", 2, 0);

    @Inject PresenceStore presences;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final OrganizationId organization = new OrganizationId(PresenceFixture.organization());

    @Test
    void whatWasStoredIsFound() {
        var ann = arrives(NOON);

        assertThat(presences.find(List.of(ann.userId(), new UserId("nonsense"))))
                .isEqualTo(Map.of(ann.userId(), ann));
    }

    @Test
    void whoWasOvertakenChangesNothing() {
        var ann = arrives(NOON);
        assertThat(presences.replace(List.of(ann.wentOffline(NOON, SECOND)))).isTrue();

        assertThat(presences.replace(List.of(ann.cameOnline(NOON, FIRST)))).isFalse();
        assertThat(presences.replace(List.of(firstOf(ann.userId())))).isFalse();

        assertThat(presences.find(List.of(ann.userId())).get(ann.userId()).online()).isFalse();
    }

    @Test
    void theLatestComersAreFirstOnTheOnlineListOfTheirOrganization() {
        var early = arrives(NOON);
        var late = arrives(NOON.plusSeconds(2));
        var middle = arrives(NOON.plusSeconds(1));
        var gone = arrives(NOON);
        presences.replace(List.of(gone.wentOffline(NOON, SECOND)));

        assertThat(presences.online(organization, 2, 0))
                .containsExactly(late.userId(), middle.userId());
        assertThat(presences.online(organization, 2, 2)).containsExactly(early.userId());
        assertThat(presences.countOnline(organization)).isEqualTo(3);
        assertThat(presences.countOnline()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aWalkMeetsEverybodyWhoIsOnlineOnce() {
        var people = List.of(arrives(NOON), arrives(NOON), arrives(NOON));
        var met = new ArrayList<UserId>();

        for (var page = presences.onlineAfter(null, 2);
                !page.isEmpty();
                page = presences.onlineAfter(page.getLast(), 2)) {
            met.addAll(page);
        }

        assertThat(met).doesNotHaveDuplicates();
        assertThat(met).containsAll(people.stream().map(Presence::userId).toList());
    }

    /** The stand-in for MongoDB explains no plans: what is declared must cover what is asked. */
    @Test
    void everyQueryHasItsIndex() {
        assertThat(keysOf("presences"))
                .contains("[_id]", "[org, online, since, _id]", "[online, _id]");
        assertThat(keysOf("watches")).contains("[_id]", "[watched]");
    }

    private Presence arrives(Instant at) {
        var ann = PresenceFixture.person();
        assertThat(presences.replace(List.of(arrived(ann, at)))).isTrue();
        return presences.find(List.of(ann.userId())).get(ann.userId());
    }

    private Presence arrived(Caller user, Instant at) {
        return Presence.arrived(user.userId(), organization, at, FIRST);
    }

    private Presence firstOf(UserId user) {
        return Presence.arrived(user, organization, NOON, FIRST);
    }

    private List<String> keysOf(String collection) {
        return mongo.getDatabase(database)
                .getCollection(collection)
                .listIndexes()
                .map(index -> index.get("key", Document.class).keySet().toString())
                .into(new ArrayList<>());
    }
}
