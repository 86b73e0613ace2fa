package parlance.presence.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.Route;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.presence.OtherServices;
import parlance.presence.PresenceFixture;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class GetLastActivitiesTest {

    private final CommandClient client = CommandClient.shared();
    private final PresenceFixture presenceFixture = new PresenceFixture(client);

    private final Caller ann = PresenceFixture.person();
    private final Caller bob = PresenceFixture.person();

    @Test
    void whoHasAConnectionIsOnlineInTheWordsOfTheDialect() {
        client.connect(bob);

        assertThat(ask(bob).response().get("last_activity"))
                .hasToString("{\"%s\":\"online\"}".formatted(bob.userId()));
        var ids = Map.of("ids", List.of(bob.userId()));
        assertThat(
                        client.askIn(ProtocolDialect.CLIENT, Route.USER_LAST_ACTIVITY, ann, ids)
                                .response()
                                .get("last_activity"))
                .hasToString("{\"%s\":0}".formatted(bob.userId()));
    }

    @Test
    void whoIsAwayWasLastActiveWhenTheOthersWereTold() {
        var annsPhone = client.connect(ann);
        presenceFixture.watches(ann, bob);
        presenceFixture.goes(bob, presenceFixture.comes(bob), Cause.SIGNED_OUT);
        var told = presenceFixture.awaitOffline(annsPhone, bob);

        var since = ask(bob).response().at("/last_activity/" + bob.userId());

        assertThat(since).isEqualTo(told);
    }

    @Test
    void whoWasNeverHereWasLastActiveAsUserServiceSays() {
        var since = ask(bob).response().at("/last_activity/" + bob.userId());

        assertThat(since.asLong()).isEqualTo(OtherServices.BORN.getEpochSecond());
    }

    @Test
    void whoeverIsUnknownOrOfAnotherOrganizationIsLeftOut() {
        var ids = List.of("dead00000000000000000000", "beef00000000000000000000", "nonsense");

        var answer = client.ask(Route.USER_LAST_ACTIVITY, ann, Map.of("ids", ids));

        assertThat(answer.response().get("last_activity")).isEmpty();
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        assertThat(refusalOf(Map.of())).isEqualTo("\"ids\" is required");
        assertThat(refusalOf(Map.of("ids", "one"))).isEqualTo("\"ids\" must be an array");
        assertThat(refusalOf(Map.of("ids", List.of())))
                .isEqualTo("\"ids\" must contain at least 1 items");
        assertThat(refusalOf(Map.of("ids", Collections.nCopies(11, "x"))))
                .isEqualTo("\"ids\" must contain less than or equal to 10 items");
        assertThat(client.ask(Route.USER_LAST_ACTIVITY, null, Map.of("ids", List.of("x"))))
                .extracting(Answer::errorStatus)
                .isEqualTo(401);
    }

    private Answer ask(Caller about) {
        return client.ask(Route.USER_LAST_ACTIVITY, ann, Map.of("ids", List.of(about.userId())));
    }

    private String refusalOf(Object request) {
        return client.ask(Route.USER_LAST_ACTIVITY, ann, request).errorText();
    }
}
