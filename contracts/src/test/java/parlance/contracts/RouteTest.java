package parlance.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RouteTest {

    @Test
    void everyRequestOfTheProtocolHasARouteAndNoOtherHas() {
        var routes =
                Arrays.stream(Route.values())
                        .filter(route -> !route.isInternal())
                        .map(Route::wireName);

        assertThat(routes).containsExactlyInAnyOrderElementsOf(namesOfTheProtocol());
    }

    @Test
    void clientsFindEveryRequestOfTheProtocol() {
        assertThat(namesOfTheProtocol()).allMatch(name -> Route.forClient(name).isPresent());
    }

    @Test
    void whatServicesCommandIsUnknownToClients() {
        assertThat(Route.values())
                .filteredOn(Route::isInternal)
                .isNotEmpty()
                .allSatisfy(internal -> {
                    assertThat(Route.forClient(internal.wireName())).isEmpty();
                    assertThat(Route.forCommand(internal.wireName())).contains(internal);
                });
    }

    @Test
    void onlySixRequestsMayBeMadeBeforeSigningIn() {
        assertThat(Route.values())
                .filteredOn(route -> !route.needsAuthentication())
                .extracting(Route::wireName)
                .containsExactlyInAnyOrder(
                        "user_create",
                        "user_login",
                        "connect",
                        "user_send_otp",
                        "user_reset_password",
                        "ping");
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void readsGoToQueriesAndWritesToCommands(Route route) {
        route.topic()
                .ifPresent(topic ->
                        assertThat(topic.wireName())
                                .endsWith(route.isRead() ? ".queries" : ".commands"));
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void writesHaveAnOrderAndReadsNeedNone(Route route) {
        assertThat(route.key() instanceof PartitionKeyRule.Unordered).isEqualTo(route.isRead());
        assertThat(route.deadline()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
    }

    @Test
    void passwordsAndCodesAreSealed() {
        assertThat(Route.USER_LOGIN.secretFields()).isEqualTo(Set.of("password", "token"));
        assertThat(Route.USER_CREATE.secretFields()).isEqualTo(Set.of("password"));
        assertThat(Route.USER_EDIT.secretFields())
                .isEqualTo(Set.of("current_password", "new_password"));
        assertThat(Route.USER_RESET_PASSWORD.secretFields())
                .isEqualTo(Set.of("token", "new_password"));
    }

    @Test
    void whatNamesOnlyAMessageMeetsThePartitionOfItsConversation() {
        assertThat(Route.MESSAGE_EDIT.key()).isEqualTo(new PartitionKeyRule.ByMessageField("id"));
        assertThat(Route.MESSAGE_REACTIONS_UPDATE.key())
                .isEqualTo(new PartitionKeyRule.ByMessageField("mid"));
        assertThat(Route.SEND_MESSAGE.key()).isEqualTo(new PartitionKeyRule.ByField("cid"));
    }

    private static Iterable<String> namesOfTheProtocol() {
        return Resources.lines("/protocol/requests.txt");
    }
}
