package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.testing.settings.Settings;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AccountSearchStoreTest {

    private static final int CANDIDATES = 2;

    @Inject AccountStore accounts;

    private final OrganizationId organization = new OrganizationId(new ObjectId().toHexString());
    private AccountSearchStore store;

    @BeforeEach
    void signUp() {
        store = new AccountSearchStore(twoCandidates());
        for (var login : List.of("corfin", "corgal", "corzed")) {
            var id = new UserId(new ObjectId().toHexString());
            var profile = new Profile(login, null, null, null, null, null);
            accounts.addOnce(Account.provisioned(id, organization, profile, "hash", Instant.EPOCH));
        }
    }

    @Test
    void readsByAPieceThatFewHave() {
        assertThat(store.rareFirst(organization, List.of("cor", "orz", "rze")))
                .containsExactly("orz", "cor", "rze");
    }

    @Test
    void whereAllAreCommonTheOrderStays() {
        assertThat(store.rareFirst(organization, List.of("cor", "co", "or")))
                .containsExactly("cor", "co", "or");
    }

    @Test
    void findsThoseWhoHaveAllPiecesAndNoMoreThanItMayLookAt() {
        assertThat(found("cor", "orz")).containsExactly("corzed");
        assertThat(found("fin", "orz")).isEmpty();
        assertThat(found("cor")).hasSize(CANDIDATES);
    }

    private List<String> found(String... pieces) {
        return store.find(organization, List.of(pieces), null, List.of()).stream()
                .map(account -> account.profile().login())
                .toList();
    }

    private static SearchConfig twoCandidates() {
        var candidates = Integer.toString(CANDIDATES);
        return Settings.of(SearchConfig.class, Map.of("parlance.search.candidates", candidates));
    }
}
