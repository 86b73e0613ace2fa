package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin1\u200b",
                "\u202eadmin1",
                "admin1 ",
                "adm\u00adin1",
                "ad\u200dmin1",
                "\ufeffadmin1",
                "\u0430dmin1",
                "ADMIN1",
                "adminl",
                "adrnin1"
            })
    void whatLooksLikeTheLoginHasItsSkeleton(String other) {
        assertThat(LookAlikes.skeletonOf(other)).isEqualTo(LookAlikes.skeletonOf("admin1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin2", "admin", "admim1", "ådmin1", "administrator"})
    void whatLooksDifferentHasNot(String other) {
        assertThat(LookAlikes.skeletonOf(other)).isNotEqualTo(LookAlikes.skeletonOf("admin1"));
    }
}
