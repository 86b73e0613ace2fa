package parlance.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalsTest {

    @Test
    void onlyAddressesAreTaken() {
        var environment = Map.of("REDIS_URL", "redis://r", "MONGODB_URI", " ", "HOME", "/root");

        assertThat(Externals.in(environment)).containsOnlyKeys("REDIS_URL");
    }

    @Test
    void credentialsComeWithTheAddressTheyAreFor() {
        assertThat(Externals.in(Map.of("S3_ACCESS_KEY", "a"))).isEmpty();
        assertThat(Externals.in(Map.of("S3_ENDPOINT", "http://s3", "S3_ACCESS_KEY", "a")))
                .containsOnlyKeys("S3_ENDPOINT", "S3_ACCESS_KEY");
    }
}
