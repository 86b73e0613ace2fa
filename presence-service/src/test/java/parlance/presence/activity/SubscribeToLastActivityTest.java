package parlance.presence.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class SubscribeToLastActivityTest {

    private final CommandClient client = CommandClient.shared();
    private final PresenceFixture presenceFixture = new PresenceFixture(client);

    private final Caller ann = PresenceFixture.person();
    private final Caller bob = PresenceFixture.person();

    @Test
    void answersHowTheUserIsAndTellsWhatChangesOnAllDevices() {
        var phone = client.connect(ann);
        var tablet = client.connect(ann);

        var answer = watch(bob.userId().value());
        presenceFixture.comes(bob);

        assertThat(answer.response().at("/last_activity/" + bob.userId()).asLong())
                .isEqualTo(OtherServices.BORN.getEpochSecond());
        presenceFixture.awaitOnline(phone, bob);
        presenceFixture.awaitOnline(tablet, bob);
    }

    @Test
    void whoIsOnlineIsAnsweredInTheDialectOfTheAsker() {
        client.connect(bob);
        var request = Map.of("id", bob.userId().value());

        var answer =
                client.askIn(
                        ProtocolDialect.CLIENT, Route.USER_LAST_ACTIVITY_SUBSCRIBE, ann, request);

        assertThat(answer.response().get("last_activity"))
                .hasToString("{\"%s\":0}".formatted(bob.userId()));
    }

    @Test
    void aNewWatchReplacesTheOldOne() {
        var phone = client.connect(ann);
        var cat = PresenceFixture.person();
        watch(bob.userId().value());
        watch(cat.userId().value());

        presenceFixture.goes(bob, presenceFixture.comes(bob), Cause.SIGNED_OUT);
        presenceFixture.comes(cat);

        presenceFixture.awaitOnline(phone, cat);
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
