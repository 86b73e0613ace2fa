package parlance.presence.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Dialect;
import parlance.contracts.Route;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.presence.Crowd;
import parlance.presence.OtherServices;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class WatchUserTest {

    private final CommandClient client = CommandClient.shared();
    private final Crowd crowd = new Crowd(client);

    private final Caller ann = Crowd.person();
    private final Caller bob = Crowd.person();

    @Test
    void answersHowTheUserIsAndTellsWhatChangesOnAllDevices() {
        var phone = client.connect(ann);
        var tablet = client.connect(ann);

        var answer = watch(bob.userId().value());
        crowd.comes(bob);

        assertThat(answer.response().at("/last_activity/" + bob.userId()).asLong())
                .isEqualTo(OtherServices.BORN.getEpochSecond());
        crowd.awaitOnline(phone, bob);
        crowd.awaitOnline(tablet, bob);
    }

    @Test
    void whoIsOnlineIsAnsweredInTheDialectOfTheAsker() {
        client.connect(bob);
        var request = Map.of("id", bob.userId().value());

        var answer = client.askIn(Dialect.CLIENT, Route.USER_LAST_ACTIVITY_SUBSCRIBE, ann, request);

        assertThat(answer.response().get("last_activity"))
                .hasToString("{\"%s\":0}".formatted(bob.userId()));
    }

    @Test
    void aNewWatchReplacesTheOldOne() {
        var phone = client.connect(ann);
        var cat = Crowd.person();
        watch(bob.userId().value());
        watch(cat.userId().value());

        crowd.goes(bob, crowd.comes(bob), Cause.SIGNED_OUT);
        crowd.comes(cat);

        crowd.awaitOnline(phone, cat);
        assertThat(client.lightsTo(phone)).hasSize(1);
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        assertThat(refusalOf(Map.of())).isEqualTo("User ID missed.");
        assertThat(refusalOf(Map.of("id", ""))).isEqualTo("User ID missed.");
        assertThat(refusalOf(Map.of("id", 5))).isEqualTo("User ID missed.");
        for (var unknown : new String[] {"nonsense", "dead00000000000000000000"}) {
            assertThat(watch(unknown).errorText()).isEqualTo("The specified user is incorrect.");
        }
        var answer = watch("beef00000000000000000000");
        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("The specified user is incorrect.");
    }

    private Answer watch(String id) {
        return client.ask(Route.USER_LAST_ACTIVITY_SUBSCRIBE, ann, Map.of("id", id));
    }

    private String refusalOf(Object request) {
        return client.ask(Route.USER_LAST_ACTIVITY_SUBSCRIBE, ann, request).errorText();
    }
}
