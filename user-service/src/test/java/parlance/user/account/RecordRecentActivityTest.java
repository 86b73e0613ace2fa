package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Route;
import parlance.contracts.user.RecordActivity;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class RecordRecentActivityTest {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final CommandClient client = CommandClient.shared();

    @Test
    void theLatestIsShownAndOutlivesAChangeOfTheProfile() {
        var ann = SignedUpUser.newOne(client);

        record(ann, LATER);
        record(ann, Instant.EPOCH);

        await().untilAsserted(
                        () -> assertThat(recentActivityOf(ann)).isEqualTo(LATER.getEpochSecond()));
        ann.asks(Route.USER_EDIT, Map.of("first_name", "Ann"));
        assertThat(recentActivityOf(ann)).isEqualTo(LATER.getEpochSecond());
    }

    private void record(SignedUpUser user, Instant at) {
        var caller = user.caller();
        client.send(
                Route.RECORD_ACTIVITY,
                null,
                new RecordActivity(caller.organizationId(), caller.userId(), at),
                CommandClient.mintedId());
    }

    private static long recentActivityOf(SignedUpUser user) {
        return user.asks(Route.GET_USERS_BY_IDS, Map.of("ids", List.of(user.id())))
                .response()
                .at("/users/0/recent_activity")
                .asLong();
    }
}
