package parlance.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parlance.local.infra.DataDirectory;
import parlance.local.launcher.service.JvmSettings;
import parlance.local.launcher.service.ReplicaPorts;

class SuiteStateTest {

    @Test
    void aLaterCommandReadsWhatAnEarlierOneWrote(@TempDir Path folder) {
        var dataDirectory = new DataDirectory(folder);
        var settings =
                new SuiteSettings(
                        9001,
                        "127.0.0.1",
                        new JvmSettings("192m", List.of("-Da=b")),
                        Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"));
        var state = SuiteState.of(settings, Map.of("gateway-1", new ReplicaPorts(9001, 9002)));

        state.save(dataDirectory);

        assertThat(SuiteState.load(dataDirectory)).contains(state);
        SuiteState.remove(dataDirectory);
        assertThat(SuiteState.load(dataDirectory)).isEmpty();
    }
}
