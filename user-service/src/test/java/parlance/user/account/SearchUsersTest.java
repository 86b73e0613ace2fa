package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.USER_SEARCH;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Route;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class SearchUsersTest {

    private final CommandClient client = CommandClient.shared();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private SignedUpUser ann;
    private SignedUpUser bob;
    private SignedUpUser eve;

    @BeforeEach
    void signUp() {
        ann = SignedUpUser.with(client, Map.of("login", "Ann" + mark));
        bob = SignedUpUser.with(client, Map.of("first_name", "B" + mark, "last_name", "Xu"));
        eve = SignedUpUser.with(client, Map.of("last_name", mark + "E", "first_name", "Zoe"));
    }

    @Test
    void findsAPieceOfLoginOrNamesWhateverItsCaseInOrder() {
        var found = search(ann, Map.of("keyword", mark.toUpperCase(java.util.Locale.ROOT)));

        assertThat(found).containsExactly(eve.id(), bob.id());
    }

    @Test
    void leavesOutTheCallerAndWhomTheCallerIgnores() {
        var found = search(bob, Map.of("keyword", mark, "ignore_ids", List.of(eve.id(), "x")));

        assertThat(found).containsExactly(ann.id());
    }

    @Test
    void takesTheKeywordLiterally() {
        assertThat(search(bob, Map.of("keyword", mark.charAt(0) + ".*"))).isEmpty();
        assertThat(search(bob, Map.of("keyword", "($where"))).isEmpty();
    }

    @Test
    void doesNotSearchByEmailOrPhone() {
        var secret = "mail" + UUID.randomUUID();
        SignedUpUser.with(client, Map.of("email", secret));

        assertThat(search(ann, Map.of("keyword", secret))).isEmpty();
    }

    @Test
    void givesAsManyAsAreWanted() {
        assertThat(search(ann, Map.of("keyword", mark, "limit", 1))).hasSize(1);
        assertThat(search(ann, Map.of("keyword", mark, "limit", "2"))).hasSize(2);
    }

    @Test
    void findsOnlyWhoChangedSince() {
        var since = eve.user().path("updated_at").asText();
        bob.asks(Route.USER_EDIT, Map.of("last_name", "Young"));

        var request = Map.of("keyword", mark, "updated_at", Map.of("gt", since));

        assertThat(search(ann, request)).containsExactly(bob.id());
    }

    @Test
    void findsWhoWasRenamedByTheNewNameOnly() {
        var other = "r" + UUID.randomUUID().toString().substring(0, 8);
        bob.asks(Route.USER_EDIT, Map.of("first_name", other));

        assertThat(search(ann, Map.of("keyword", other))).containsExactly(bob.id());
        assertThat(search(ann, Map.of("keyword", "B" + mark))).isEmpty();
    }

    @Test
    void staysInsideTheOrganization() {
        assertThat(search(ann.in("other"), Map.of("keyword", mark))).isEmpty();
    }

    @Test
    void wantsAKeywordAndASensibleLimit() {
        assertThat(ann.asks(USER_SEARCH, Map.of()).errorText())
                .isEqualTo("\"keyword\" is required");
        assertThat(ann.asks(USER_SEARCH, Map.of("keyword", "")).errorText())
                .isEqualTo("\"keyword\" is not allowed to be empty");
        assertThat(ann.asks(USER_SEARCH, Map.of("keyword", "a", "limit", 101)).errorText())
                .isEqualTo("\"limit\" must be less than or equal to 100");
    }

    @Test
    void whoSearchesTooOftenHasToWait() {
        var refused =
                Stream.generate(() -> ann.asks(USER_SEARCH, Map.of("keyword", mark)))
                        .limit(200)
                        .filter(answer -> answer.response().has("error"))
                        .findFirst()
                        .orElseThrow();

        assertThat(refused.errorStatus()).isEqualTo(429);
        assertThat(refused.response().path("error").path("retry_after").asInt()).isPositive();
        assertThat(search(bob, Map.of("keyword", mark))).isNotEmpty();
    }

    private static List<String> search(SignedUpUser who, Map<String, ?> request) {
        var users = who.asks(USER_SEARCH, new HashMap<>(request)).response().path("users");
        assertThat(users.isArray()).isTrue();
        return StreamSupport.stream(users.spliterator(), false)
                .map((JsonNode user) -> user.path("_id").asText())
                .toList();
    }
}
