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
import parlance.kit.retry.OptimisticRetry;
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
    @Inject SessionRevoker sessionRevoker;
    @Inject OptimisticRetry retry;
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

    @Test
    void aTokenWhoseSuccessorHasBeenUsedEndsTheSession() {
        var sessions = sessionsAfter(Duration.ofHours(3));
        var lost = sessions.renew(first.refreshToken(), PHONE).orElseThrow();
        var second = sessions.renew(first.refreshToken(), PHONE).orElseThrow();
        var third = sessions.renew(second.refreshToken(), PHONE).orElseThrow();
        var later = sessionsAfter(Duration.ofHours(3).plus(config.refresh().grace()));

        assertThat(later.renew(lost.refreshToken(), PHONE)).isEmpty();

        assertThat(later.renew(third.refreshToken(), PHONE)).isEmpty();
        assertThat(store.find(first.session().id())).isEmpty();
    }

    @Test
    void twoSignInsWithOneDeviceIdAreTwoSessions() {
        var second = sessionsAfter(Duration.ZERO).openRenewable(ORG, ann, PHONE);
        sessionRevoker.end(ann, first.session().id());

        assertThat(second.session().id()).isNotEqualTo(first.session().id());
        assertThat(sessionsAfter(Duration.ZERO).renew(second.refreshToken(), PHONE)).isPresent();
    }

    @Test
    void ofTooManyOnOneDeviceTheLongestUnusedEnds() {
        var tablet = sessionsAfter(Duration.ZERO).open(ORG, ann, new DeviceId("tablet"));
        var second = sessionsAfter(Duration.ofSeconds(1)).open(ORG, ann, PHONE);
        sessionsAfter(Duration.ofSeconds(2)).renew(first.refreshToken(), PHONE);
        for (int i = 0; i < config.sessions().perDevice() - 1; i++) {
            sessionsAfter(Duration.ofSeconds(3)).open(ORG, ann, PHONE);
        }

        assertThat(store.find(second.id())).isEmpty();
        assertThat(store.find(first.session().id())).isPresent();
        assertThat(store.find(tablet.id())).isPresent();
        assertThat(store.find(ORG, ann)).hasSize(config.sessions().perDevice() + 1);
    }

    @Test
    void ofTooManyOnAllDevicesTheLongestUnusedEnds() {
        for (int i = 0; i < config.sessions().perUser(); i++) {
            sessionsAfter(Duration.ofSeconds(1)).open(ORG, ann, new DeviceId("device" + i));
        }

        assertThat(store.find(first.session().id())).isEmpty();
        assertThat(store.find(ORG, ann)).hasSize(config.sessions().perUser());
    }

    @Test
    void thousandsOfSessionsEndTogether() {
        for (int i = 0; i < 2_500; i++) {
            store.add(Session.begun(store.newId(), ORG, ann, PHONE, NOW.plusSeconds(60)));
        }

        sessionRevoker.endAll(ORG, ann, first.session().id());

        assertThat(store.find(ORG, ann))
                .extracting(Session::id)
                .containsExactly(first.session().id());
    }

    private AccessToken accessToken() {
        return new AccessToken(ORG, ann, "ann", PHONE, first.session().id(), Instant.MAX);
    }

    private Sessions sessionsAfter(Duration time) {
        var then = Clock.fixed(NOW.plus(time), ZoneOffset.UTC);
        return new Sessions(store, sessionRevoker, retry, config, then);
    }
}
