package parlance.auth.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.auth.AuthConfig;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class RecoveryCodesTest {

    private static final Position HERE = new Position("auth.commands-0", 7, 0);
    private static final Position THERE = new Position("auth.commands-0", 8, 0);
    private static final Runnable NOTHING = () -> {};

    @Inject RecoveryCodeStore store;
    @Inject RecoveryCodes codes;
    @Inject OtpConfig config;
    @Inject AuthConfig auth;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final UserId ann = new UserId(CommandClient.mintedId());

    @Test
    void theSameCommandRedeemsAgainAndNoOther() {
        var code = codes.issue(ann);

        assertThat(codes.redeem(ann, code, HERE, NOTHING)).isTrue();
        assertThat(codes.redeem(ann, code, HERE, NOTHING)).isTrue();
        assertThat(codes.redeem(ann, code, THERE, NOTHING)).isFalse();
    }

    @Test
    void aUseThatFailsLeavesTheCodeAsItWasHoweverOften() {
        var code = codes.issue(ann);
        Runnable failure =
                () -> {
                    throw new IllegalStateException("nobody there");
                };

        for (int i = 0; i <= config.otp().attempts(); i++) {
            assertThatThrownBy(() -> codes.redeem(ann, code, HERE, failure))
                    .hasMessage("nobody there");
        }

        assertThat(codes.redeem(ann, code, THERE, NOTHING)).isTrue();
        assertThat(codes.redeem(ann, code, HERE, NOTHING)).isFalse();
    }

    @Test
    void aCodeIsGoodForFiveMinutes() {
        var code = codes.issue(ann);

        assertThat(after(Duration.ofSeconds(301)).redeem(ann, code, HERE, NOTHING)).isFalse();
        assertThat(after(Duration.ofSeconds(298)).redeem(ann, code, HERE, NOTHING)).isTrue();
    }

    @Test
    void theCodeItselfIsNotStored() {
        var code = codes.issue(ann);

        var stored =
                mongo.getDatabase(database)
                        .getCollection("recovery_codes")
                        .find(new Document("_id", new ObjectId(ann.value())))
                        .first();
        assertThat(stored).isNotNull();
        assertThat(stored.toJson()).doesNotContain(code.digits());
        assertThat(code).asString().doesNotContain(code.digits());
    }

    private RecoveryCodes after(Duration time) {
        var later = Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
        return new RecoveryCodes(store, config, auth, later);
    }
}
