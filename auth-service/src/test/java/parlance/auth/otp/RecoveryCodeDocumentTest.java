package parlance.auth.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.testing.commands.CommandClient;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class RecoveryCodeDocumentTest {

    private static final Instant EXPIRY = Instant.parse("2090-01-01T00:00:00.003Z");
    private static final Position POSITION = new Position("auth.commands-0", 7, 0);

    @Inject RecoveryCodeStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final UserId user = new UserId(CommandClient.mintedId());
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "recovery_codes");
    }

    @Test
    void aCodeStandsInTheDatabaseLikeThis() {
        store.replace(user, "hash", EXPIRY);

        assertThat(stored.get(byUser())).isEqualTo(json(document(0, "null")));
    }

    @Test
    void aRedeemedCodeHasThePositionOfItsCommand() {
        store.replace(user, "hash", EXPIRY);
        store.countAttempt(user);
        store.redeem(user, "hash", POSITION);

        assertThat(stored.get(byUser())).isEqualTo(json(document(1, "'auth.commands-0@7/0'")));
    }

    @Test
    void aCodeThatWasGivenBackIsAsBefore() {
        store.replace(user, "hash", EXPIRY);
        store.countAttempt(user);
        store.redeem(user, "hash", POSITION);
        store.giveBack(user, POSITION);

        assertThat(stored.get(byUser())).isEqualTo(json(document(0, "null")));
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        stored.add(document(1, "'auth.commands-0@7/0'"));

        var code = store.countAttempt(user).orElseThrow();

        assertThat(code.hash()).isEqualTo("hash");
        assertThat(code.expiresAt()).isEqualTo(EXPIRY);
        assertThat(code.attempts()).isEqualTo(2);
        assertThat(code.redeemedBy()).isEqualTo(POSITION);
    }

    private String byUser() {
        return "{_id: {$oid: '%s'}}".formatted(user);
    }

    private String document(int attempts, String redeemedBy) {
        return """
        {"_id": {"$oid": "%s"}, "hash": "hash", "expires_at": {"$date": "2090-01-01T00:00:00.003Z"},
         "attempts": %d, "redeemed_by": %s}
        """
                .formatted(user, attempts, redeemedBy);
    }
}
