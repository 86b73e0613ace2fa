package parlance.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.auth.AuthConfig;
import parlance.auth.UserServiceStandIn;
import parlance.auth.token.AccessToken;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class SessionsTest {

    private static final OrganizationId ORG = new OrganizationId("default");
    private static final DeviceId PHONE = new DeviceId("phone");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject SessionStore store;
    @Inject SessionEnd sessionEnd;
    @Inject AuthConfig config;

    private final UserId ann = new UserId(CommandClient.mintedId());
    private Sessions.Renewed first;

    @BeforeEach
    void signIn() {
        first = sessionsAfter(Duration.ZERO).openRenewable(ORG, ann, PHONE);
    }

    @Test
    void aRefreshTokenMakesTheSessionLastAnotherLifetime() {
        var dayLater = sessionsAfter(Duration.ofDays(1));

        var renewed = dayLater.renew(first.refreshToken(), PHONE).orElseThrow();

        assertThat(renewed.session().expiresAt())
                .isEqualTo(NOW.plus(config.refresh().lifetime()).plus(Duration.ofDays(1)));
    }

    @Test
    void anAccessTokenDoesNotHoweverOftenItIsShown() {
        var dayLater = sessionsAfter(Duration.ofDays(1));

        for (int i = 0; i < 3; i++) {
            var renewed = dayLater.renew(accessToken(), PHONE).orElseThrow();

            assertThat(renewed.session().expiresAt()).isEqualTo(first.session().expiresAt());
        }
        var over = sessionsAfter(config.refresh().lifetime());
        assertThat(over.renew(accessToken(), PHONE)).isEmpty();
    }

    @Test
    void aTokenOfAnotherDeviceRenewsNothingAndHarmsNothing() {
        var sessions = sessionsAfter(Duration.ofMinutes(1));
        var tablet = new DeviceId("tablet");

        assertThat(sessions.renew(first.refreshToken(), tablet)).isEmpty();
        assertThat(sessions.renew(accessToken(), tablet)).isEmpty();

        assertThat(sessions.renew(first.refreshToken(), PHONE)).isPresent();
    }

    private AccessToken accessToken() {
        return new AccessToken(ORG, ann, "ann", PHONE, first.session().id(), Instant.MAX);
    }

    private Sessions sessionsAfter(Duration time) {
        return new Sessions(store, sessionEnd, config, Clock.fixed(NOW.plus(time), ZoneOffset.UTC));
    }
}
