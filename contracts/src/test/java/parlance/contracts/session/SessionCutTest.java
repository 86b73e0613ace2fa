package parlance.contracts.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parlance.contracts.SessionId;

class SessionCutTest {

    /** 0x60000000 seconds after 1970. */
    private static final Instant NOW = Instant.ofEpochSecond(0x60000000L);

    private final SessionId older = new SessionId("5fffffff0000000000000001");
    private final SessionId current = new SessionId("5fffffff0000000000000002");
    private final SessionId newer = new SessionId("600000010000000000000003");

    @Test
    void sessionsThatBeganBeforeAreOver() {
        var cut = SessionCut.at(NOW, current);

        assertThat(cut.ends(older)).isTrue();
        assertThat(cut.ends(current)).isFalse();
        assertThat(cut.ends(newer)).isFalse();
    }

    @Test
    void whoIsGoneHasNoSession() {
        assertThat(SessionCut.ofAll().ends(newer)).isTrue();
    }

    @Test
    void aSessionWhoseBeginIsUnknownIsOver() {
        assertThat(SessionCut.at(NOW, null).ends(new SessionId("s-1"))).isTrue();
    }

    @Test
    void itsTextIsReadBack() {
        assertThat(SessionCut.parse(SessionCut.at(NOW, current).text()))
                .isEqualTo(SessionCut.at(NOW, current));
        assertThat(SessionCut.parse(SessionCut.ofAll().text())).isEqualTo(SessionCut.ofAll());
    }
}
