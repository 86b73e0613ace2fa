package parlance.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalServersTest {

    @Test
    void onlyAddressesAreTaken() {
        var environment = Map.of("REDIS_URL", "redis://r", "MONGODB_URI", " ", "HOME", "/root");

        assertThat(ExternalServers.in(environment)).containsOnlyKeys("REDIS_URL");
    }

    @Test
    void credentialsComeWithTheAddressTheyAreFor() {
        assertThat(ExternalServers.in(Map.of("S3_ACCESS_KEY", "a"))).isEmpty();
        assertThat(ExternalServers.in(Map.of("S3_ENDPOINT", "http://s3", "S3_ACCESS_KEY", "a")))
                .containsOnlyKeys("S3_ENDPOINT", "S3_ACCESS_KEY");
    }
}
