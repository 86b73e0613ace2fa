package parlance.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

class SessionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EXPIRY = NOON.plus(Duration.ofDays(14));
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final SessionId ID = new SessionId("0123456789abcdef01234567");

    private final RefreshToken first = RefreshToken.make(ID);
    private final RefreshToken second = RefreshToken.make(ID);
    private final RefreshToken third = RefreshToken.make(ID);
    private final Session begun =
            Session.begun(
                    ID,
                    new OrganizationId("default"),
                    new UserId("u1"),
                    new DeviceId("77"),
                    EXPIRY);

    @Test
    void theFirstTokenRenewsIt() {
        var session = begun.holding(first);

        assertThat(session.isRenewedBy(first, NOON)).isTrue();
        assertThat(session.isRenewedBy(second, NOON)).isFalse();
    }

    @Test
    void aTokenIsGoodUntilItsSuccessorHasBeenUsedHoweverLongThatTakes() {
        var session = begun.holding(first).renewed(first, second, NOON, GRACE, EXPIRY);
        var dayLater = NOON.plus(Duration.ofDays(1));

        assertThat(session.isRenewedBy(first, dayLater)).isTrue();
        assertThat(session.isRenewedBy(second, dayLater)).isTrue();

        var used = session.renewed(second, third, dayLater, GRACE, EXPIRY);
        assertThat(used.isRenewedBy(first, dayLater.plusSeconds(59))).isTrue();
        assertThat(used.isRenewedBy(first, dayLater.plusSeconds(60))).isFalse();
        assertThat(used.isRenewedBy(second, dayLater.plusSeconds(60))).isTrue();
        assertThat(used.isRenewedBy(third, dayLater.plusSeconds(60))).isTrue();
    }

    @Test
    void theSuccessorOfALostAnswerEndsWithTheUseOfAnother() {
        var session =
                begun.holding(first)
                        .renewed(first, second, NOON, GRACE, EXPIRY)
                        .renewed(first, third, NOON, GRACE, EXPIRY);
        assertThat(session.isRenewedBy(second, NOON)).isTrue();

        var used = session.renewed(third, RefreshToken.make(ID), NOON, GRACE, EXPIRY);

        assertThat(used.isRenewedBy(second, NOON.plusSeconds(59))).isTrue();
        assertThat(used.isRenewedBy(second, NOON.plusSeconds(60))).isFalse();
        assertThat(used.isRenewedBy(first, NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void anAccessTokenGivesOutAnotherSuccessorAndEndsNone() {
        var session = begun.holding(first).renewed(null, second, NOON, GRACE, EXPIRY);

        assertThat(session.isRenewedBy(first, EXPIRY)).isTrue();
        assertThat(session.isRenewedBy(second, EXPIRY)).isTrue();
    }

    @Test
    void whatEndedLongAgoIsForgottenAndARepeatedTokenFillsNoDocument() {
        var session = begun.holding(first);
        for (int i = 0; i < 50; i++) {
            session = session.renewed(first, RefreshToken.make(ID), NOON, GRACE, EXPIRY);
        }
        assertThat(session.successors()).hasSize(20);

        var used =
                begun.holding(first)
                        .renewed(first, second, NOON, GRACE, EXPIRY)
                        .renewed(second, third, NOON, GRACE, EXPIRY)
                        .renewed(third, RefreshToken.make(ID), NOON.plusSeconds(90), GRACE, EXPIRY);
        assertThat(used.replaced()).hasSize(1);
    }

    @Test
    void itIsOverAtItsExpiry() {
        assertThat(begun.isOver(EXPIRY.minusMillis(1))).isFalse();
        assertThat(begun.isOver(EXPIRY)).isTrue();
    }

    @Test
    void aTokenIsReadAsItIsWrittenAndShowsNothingInALog() {
        assertThat(RefreshToken.parse(first.text())).contains(first);
        assertThat(first.toString()).doesNotContain(first.secret());
        assertThat(first.hash()).doesNotContain(first.secret());
    }
}
