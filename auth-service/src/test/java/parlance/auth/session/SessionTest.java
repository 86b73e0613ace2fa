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
    void theLastTokenGivenOutRenewsIt() {
        var session = begun.renewed(first, NOON, GRACE, EXPIRY);

        assertThat(session.isRenewedBy(first, NOON)).isTrue();
        assertThat(session.isRenewedBy(second, NOON)).isFalse();
    }

    @Test
    void aReplacedTokenIsGoodForTheGraceOnly() {
        var session =
                begun.renewed(first, NOON, GRACE, EXPIRY).renewed(second, NOON, GRACE, EXPIRY);

        assertThat(session.isRenewedBy(first, NOON.plusSeconds(59))).isTrue();
        assertThat(session.isRenewedBy(first, NOON.plusSeconds(60))).isFalse();
        assertThat(session.isRenewedBy(second, NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void tabsThatRenewAtTheSameMomentDoNotThrowEachOtherOut() {
        var session =
                begun.renewed(first, NOON, GRACE, EXPIRY)
                        .renewed(second, NOON, GRACE, EXPIRY)
                        .renewed(third, NOON, GRACE, EXPIRY);

        assertThat(session.isRenewedBy(first, NOON.plusSeconds(1))).isTrue();
        assertThat(session.isRenewedBy(second, NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void whatIsReplacedLongAgoIsForgotten() {
        var session =
                begun.renewed(first, NOON, GRACE, EXPIRY)
                        .renewed(second, NOON, GRACE, EXPIRY)
                        .renewed(third, NOON.plusSeconds(90), GRACE, EXPIRY);

        assertThat(session.replaced()).hasSize(1);
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
