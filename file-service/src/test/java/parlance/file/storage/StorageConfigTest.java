package parlance.file.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.file.storage.StorageConfig.Driver;

class StorageConfigTest {

    @ParameterizedTest
    @ValueSource(strings = {"s3", "minio", "spaces"})
    void takesTheDriversThatExistingConfigurationsName(String driver) {
        assertThat(configured(Map.of("parlance.storage.driver", driver)).driver())
                .isEqualTo(Driver.valueOf(driver.toUpperCase(Locale.ROOT)));
    }

    @Test
    void needsNone() {
        assertThat(configured(Map.of()).driver()).isEqualTo(Driver.S3);
    }

    @Test
    void aDriverThatThereIsNotEndsTheStart() {
        assertThatThrownBy(() -> configured(Map.of("parlance.storage.driver", "azure")))
                .hasMessageContaining("azure");
    }

    private static StorageConfig configured(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("parlance.storage.bucket", "files");
        all.put("parlance.storage.region", "us-east-1");
        return new SmallRyeConfigBuilder()
                .withMapping(StorageConfig.class)
                .withDefaultValues(all)
                .build()
                .getConfigMapping(StorageConfig.class);
    }
}
